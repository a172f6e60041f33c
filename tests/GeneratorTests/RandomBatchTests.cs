using System;
using System.Linq;
using System.Reflection;
using CompilerTests;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace GeneratorTests;

/// <summary>Random programs as C#: what the backend writes compiles without warnings, and lanes agree with scalars.</summary>
public sealed class RandomBatchTests
{
    private const int Programs = 120, SharedPrograms = 40;

    /// <summary>
    /// Every row of a batch, value and derivatives, against the scalar companion, 37 rows so that four blocks and a remainder run. Elementary functions differ by
    /// up to 4 ulp per call, programs have up to a few hundred calls, and a comparison can tip over; hence 1e-9, and values far apart only where two
    /// neighbouring points of the scalar method are far apart too.
    /// </summary>
    private const string Driver = """
        using System;
        using System.Threading.Tasks;
        public static class Driver
        {
            public delegate double Scalar(double x, double y, double z, ReadOnlySpan<double> a, int n, out double dX, out double dY, out double dZ, Span<double> dA);
            public delegate void Rows(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, ReadOnlySpan<double> a, int n, Span<double> result, Span<double> dX, Span<double> dY, Span<double> dZ, Span<double> dA);
            public delegate void Values(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, ReadOnlySpan<double> a, int n, Span<double> result);

            public delegate void SharedRows(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, ReadOnlySpan<double> a, int n, Span<double> result, Span<double> dX, Span<double> dY, Span<double> dZ, Span<double> dA, ParallelOptions? parallel);

            public static string Share(Rows rows, SharedRows shared, int n, int seed)
            {
                const int Count = 8197;
                Random random = new(seed);
                double[] points = new double[7 * Count];
                for (int i = 0; i < points.Length; i++) { points[i] = random.NextDouble() * 4 - 2; }
                double[] expected = new double[8 * Count], actual = new double[8 * Count];
                rows(points.AsSpan(0, Count), points.AsSpan(Count, Count), points.AsSpan(2 * Count, Count), points.AsSpan(3 * Count), n,
                    expected.AsSpan(0, Count), expected.AsSpan(Count, Count), expected.AsSpan(2 * Count, Count), expected.AsSpan(3 * Count, Count), expected.AsSpan(4 * Count));
                shared(points.AsSpan(0, Count), points.AsSpan(Count, Count), points.AsSpan(2 * Count, Count), points.AsSpan(3 * Count), n,
                    actual.AsSpan(0, Count), actual.AsSpan(Count, Count), actual.AsSpan(2 * Count, Count), actual.AsSpan(3 * Count, Count), actual.AsSpan(4 * Count),
                    new ParallelOptions { MaxDegreeOfParallelism = 2 });
                for (int i = 0; i < expected.Length; i++)
                {
                    if (BitConverter.DoubleToInt64Bits(expected[i]) != BitConverter.DoubleToInt64Bits(actual[i])) { return actual[i] + " instead of " + expected[i] + " at " + i; }
                }
                return "";
            }

            public static string Run(Scalar scalar, Rows rows, Values values, int n, int seed)
            {
                const int Count = 37;
                Random random = new(seed);
                double[] points = new double[7 * Count];
                for (int i = 0; i < points.Length; i++) { points[i] = random.NextDouble() * 4 - 2; }
                ReadOnlySpan<double> x = points.AsSpan(0, Count), y = points.AsSpan(Count, Count), z = points.AsSpan(2 * Count, Count), a = points.AsSpan(3 * Count);
                double[] result = new double[Count], alone = new double[Count], dX = new double[Count], dY = new double[Count], dZ = new double[Count], dA = new double[4 * Count];
                rows(x, y, z, a, n, result, dX, dY, dZ, dA);
                values(x, y, z, a, n, alone);
                Span<double> d = stackalloc double[4];
                for (int i = 0; i < Count; i++)
                {
                    double value = scalar(x[i], y[i], z[i], a.Slice(4 * i, 4), n, out double tX, out double tY, out double tZ, d);
                    double scale = 1 + Math.Abs(value);
                    string where = " in row " + i;
                    if (Differ(value, result[i], scale)) { return "value " + result[i] + " instead of " + value + where; }
                    if (Differ(value, alone[i], scale)) { return "value alone " + alone[i] + " instead of " + value + where; }
                    if (Differ(tX, dX[i], scale)) { return "dX " + dX[i] + " instead of " + tX + where; }
                    if (Differ(tY, dY[i], scale)) { return "dY " + dY[i] + " instead of " + tY + where; }
                    if (Differ(tZ, dZ[i], scale)) { return "dZ " + dZ[i] + " instead of " + tZ + where; }
                    for (int k = 0; k < 4; k++)
                    {
                        if (Differ(d[k], dA[4 * i + k], scale)) { return "dA[" + k + "] " + dA[4 * i + k] + " instead of " + d[k] + where; }
                    }
                }
                return "";
            }

            private static bool Differ(double expected, double actual, double scale) => !(Math.Abs(expected - actual) <= 1e-9 * scale * (1 + Math.Abs(expected)));
        }
        """;

