using System;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Approximation;

/// <summary>Intervals of doubles.</summary>
internal readonly struct IntervalField : IField<Interval>
{
    public Interval Of(double value) => value;

    public Interval Irrational(double nearest)
    {
        (double lo, double hi) = IrrationalConstants.Around(nearest);
        return new(lo, hi);
    }

    public bool IsZero(Interval value) => value.Lo == 0 && value.Hi == 0;

    public Interval Negate(Interval value) => -value;

    public Interval Plus(Interval left, Interval right) => left + right;

    public Interval Minus(Interval left, Interval right) => left - right;

    public Interval Times(Interval left, Interval right) => left * right;

    public Interval Square(Interval value) => Interval.Sqr(value);

    public Interval Over(Interval left, Interval right) => left / right;

    public Interval Apply(Primitive primitive, Interval[] a)
    {
        if (IntervalFunctions.Unary.TryGetValue(primitive, out Func<Interval, Interval>? unary))
        {
            return unary(a[0]);
        }
        if (IntervalFunctions.Binary.TryGetValue(primitive, out Func<Interval, Interval, Interval>? binary))
        {
            return binary(a[0], a[1]);
        }
        if (IntervalFunctions.WithInteger.TryGetValue(primitive, out Func<Interval, int, Interval>? integer))
        {
            return integer(a[0], (int)a[1].Lo);
        }
        return IntervalFunctions.OfOrder.TryGetValue(primitive, out Func<int, Interval, Interval>? order)
            ? order((int)a[0].Lo, a[1])
            : throw new ApproximationException("'" + primitive.Name + "' has no interval rule");
    }
}
