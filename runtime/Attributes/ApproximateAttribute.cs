using System;

namespace Proxima;

/// <summary>
/// Asks for a cheaper function in the place of a method <c>F</c> of one <see langword="float"/> or <see langword="double"/>: <c>FApproximate</c> for one argument and for
/// spans, and the constant <c>FApproximateMaxError</c>, a proved bound of how far their results are from the real value of <c>F</c>, rounding included.
/// </summary>
/// <remarks>
/// Exactly one of <see cref="MaxError"/>, <see cref="RelativeError"/> and <see cref="Ulps"/> is given. Arguments outside the interval count as its nearest end; NaN gives
/// NaN. The same argument gives the same bits alone, in a span of any length, and on every processor.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApproximateAttribute : ModelAttribute
{
    /// <summary>Asks for an approximation on an interval.</summary>
    /// <param name="lo">The smallest argument.</param>
    /// <param name="hi">The largest argument.</param>
    public ApproximateAttribute(double lo, double hi)
    {
        Lo = lo;
        Hi = hi;
    }

    /// <summary>The smallest argument.</summary>
    public double Lo { get; }

    /// <summary>The largest argument.</summary>
    public double Hi { get; }

    /// <summary>The largest distance from the real value.</summary>
    public double MaxError { get; set; }

    /// <summary>The largest distance as a share of the real value.</summary>
    public double RelativeError { get; set; }

    /// <summary>The largest distance in units in the last place of the real value; the proof is of the relative error that is at most that.</summary>
    public double Ulps { get; set; }

    /// <summary>In how many equal pieces the interval is cut, at most 32 for <see langword="float"/> and 16 for <see langword="double"/>; what costs least when not said.</summary>
    public int Segments { get; set; }
}
