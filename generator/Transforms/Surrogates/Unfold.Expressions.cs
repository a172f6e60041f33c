using System;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Surrogates;

// Expressions, as far as they are known at build time.
internal sealed partial class Unfold
{
    private Expression Fold(Expression expression)
    {
        switch (expression)
        {
            case Read read:
                return _values.TryGetValue(read.Name, out Expression? value) ? value : read;
            case Element element:
                return ElementOf(element);
            case Length length:
                return LengthOf(length);
            case External external:
                return external with { Arguments = external.Arguments.Map(Fold) };
            case Apply apply:
                return Simplified(apply, [.. apply.Arguments.Select(Fold)]);
            default:
                return expression;
        }
    }

    private Expression ElementOf(Element element)
    {
        Expression index = Fold(element.Index);
        if (_tables.TryGetValue(element.Array, out Table? table))
        {
            return index is Constant { Bits: >= 0 } at && at.Bits < table.Bits.Count ? new Constant(table.Type, table.Bits[(int)at.Bits]) : element with { Index = index };
        }
        if (_arrays.TryGetValue(element.Array, out Expression[]? cells))
        {
            return cells[IndexOf(element.Array, element.Index)];
        }
        Parameter parameter = _parameters[element.Array];
        if (!IsVariableArray(parameter))
        {
            return element with { Index = index };
        }
        if (index is not Constant { Bits: >= 0 and < LongestArray } place)
        {
            throw new SurrogateException("which element of '" + element.Array + "' it reads is not known at build time");
        }
        (int, int) key = (_order[element.Array], (int)place.Bits);
        if (!_elements.TryGetValue(key, out (string Name, ScalarType Type) known))
        {
            known = (_names.Fresh(element.Array + place.Bits.ToString(CultureInfo.InvariantCulture)), parameter.Type);
            _elements[key] = known;
        }
        return Name(known.Name, known.Type);
    }

    private Expression LengthOf(Length length)
    {
        if (_tables.TryGetValue(length.Array, out Table? table))
        {
            return Int(table.Bits.Count);
        }
        if (_arrays.TryGetValue(length.Array, out Expression[]? cells))
        {
            return Int(cells.Length);
        }
        return IsVariableArray(_parameters[length.Array])
            ? throw new SurrogateException("the length of '" + length.Array + "' is not known at build time; count to a constant")
            : length;
    }

    private Expression[] Local(string array) =>
        _arrays.TryGetValue(array, out Expression[]? cells) ? cells : throw new SurrogateException("it writes parts of arrays");

    private int IndexOf(string array, Expression index) => Fold(index) is Constant known && known.Bits >= 0 && known.Bits < _arrays[array].Length
        ? (int)known.Bits
        : throw new SurrogateException("which element of '" + array + "' it uses is not known at build time");

    private static Expression Simplified(Apply apply, Expression[] arguments)
    {
        Primitive p = apply.Primitive;
        if (p == Arithmetic.AndAlso)
        {
            return And(arguments[0], arguments[1]);
        }
        if (p == Arithmetic.OrElse)
        {
            return Or(arguments[0], arguments[1]);
        }
        if (p == Arithmetic.Not)
        {
            return Not(arguments[0]);
        }
        if (p == Arithmetic.Select)
        {
            return Select(arguments[0], arguments[1], arguments[2]);
        }
        Expression? known = arguments.All(static a => a is Constant) ? Known(apply, [.. arguments.Cast<Constant>()]) : null;
        if (known is not null)
        {
            return known;
        }
        if (apply.Type.IsReal() && arguments.Length == 2)
        {
            if (p == Arithmetic.Plus)
            {
                // A sum starts at 0: explanations do not tell −0 from 0.
                return IsConstant(arguments[0], 0) ? arguments[1] : IsConstant(arguments[1], 0) ? arguments[0] : Plus(arguments[0], arguments[1]);
            }
            if (p == Arithmetic.Minus)
            {
                return IsConstant(arguments[1], 0) ? arguments[0] : Minus(arguments[0], arguments[1]);
            }
            if (p == Arithmetic.Times)
            {
                return Multiply(arguments[0], arguments[1]);
            }
            if (p == Arithmetic.Over)
            {
                return Divide(arguments[0], arguments[1]);
            }
        }
        return p == Arithmetic.Convert ? Build.Convert(arguments[0], apply.Type) : apply with { Arguments = new(arguments) };
    }

    private static Expression? Known(Apply apply, Constant[] a)
    {
        Primitive p = apply.Primitive;
        if (apply.Type == ScalarType.Bool && a.Length == 2 && p.Operator.Length > 0)
        {
            int order = a[0].Type.IsReal() ? double.IsNaN(a[0].Real) || double.IsNaN(a[1].Real) ? 2 : a[0].Real.CompareTo(a[1].Real) : a[0].Bits.CompareTo(a[1].Bits);
            return p.Operator switch
            {
                "<" => Bool(order == -1),
                "<=" => Bool(order is -1 or 0),
                ">" => Bool(order == 1),
                ">=" => Bool(order is 1 or 0),
                "==" => Bool(order == 0),
                "!=" => Bool(order != 0),
                _ => null,
            };
        }
        if (apply.Type.IsInteger() && a.All(static c => c.Type.IsInteger()) && !(p.Operator is "/" or "%" && a[1].Bits == 0) && Integers.Apply(p, apply.Type, [.. a.Select(static c => c.Bits)]) is { } bits)
        {
            return new Constant(apply.Type, bits);
        }
        // Weights: what is rounded once here would be rounded once there. Hosts agree on + − × ÷ √.
        return apply.Type == ScalarType.Double && a.All(static c => c.Type == ScalarType.Double) ? Real(p, a) : null;
    }

    private static Constant? Real(Primitive p, Constant[] a) => p switch
    {
        _ when p == Arithmetic.Plus => Double(a[0].Real + a[1].Real),
        _ when p == Arithmetic.Minus => Double(a[0].Real - a[1].Real),
        _ when p == Arithmetic.Times => Double(a[0].Real * a[1].Real),
        _ when p == Arithmetic.Over => Double(a[0].Real / a[1].Real),
        _ when p == Arithmetic.Negative => Double(-a[0].Real),
        _ when p == Elementary.Sqrt => Double(Math.Sqrt(a[0].Real)),
        _ => null,
    };
}
