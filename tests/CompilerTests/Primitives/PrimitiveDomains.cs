using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace CompilerTests;

/// <summary>Where each row of the table is tried: an interval per argument, away from kinks and poles.</summary>
internal static class PrimitiveDomains
{
    private static readonly Dictionary<Primitive, (double Low, double High)[]> Intervals = new()
    {
        [Exp] = [(-700, 700)], [Exp2] = [(-1000, 1000)], [Exp10] = [(-300, 300)],
        [ExpM1] = [(-20, 30)], [Exp2M1] = [(-30, 30)], [Exp10M1] = [(-10, 10)],
        [Log] = [(1e-3, 1e6)], [LogOfBase] = [(1e-3, 1e6), (1.5, 20)], [Log2] = [(1e-3, 1e6)], [Log10] = [(1e-3, 1e6)],
        [LogP1] = [(-0.999, 1e4)], [Log2P1] = [(-0.999, 1e4)], [Log10P1] = [(-0.999, 1e4)],
        [Sqrt] = [(1e-6, 1e9)], [Cbrt] = [(-1e9, 1e9)], [RootN] = [(1e-6, 1e9), (1, 9)], [Pow] = [(0.01, 50), (-20, 20)],
        [Hypot] = [(-1e3, 1e3), (-1e3, 1e3)], [FusedMultiplyAdd] = [(-10, 10), (-10, 10), (-10, 10)], [MultiplyAddEstimate] = [(-10, 10), (-10, 10), (-10, 10)],
        [Lerp] = [(-10, 10), (-10, 10), (-1, 2)], [ScaleB] = [(-10, 10), (-20, 20)],
        [Sin] = [(-1e4, 1e4)], [Cos] = [(-1e4, 1e4)], [Tan] = [(-1.5, 1.5)], [SinPi] = [(-1e3, 1e3)], [CosPi] = [(-1e3, 1e3)], [TanPi] = [(-0.48, 0.48)],
        [Asin] = [(-0.999, 0.999)], [Acos] = [(-0.999, 0.999)], [Atan] = [(-1e3, 1e3)], [AsinPi] = [(-0.999, 0.999)], [AcosPi] = [(-0.999, 0.999)],
        [AtanPi] = [(-1e3, 1e3)],
        [Atan2] = [(0.01, 10), (-10, 10)], [Atan2Pi] = [(0.01, 10), (-10, 10)], [DegreesToRadians] = [(-720, 720)], [RadiansToDegrees] = [(-20, 20)],
        [Sinh] = [(-700, 700)], [Cosh] = [(-700, 700)], [Tanh] = [(-20, 20)], [Asinh] = [(-1e5, 1e5)], [Acosh] = [(1.001, 1e5)], [Atanh] = [(-0.999, 0.999)],
        [Erf] = [(-3, 3)], [Erfc] = [(-3, 3)], [NormalCdf] = [(-8, 6)], [NormalPdf] = [(-8, 8)], [Sigmoid] = [(-40, 20)], [SoftPlus] = [(-40, 40)],
        [AccurateExpM1] = [(-20, 30)], [AccurateLogP1] = [(-0.999, 1e4)],
        [LogGamma] = [(0.02, 60)], [Digamma] = [(0.02, 60)], [Trigamma] = [(0.02, 60)], [Polygamma] = [(0, 6), (0.02, 60)],
        [Clamp] = [(-3, 3), (-2, -1), (1, 2)], [RoundToDigits] = [(-100, 100), (0, 6)], [RoundByMode] = [(-100, 100), (0, 4)],
        [RoundToDigitsByMode] = [(-100, 100), (0, 6), (0, 4)], [IEEERemainder] = [(-100, 100), (0.5, 7)],
    };

    /// <summary>Arguments that are integers, by row and place.</summary>
    public static bool IsInteger(Primitive primitive, int argument) => primitive == Polygamma ? argument == 0 : argument > 0
        && (primitive == RootN || primitive == ScaleB || primitive == RoundToDigits || primitive == RoundByMode || primitive == RoundToDigitsByMode);

    /// <summary>Rows that only ask, whose result is not a real.</summary>
    public static bool IsQuestion(Primitive primitive) =>
        primitive.Name.StartsWith("is", System.StringComparison.Ordinal) || primitive == Sign;

    public static Gen<double[]> Points(Primitive primitive) =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Select((u, v, w) =>
            new[] { u, v, w }.Take(primitive.Arity).Select((t, i) => At(primitive, i, t)).ToArray());

    private static double At(Primitive primitive, int argument, double t)
    {
        (double low, double high) = Intervals.TryGetValue(primitive, out (double, double)[]? intervals) ? intervals[argument] : (-10, 10);
        // Shrunk samples are simple fractions: what they would hit together (a tie, a whole number, zero) is kept away from by odd margins.
        double value = low + ((high - low) * (0.0123457 + (0.00271 * argument) + (t * 0.9712341)));
        return IsInteger(primitive, argument) ? System.Math.Round(value) : value;
    }
}
