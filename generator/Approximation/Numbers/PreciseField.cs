using System;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Approximation;

/// <summary>Double-doubles: about 100 bits, without a proof.</summary>
internal readonly struct PreciseField : IField<DoubleDouble>
{
    public DoubleDouble Of(double value) => value;

    public DoubleDouble Irrational(double nearest)
    {
        Twofold known = KnownConstants.Of(Math.Abs(nearest));
        return nearest < 0 ? -new DoubleDouble(known.Hi, known.Lo) : new(known.Hi, known.Lo);
    }

    public bool IsZero(DoubleDouble value) => value.IsZero;

    public DoubleDouble Negate(DoubleDouble value) => -value;

    public DoubleDouble Plus(DoubleDouble left, DoubleDouble right) => left + right;

    public DoubleDouble Minus(DoubleDouble left, DoubleDouble right) => left - right;

    public DoubleDouble Times(DoubleDouble left, DoubleDouble right) => left * right;

    public DoubleDouble Square(DoubleDouble value) => value * value;

    public DoubleDouble Over(DoubleDouble left, DoubleDouble right) => left / right;

    public DoubleDouble Apply(Primitive primitive, DoubleDouble[] arguments) =>
        (primitive.Precise ?? throw new ApproximationException("'" + primitive.Name + "' cannot be evaluated at build time"))(arguments);
}
