using System;

namespace Proxima;

/// <summary>
/// Asks for certified bounds of a method <c>F</c> on boxes: <c>FRange</c> encloses its values, <c>FGradientRange</c> its derivatives, and <c>FLipschitz</c> is an upper
/// bound of how fast it changes. Each takes an <see cref="Interval"/> where <c>F</c> takes a variable. When every variable has a <see cref="DomainAttribute"/>, the
/// constant <c>FLipschitzConstant</c> is that bound on the box which they make, found at build time.
/// </summary>
/// <remarks>
/// What is bounded is the function of real numbers that the method writes down, with the constants that the compiler read; rounding of the method itself is not
/// part of it. A bound is infinite where the function may jump or its slope is unbounded, never merely large.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LipschitzAttribute : ModelAttribute
{
    /// <summary>How changes of the inputs are measured; the largest change of an input when not said.</summary>
    public Norm Norm { get; set; }

    /// <summary>
    /// What the constant must be proved not to exceed on the box that the <see cref="DomainAttribute"/>s of all variables make; anything when not said. Without the
    /// proof the build fails: an error that no setting silences, and nothing is generated for the method.
    /// </summary>
    public double Max { get; set; } = double.PositiveInfinity;

    /// <summary>
    /// How many times the search for <c>FLipschitzConstant</c> may halve a part of the box. When not said, 10,000 times or as often as a fixed amount of work allows,
    /// which takes about 150 ms; what is said here lifts the limit of work.
    /// </summary>
    public int Splits { get; set; }
}
