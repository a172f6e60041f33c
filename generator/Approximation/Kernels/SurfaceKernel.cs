using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>A term of a polynomial in several variables.</summary>
/// <param name="Exponents">The power of each variable.</param>
internal readonly record struct Term(EquatableArray<int> Exponents, double Coefficient);

/// <summary>
/// Sparse polynomials in several variables: Horner's rule in one variable, whose coefficients are by the same rule polynomials in the next. Powers that are left out become
/// products with a square or a cube.
/// </summary>
internal sealed class SurfaceKernel
{
    private readonly KernelBuilder _kernel = new();
    private readonly int[] _arguments;
    private readonly IReadOnlyList<string> _names;
    private readonly int[] _order;

    /// <summary>What the text calls the arguments of the polynomial.</summary>
    private readonly string[] _called;

    private SurfaceKernel(IReadOnlyList<string> names, IReadOnlyList<Centring> centres, int[] order)
    {
        _names = names;
        _order = order;
        _arguments = new int[centres.Count];
        _called = new string[centres.Count];
        for (int i = 0; i < _arguments.Length; i++)
        {
            _arguments[i] = _kernel.InputAt(i);
        }
        for (int i = 0; i < _arguments.Length; i++)
        {
            _called[i] = centres[i] is { Middle: 0, Scale: 1 } ? names[i] : "from" + char.ToUpperInvariant(names[i][0]) + names[i].Substring(1);
            _arguments[i] = Centred(_arguments[i], centres[i], _called[i]);
        }
    }

    /// <summary>The kernel of the order of variables that costs least.</summary>
    /// <param name="names">What the variables are called.</param>
    public static Kernel Of(IReadOnlyList<Term> terms, IReadOnlyList<Centring> centres, IReadOnlyList<string> names, bool isSingle)
    {
        Kernel? best = null;
        foreach (int[] order in Orders(centres.Count))
        {
            SurfaceKernel kernel = new(names, centres, order);
            Kernel built = kernel._kernel.Build(isSingle, kernel.Append([.. terms], 0, ""));
            best = best is null || PortCost.Of(built) < PortCost.Of(best) ? built : best;
        }
        return best!;
    }

    private static int[][] Orders(int variables) => variables == 2 ? [[0, 1], [1, 0]] : [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    private int Centred(int x, Centring centring, string name)
    {
        if (centring.Scale != 1)
        {
            return _kernel.MultiplyAdd(x, _kernel.Constant(centring.Scale), _kernel.Constant(-centring.Middle * centring.Scale), name);
        }
        return centring.Middle == 0 ? x : _kernel.Minus(x, _kernel.Constant(centring.Middle), name);
    }

    /// <param name="of">The powers of the variables before, whose coefficient this is.</param>
    private int Append(Term[] terms, int depth, string of)
    {
        if (depth == _order.Length)
        {
            return _kernel.Constant(terms[0].Coefficient);
        }
        int variable = _order[depth], sum = -1, before = 0;
        string name = of.Length == 0 ? "sum" : "c" + of;
        foreach (IGrouping<int, Term> power in terms.GroupBy(t => t.Exponents[variable]).OrderByDescending(static g => g.Key))
        {
            if (depth == 0 && power.Any(t => t.Exponents.Where((_, i) => i != variable).Any(static e => e > 0)))
            {
                _kernel.Say(Comment(variable, power.Key));
            }
            int coefficient = Append([.. power], depth + 1, of + Plain(power.Key));
            sum = sum < 0 ? coefficient : _kernel.MultiplyAdd(sum, Power(variable, before - power.Key), coefficient, name);
            before = power.Key;
        }
        return before == 0 ? sum : _kernel.Times(sum, Power(variable, before), name);
    }

    private string Comment(int variable, int exponent) => exponent switch
    {
        0 => "What does not depend on " + _names[variable] + ".",
        1 => "What " + _called[variable] + " is multiplied by.",
        _ => "What " + _called[variable] + "^" + Plain(exponent) + " is multiplied by.",
    };

    private int Power(int variable, int exponent)
    {
        int x = _arguments[variable], half = exponent / 2;
        return exponent == 1 ? x : _kernel.Times(Power(variable, exponent - half), Power(variable, half), _called[variable] + Plain(exponent));
    }

    private static string Plain(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a polynomial is in: (x − middle)·scale. The scale is a power of two, one unless powers would leave the format.</summary>
internal readonly record struct Centring(double Middle, double Scale)
{
    public static Centring Of(Interval interval, bool isSingle)
    {
        double middle = interval.Lo == -interval.Hi ? 0 : Formats.Round((interval.Lo * 0.5) + (interval.Hi * 0.5), isSingle);
        int exponent = Binary.Exponent(interval.Width * 0.5), most = isSingle ? 5 : 30;
        return new(middle, Math.Abs(exponent) <= most ? 1 : Binary.Scale(1, -exponent));
    }
}
