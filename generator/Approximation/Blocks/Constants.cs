using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Approximation;

/// <summary>The constants of reductions, as double-doubles to compute with and as balls to prove with.</summary>
internal static class Constants
{
    public static DoubleDouble Of(Twofold known) => new(known.Hi, known.Lo);

    public static Ball Ball(Twofold known) => BallFunctions.Known(known);

    /// <summary>What x grows by when an exponential doubles: ln 2, 1, log₁₀ 2.</summary>
    public static Ball Doubling(Primitive function) => function switch
    {
        _ when function == Exp2 || function == Log2 => 1,
        _ when function == Exp10 || function == Log10 => Ball(KernelConstants.Ln2) / Ball(KernelConstants.Ln10),
        _ => Ball(KernelConstants.Ln2),
    };

    public static DoubleDouble Middle(Ball ball) => new(ball.Middle.Hi, ball.Middle.Lo);

    /// <summary>A number in two or three of a format, the first nearest to it, the next nearest to what is left.</summary>
    public static double[] Split(Ball value, int parts, bool isSingle)
    {
        double[] numbers = new double[parts];
        for (int i = 0; i < parts; i++)
        {
            numbers[i] = Formats.Round(Middle(value), isSingle);
            value -= numbers[i];
        }
        return numbers;
    }

    /// <summary>At most what a number differs from the sum of its parts by.</summary>
    public static double Rest(Ball value, double[] parts)
    {
        foreach (double part in parts)
        {
            value -= part;
        }
        return value.Magnitude;
    }
}
