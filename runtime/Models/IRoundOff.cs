using System;

namespace Proxima;

/// <summary>A model that bounds what rounding adds when its compiled code runs.</summary>
public interface IRoundOff
{
    /// <summary>How far the computed value may be from the real one anywhere on a box.</summary>
    /// <param name="box">One interval per coordinate.</param>
    /// <returns>A proved bound; +∞ where there is none.</returns>
    double RoundOff(ReadOnlySpan<Interval> box);
}
