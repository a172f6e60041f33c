using System;

namespace Proxima;

/// <summary>
/// A model that bounds what rounding adds when its compiled code runs. Generated for models in double precision whose operations IEEE 754 rounds once or not at all: sums,
/// products, quotients, square roots, <see cref="Math.FusedMultiplyAdd"/>, absolute values, maxima and minima, steps, branches and loops. Elementary functions
/// are as exact as the platform makes them: a model that calls one does not say.
/// </summary>
public interface IRoundOff
{
    /// <summary>How far the computed value may be from the real one anywhere on a box.</summary>
    /// <param name="box">One interval per coordinate.</param>
    /// <returns>A proved bound; +∞ where there is none: beside a pole, where a result may overflow, or where a rounding may lead into another arm of a branch.</returns>
    double RoundOff(ReadOnlySpan<Interval> box);
}
