using System;

namespace Proxima;

/// <summary>
/// Asks for certified bounds of a method <c>F</c> on boxes: <c>FRange</c> encloses its values, <c>FGradientRange</c> its derivatives, and <c>FLipschitz</c> is an upper
/// bound of how fast it changes. Each takes an <see cref="Interval"/> where <c>F</c> takes a variable.
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
    /// The bound that must be provable on the box that the variables' <see cref="DomainAttribute"/>s make; none when not said. The proof at build time is not there
    /// yet: a model with such a claim gets no bounds, and a warning that says so.
    /// </summary>
    public double Max { get; set; } = double.PositiveInfinity;
}
