using System;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Approximation;

/// <content>Expressions.</content>
internal sealed partial class Trace
{
    private int Node(Expression expression) => (int)Evaluate(expression).Bits;

    private bool IsTrue(Expression condition) => Evaluate(condition).Bits != 0;

    private Traced Evaluate(Expression expression) => expression switch
    {
        Constant constant => Of(constant),
        Read read => _values[read.Name],
        Element element => _arrays[element.Array][Index(element.Array, element.Index)],
        Length length => new(ScalarType.Int, _arrays[length.Array].Length),
        Apply apply => Evaluate(apply),
        _ => throw new ApproximationException("what the model reads from outside is not known at build time"),
    };

    private Traced Of(Constant constant) => new(constant.Type, constant.Type.IsReal() ? _graph.Constant(constant.Real) : constant.Bits);

    private Traced Evaluate(Apply apply)
    {
        Primitive p = apply.Primitive;
        if (p == Arithmetic.Select)
        {
            return Evaluate(apply.Arguments[IsTrue(apply.Arguments[0]) ? 1 : 2]);
        }
        if (p == Arithmetic.AndAlso || p == Arithmetic.OrElse)
        {
            Traced first = Evaluate(apply.Arguments[0]);
            return first.Bits != 0 == (p == Arithmetic.OrElse) ? first : Evaluate(apply.Arguments[1]);
        }
        if (p == Arithmetic.Not)
        {
            return new(ScalarType.Bool, IsTrue(apply.Arguments[0]) ? 0 : 1);
        }
        Traced[] a = [.. apply.Arguments.Select(Evaluate)];
        if (apply.Type.IsReal())
        {
            return new(apply.Type, OfReals(p, [.. a.Select(AsNode)]));
        }
        if (a.All(static v => !v.Type.IsReal()))
        {
            return new(apply.Type, OfWholes(apply, a));
        }
        return new(apply.Type, apply.Type == ScalarType.Bool ? (Decide(p, a) ? 1 : 0) : Whole(apply, (int)a[0].Bits));
    }

    private int AsNode(Traced value) => value.Type.IsReal()
        ? (int)value.Bits
        : (long)(double)value.Bits == value.Bits ? _graph.Constant(value.Bits) : throw new ApproximationException("a whole number is too large");

    private static long OfWholes(Apply apply, Traced[] a)
    {
        Primitive p = apply.Primitive;
        if (p == Arithmetic.Convert || p == Arithmetic.CheckedConvert)
        {
            return Integers.Convert(apply.Type, a[0].Type, a[0].Bits, p == Arithmetic.CheckedConvert);
        }
        if (apply.Type != ScalarType.Bool || p == Arithmetic.BoolXor)
        {
            return Integers.Apply(p, apply.Type, [.. a.Select(static v => v.Bits)]) ?? throw Unknown(p);
        }
        int order = a[0].Type == ScalarType.ULong ? unchecked(((ulong)a[0].Bits).CompareTo((ulong)a[1].Bits)) : a[0].Bits.CompareTo(a[1].Bits);
        bool answer = p switch
        {
            _ when p == Arithmetic.Less => order < 0,
            _ when p == Arithmetic.LessOrEqual => order <= 0,
            _ when p == Arithmetic.Greater => order > 0,
            _ when p == Arithmetic.GreaterOrEqual => order >= 0,
            _ when p == Arithmetic.Equal => order == 0,
            _ when p == Arithmetic.NotEqual => order != 0,
            _ => throw Unknown(p),
        };
        return answer ? 1 : 0;
    }

    /// <summary>A condition on reals, all of which are defined and finite here.</summary>
    private bool Decide(Primitive p, Traced[] a)
    {
        if (p == Elementary.IsNaN || p == Elementary.IsInfinity || p == Elementary.IsPositiveInfinity || p == Elementary.IsNegativeInfinity)
        {
            return false;
        }
        if (p == Elementary.IsFinite)
        {
            return true;
        }
        Interval left = Enclose(AsNode(a[0])), right = a.Length > 1 ? Enclose(AsNode(a[1])) : default;
        return Decided(p switch
        {
            _ when p == Arithmetic.Less || p == Elementary.IsNegative => Interval.Less(left, right),
            _ when p == Arithmetic.LessOrEqual => Interval.LessOrEqual(left, right),
            _ when p == Arithmetic.Greater => Interval.Greater(left, right),
            _ when p == Arithmetic.GreaterOrEqual || p == Elementary.IsPositive => Interval.GreaterOrEqual(left, right),
            _ when p == Arithmetic.Equal => Interval.Equal(left, right),
            _ when p == Arithmetic.NotEqual => Interval.NotEqual(left, right),
            _ => throw Unknown(p),
        });
    }

    /// <summary>A whole number made of a real, where the box has only one.</summary>
    private long Whole(Apply apply, int argument)
    {
        Interval value = Enclose(argument);
        if (apply.Primitive == Elementary.Sign)
        {
            if (!value.IsPoint && value.Lo <= 0 && value.Hi >= 0)
            {
                throw new UndecidedException();
            }
            return Math.Sign(value.Lo);
        }
        if (apply.Primitive != Arithmetic.Convert && apply.Primitive != Arithmetic.CheckedConvert)
        {
            throw Unknown(apply.Primitive);
        }
        bool isChecked = apply.Primitive == Arithmetic.CheckedConvert;
        long low = Integers.FromReal(apply.Type, value.Lo, isChecked);
        return low == Integers.FromReal(apply.Type, value.Hi, isChecked) ? low : throw new UndecidedException();
    }

    private Interval Enclose(int node)
    {
        HasDecided |= _graph[node].Degree > 0;
        Interval value = _enclose(node);
        return value.IsEmpty ? throw new UndecidedException() : value;
    }

    private static bool Decided(Truth truth) => truth.CanBeTrue != truth.CanBeFalse ? truth.CanBeTrue : throw new UndecidedException();

    private static ApproximationException Unknown(Primitive primitive) => new("'" + primitive.Name + "' cannot be followed at build time");
}