    [Fact]
    [Trait("Category", "Batch")]
    public void Lanes_agree_with_scalars_on_random_programs()
    {
        RandomProgram[] programs = [.. Enumerable.Range(1, Programs).Select(RandomPrograms.Generate)];
        RandomProject project = new();
        project.Add(Driver);
        int vectorised = 0;
        for (int i = 0; i < programs.Length; i++)
        {
            vectorised += project.Add(RequestFor(programs[i], RandomProject.ClassOf(i))).Contains("Vector512<double> ", StringComparison.Ordinal) ? 1 : 0;
        }
        MethodInfo run = project.Method("Driver", "Run");
        for (int i = 0; i < programs.Length; i++)
        {
            string type = RandomProject.ClassOf(i);
            object?[] arguments =
            [
                Delegate.CreateDelegate(run.GetParameters()[0].ParameterType, project.Method(type, "FGradient")),
                Delegate.CreateDelegate(run.GetParameters()[1].ParameterType, project.Method(type, "FGradientBatch")),
                Delegate.CreateDelegate(run.GetParameters()[2].ParameterType, project.Method(type, "FBatch")),
                programs[i].N,
                i,
            ];
            string failure = (string)run.Invoke(null, arguments)!;
            Assert.True(failure.Length == 0, $"program of seed {i + 1}: {failure}");
        }

        // Most programs must really have run in lanes; the others choose elements by a row's values.
        Assert.True(vectorised > Programs / 3, $"{vectorised} of {Programs} in lanes");
    }

    [Fact]
    [Trait("Category", "Batch")]
    public void Threads_give_the_bits_of_one_thread_on_random_programs()
    {
        RandomProgram[] programs = [.. Enumerable.Range(2001, SharedPrograms).Select(RandomPrograms.Generate)];
        RandomProject project = new();
        project.Add(Driver);
        for (int i = 0; i < programs.Length; i++)
        {
            project.Add(RequestFor(programs[i], RandomProject.ClassOf(i)));
        }
        MethodInfo share = project.Method("Driver", "Share");
        for (int i = 0; i < programs.Length; i++)
        {
            string type = RandomProject.ClassOf(i);
            object?[] arguments =
            [
                Delegate.CreateDelegate(share.GetParameters()[0].ParameterType, project.Method(type, "FGradientBatch")),
                Delegate.CreateDelegate(share.GetParameters()[1].ParameterType, project.Shared(type, "FGradientBatch")),
                programs[i].N,
                i,
            ];
            string failure = (string)share.Invoke(null, arguments)!;
            Assert.True(failure.Length == 0, $"program of seed {i + 2001}: {failure}");
        }
    }

    private static Request RequestFor(RandomProgram program, string type) => new(
        type + ".F", "", ["static partial class " + type], "F", "F", "public", true, Companions.Gradient | Companions.Batch, Rounding.Fast, ScalarType.Double,
        [.. RandomProject.Parameters], program.Module)
    {
        Return = RandomProject.Scalar("result"),
    };
}
