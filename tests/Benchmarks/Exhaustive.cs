using System;
using System.IO;
using System.Text;

namespace Benchmarks;

/// <summary>
/// Approximations of one <see langword="float"/> at every float of their interval against the double of the library, which is near enough to the real value to tell units in the last place
/// of floats: the proved bound holds, or this says where not. Outside of continuous integration; the table that it writes is committed, with a hash of all results.
/// </summary>
internal static class Exhaustive
{
    private delegate void Column(ReadOnlySpan<float> from, Span<float> to);

    private const int Block = 4096;

    /// <summary>Writes the table; false where a bound does not hold.</summary>
    public static bool Run(string path)
    {
        StringBuilder table = new("| function | interval | floats | proved, ulp | worst, ulp | at | hash of all results |\n|---|---|---|---|---|---|---|\n");
        bool holds = Check(table, "exp", -87, 88, Approximations.Exp1ApproximateMaxError, Approximations.Exp1Approximate, Math.Exp);
        holds &= Check(table, "exp, with a table", -87, 88, Approximations.Exp2ApproximateMaxError, Approximations.Exp2Approximate, Math.Exp);
        holds &= Check(table, "log", 1e-37f, 1e38f, Approximations.LogApproximateMaxError, Approximations.LogApproximate, Math.Log);
        holds &= Check(table, "sin", -100, 100, Approximations.SinApproximateMaxError, Approximations.SinApproximate, Math.Sin);
        holds &= Check(table, "tanh", -10, 10, Approximations.TanhApproximateMaxError, Approximations.TanhApproximate, Math.Tanh);
        holds &= Check(table, "logistic", -20, 20, Approximations.SigmoidApproximateMaxError, Approximations.SigmoidApproximate, static x => 1 / (1 + Math.Exp(-x)));
        File.WriteAllText(path, table.ToString());
        Console.Write(table);
        return holds;
    }

    private static bool Check(StringBuilder table, string name, float lo, float hi, double proved, Column function, Func<double, double> exact)
    {
        float[] from = new float[Block], to = new float[Block];
        double worst = 0;
        float at = 0;
        ulong hash = 14695981039346656037; // Fowler, Noll and Vo's, of 64 bits
        long count = 0;
        foreach (bool isNegative in new[] { true, false })
        {
            // The floats of one sign are their bits, in order of magnitude.
            float least = isNegative ? Math.Max(0, -hi) : Math.Max(0, lo), most = isNegative ? -lo : hi;
            for (long bits = BitConverter.SingleToInt32Bits(least), last = BitConverter.SingleToInt32Bits(Math.Max(0, most)); most > 0 && bits <= last; bits += Block)
            {
                int length = (int)Math.Min(Block, last - bits + 1);
                for (int i = 0; i < length; i++)
                {
                    from[i] = BitConverter.Int32BitsToSingle((int)(bits + i) | (isNegative ? int.MinValue : 0));
                }
                function(from.AsSpan(0, length), to.AsSpan(0, length));
                for (int i = 0; i < length; i++)
                {
                    double value = exact(from[i]);
                    double error = Math.Abs(to[i] - value) / Unit(value);
                    if (!(error <= worst))
                    {
                        (worst, at) = (error, from[i]);
                    }
                    hash = (hash ^ BitConverter.SingleToUInt32Bits(to[i])) * 1099511628211;
                }
                count += length;
            }
        }
        table.Append(FormattableString.Invariant($"| {name} | {lo:R} to {hi:R} | {count} | {proved:G3} | {worst:F3} | {at:R} | {hash:x16} |\n"));
        return worst <= proved;
    }

    /// <summary>A unit in the last place of the float next to a value; that of subnormal floats at least.</summary>
    private static double Unit(double value)
    {
        long exponent = Math.Max((BitConverter.DoubleToInt64Bits(value) >> 52) & 0x7FF, 1023 - 126);
        return BitConverter.Int64BitsToDouble((exponent - 23) << 52);
    }
}
