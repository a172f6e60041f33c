using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Surrogates;

/// <summary>Constant + Σ weight · atom. Weights that cancel are gone.</summary>
internal sealed record LinearForm(double Constant, IReadOnlyDictionary<string, double> Weights)
{
    private static readonly Dictionary<string, double> s_none = [];

    public bool IsConstant => Weights.Count == 0;

    /// <summary>The same text for the same bits.</summary>
    public string Key => string.Join(";", Weights.OrderBy(static w => w.Key, StringComparer.Ordinal).Select(static w => w.Key + "*" + Bits(w.Value)).Append(Bits(Constant)));

    public static LinearForm Of(double constant) => new(constant, s_none);

    public static LinearForm Atom(string name) => new(0, new Dictionary<string, double> { [name] = 1 });

    public LinearForm Plus(LinearForm other, double scale)
    {
        Dictionary<string, double> weights = Weights.ToDictionary(static w => w.Key, static w => w.Value);
        foreach (KeyValuePair<string, double> weight in other.Weights)
        {
            double sum = (weights.TryGetValue(weight.Key, out double own) ? own : 0) + (scale * weight.Value);
            if (sum == 0)
            {
                weights.Remove(weight.Key);
            }
            else
            {
                weights[weight.Key] = sum;
            }
        }
        return new(Constant + (scale * other.Constant), weights);
    }

    public LinearForm Times(double factor) => factor == 0 ? Of(0 * Constant) : new(Constant * factor, Weights.ToDictionary(static w => w.Key, w => w.Value * factor));

    public LinearForm Over(double divisor) => new(Constant / divisor, Weights.ToDictionary(static w => w.Key, w => w.Value / divisor));

    /// <summary>True when this is a multiple of the other: it vanishes wherever the other does.</summary>
    public bool IsMultipleOf(LinearForm other)
    {
        if (Weights.Count == 0 && Constant == 0)
        {
            return true;
        }
        if (Weights.Count != other.Weights.Count || other.Weights.Count == 0)
        {
            return false;
        }
        double? factor = null;
        foreach (KeyValuePair<string, double> weight in Weights)
        {
            if (!other.Weights.TryGetValue(weight.Key, out double theirs) || (factor is { } known && weight.Value != known * theirs))
            {
                return false;
            }
            factor ??= weight.Value / theirs;
        }
        return Constant == factor!.Value * other.Constant;
    }

    private static string Bits(double value) => BitConverter.DoubleToInt64Bits(value).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Which values of a function without branches are linear in given atoms, statement by statement.</summary>
internal sealed class LinearForms
{
    private readonly Dictionary<string, LinearForm> _forms = [];

    public void AddAtom(string name) => _forms[name] = LinearForm.Atom(name);

    public void Add(Let let)
    {
        if (Of(let.Value) is { } form)
        {
            _forms[let.Name] = form;
        }
    }

    /// <summary>Null for what is not linear.</summary>
    public LinearForm? Of(Expression expression)
    {
        switch (expression)
        {
            case Constant { Type: ScalarType.Double or ScalarType.Float or ScalarType.Int } constant when !double.IsNaN(constant.Real) && !double.IsInfinity(constant.Real):
                return LinearForm.Of(constant.Real);
            case Read read:
                return _forms.TryGetValue(read.Name, out LinearForm? form) ? form : null;
            case Apply apply when apply.Type.IsReal():
                return OfOperation(apply.Primitive, apply.Arguments);
            default:
                return null;
        }
    }

    private LinearForm? OfOperation(Primitive p, EquatableArray<Expression> a)
    {
        if (p == Arithmetic.Convert || p == Arithmetic.Negative)
        {
            return Of(a[0])?.Times(p == Arithmetic.Convert ? 1 : -1);
        }
        if (p == Arithmetic.Plus || p == Arithmetic.Minus)
        {
            return Of(a[0]) is { } left && Of(a[1]) is { } right ? left.Plus(right, p == Arithmetic.Plus ? 1 : -1) : null;
        }
        if (p == Arithmetic.Times)
        {
            return Product(Of(a[0]), Of(a[1]));
        }
        if (p == Arithmetic.Over)
        {
            return Of(a[1]) is { IsConstant: true, Constant: not 0 } divisor ? Of(a[0])?.Over(divisor.Constant) : null;
        }
        if (p == Elementary.FusedMultiplyAdd || p == Elementary.MultiplyAddEstimate)
        {
            return Product(Of(a[0]), Of(a[1])) is { } product && Of(a[2]) is { } addend ? product.Plus(addend, 1) : null;
        }
        return null;
    }

    private static LinearForm? Product(LinearForm? left, LinearForm? right) => (left, right) switch
    {
        ({ IsConstant: true } factor, { } form) => form.Times(factor.Constant),
        ({ } form, { IsConstant: true } factor) => form.Times(factor.Constant),
        _ => null,
    };
}
