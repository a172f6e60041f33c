using System;

namespace Proxima;

/// <summary>
/// Asks for a table in the place of an expensive method <c>F</c> of one <see langword="float"/> or <see langword="double"/>, such as a root that a loop finds, an integral
/// or a special function: <c>FTabulated</c> for one argument and for spans, and the constant <c>FTabulatedMaxError</c>, a proved bound of how far their results are from
/// the real value of <c>F</c>, rounding included.
/// </summary>
/// <remarks>
/// The interval is cut into pieces of about equal error, each with a polynomial; an argument finds its piece without a branch. Where <c>F</c> cannot be enclosed, because
/// it stops its loops by what they compute, say, there is no proof: the constant is then called <c>FTabulatedEstimatedError</c>, the largest error at many arguments,
/// and a warning (PRX0422) says why. A jump is an error (PRX0421). Exactly one of <see cref="MaxError"/> and <see cref="RelativeError"/> is given. Arguments outside the
/// interval count as its nearest end; NaN gives NaN. The same argument gives the same bits alone, in a span of any length, and on every processor.
/// </remarks>
/// <param name="lo">The smallest argument.</param>
/// <param name="hi">The largest argument.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TabulateAttribute(double lo, double hi) : ModelAttribute
{
    /// <summary>The smallest argument.</summary>
    public double Lo { get; } = lo;

    /// <summary>The largest argument.</summary>
    public double Hi { get; } = hi;

    /// <summary>The largest distance from the real value.</summary>
    public double MaxError { get; set; }

    /// <summary>The largest distance as a share of the real value, which must not be zero on the interval.</summary>
    public double RelativeError { get; set; }

    /// <summary>
    /// How pieces meet: −1, when not said, not at all, so that the result may step by up to twice the error; 0 at their ends, to a few units in the last place; 1 with their
    /// slopes too. The remarks of the companion say how far neighbours differ. Smoother tables need more pieces.
    /// </summary>
    public int Continuity { get; set; } = -1;
}
