using System;

namespace Proxima;

/// <summary>
/// Asks for a cheaper function in the place of a method <c>F</c> of one, two or three <see langword="float"/>s or <see langword="double"/>s: <c>FApproximate</c> for numbers
/// and for spans, one for each argument, and the constant <c>FApproximateMaxError</c>, a proved bound of how far their results are from the real value of <c>F</c>, rounding included.
/// </summary>
/// <remarks>
/// Exactly one of <see cref="MaxError"/>, <see cref="RelativeError"/> and <see cref="Ulps"/> is given. Arguments outside the interval count as its nearest end, unless
/// <see cref="Clamp"/> says otherwise; NaN gives NaN. The same arguments give the same bits alone, in spans of any length, and on every processor.
/// Two or three variables have their intervals from <see cref="DomainAttribute"/> on each, and one polynomial in all of them: <see cref="Segments"/>, <see cref="Exact"/>,
/// <see cref="Derivative"/> and <see cref="Latency"/> are for one variable.
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

    /// <summary>Asks for an approximation where each parameter's <see cref="DomainAttribute"/> says that it lies.</summary>
    public ApproximateAttribute()
    {
    }

    /// <summary>The smallest argument; zero where parameters have their own.</summary>
    public double Lo { get; }

    /// <summary>The largest argument; zero where parameters have their own.</summary>
    public double Hi { get; }

    /// <summary>The largest distance from the real value.</summary>
    public double MaxError { get; set; }

    /// <summary>The largest distance as a share of the real value.</summary>
    public double RelativeError { get; set; }

    /// <summary>The largest distance in units in the last place of the real value; the proof is of the relative error that is at most that.</summary>
    public double Ulps { get; set; }

    /// <summary>In how many equal pieces the interval is cut, at most 32 for <see langword="float"/> and 16 for <see langword="double"/>; what costs least when not said.</summary>
    public int Segments { get; set; }

    /// <summary>
    /// Arguments of the interval whose results are the numbers of the format nearest to the real values, as 0 for e⁰ = 1. One in each piece; a piece's polynomial is about it.
    /// </summary>
    public double[] Exact { get; set; } = [];

    /// <summary>
    /// True for <c>FApproximateDerivative</c> as well, value and derivative in one pass with the same bits of the value, and the constant
    /// <c>FApproximateDerivativeMaxError</c>, a proved bound of how far it is from the derivative of <c>F</c>: absolute with <see cref="MaxError"/>, else as a share of the
    /// derivative where that has no zero. Beside a kink it is a bound for both sides; what has no bound is refused. Outside the interval it is that of the nearest end.
    /// </summary>
    public bool Derivative { get; set; }

    /// <summary>
    /// False where the caller knows that arguments are in their intervals: two operations less for each. Outside of it results are then not specified and may differ from one width to
    /// another; they are numbers or NaN, nothing is thrown. Programs of several pieces clamp all the same.
    /// </summary>
    public bool Clamp { get; set; } = true;

    /// <summary>
    /// True for one result soon, as in a loop whose next argument is this result, rather than for many results in little time: polynomials are evaluated by halves
    /// (Estrin 1960), which takes more operations and fewer after one another.
    /// </summary>
    public bool Latency { get; set; }
}
