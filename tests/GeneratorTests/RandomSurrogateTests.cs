using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;
using CompilerTests;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Explanations of random models against brute force over all coalitions of the model itself.</summary>
public sealed class RandomSurrogateTests
{
    /// <summary>at, baseline → Shapley values of what the model returns, its value, its base value, the residual; then of the margin, and of <c>FSurrogate</c>, which must agree.</summary>
    private delegate double[] Why(double[] at, double[] baseline);

    private delegate double Value(double[] x);

    [Fact]
    public void Shapley_values_of_random_scores_are_those_of_brute_force()
    {
        const int Scores = 60;
        StringBuilder source = new("using System;\nusing Proxima;\n\n");
        for (int seed = 0; seed < Scores; seed++)
        {
            source.Append(CultureInfo.InvariantCulture, $$"""
                public static partial class Score{{seed}}
                {
                {{RandomScores.Of(seed)}}

                    public static double At(double[] x) => new FModel().Value(x);

                    public static double[] Why(double[] x, double[] b)
                    {
                        Attribution result = Explain.Shapley(new FModel(), x, b, new() { Scale = OutputScale.Result }), margin = Explain.Shapley(new FModel(), x, b);
                        double value = FSurrogate(x[0], x[1], x[2], x[3], x[4] != 0, (int)x[5], b[0], b[1], b[2], b[3], b[4] != 0, (int)b[5],
                            out double dA, out double dB, out double dC, out double dD, out double dFlag, out double dLevel, out double baseValue);
                        return [.. result.Values, result.Value, result.BaseValue, result.Residual, .. margin.Values, margin.BaseValue, dA, dB, dC, dD, dFlag, dLevel, baseValue, value];
                    }
                }

                """);
        }
        using CompiledModel compiled = Compile.Run(source.ToString());
        Random random = new(11);
        for (int seed = 0; seed < Scores; seed++)
        {
            Type type = compiled.Load().GetType("Score" + seed.ToString(CultureInfo.InvariantCulture))!;
            Value value = type.GetMethod("At")!.CreateDelegate<Value>();
            Why why = type.GetMethod("Why")!.CreateDelegate<Why>();
            for (int row = 0; row < 4; row++)
            {
                double[] at = Point(random), baseline = Point(random), found = why(at, baseline);
                double[] expected = BruteForce(x => value(x), at, baseline);
                double size = 1 + Math.Abs(value(at)) + expected.Max(Math.Abs);
                Near([.. expected, value(at), value(baseline), 0], found[..9], size, seed);
                Near(found[9..16], found[16..23], 1 + found[9..16].Max(Math.Abs), seed);
                Assert.Equal(value(at), found[23]);
            }
        }
    }

    /// <summary>The programs of every other random test: most have loops and jumps that no one can write out, and are explained as a whole.</summary>
    [Fact]
    public void Shapley_values_of_random_programs_are_those_of_brute_force()
    {
        RandomProgram[] programs = RandomProject.Programs(4001, 40);
        RandomProject project = new();
        for (int i = 0; i < programs.Length; i++)
        {
            string type = RandomProject.ClassOf(i);
            project.Add(RequestFor(programs[i], type));
            project.Add(
                "using System;\nusing Proxima;\npublic static class Explained" + type + "\n{\n"
                + "    public static double[] Why(double[] x, double[] b, int n) => Explain.Shapley(new " + type + ".FModel(4, n), x, b, new() { Scale = OutputScale.Result }).Values;\n"
                + "    public static double At(double[] x, int n) => new " + type + ".FModel(4, n).Value(x);\n}\n");
        }
        Random random = new(5);
        for (int i = 0; i < programs.Length; i++)
        {
            string type = "Explained" + RandomProject.ClassOf(i);
            Func<double[], int, double> value = project.Method<Func<double[], int, double>>(type, "At");
            double[] at = programs[i].Point, baseline = [.. at.Select(x => x + random.NextDouble() - 0.5)];
            double[] expected = BruteForce(x => value(x, programs[i].N), at, baseline);
            double[] found = project.Method<Func<double[], double[], int, double[]>>(type, "Why")(at, baseline, programs[i].N);
            Near(expected, found, 1 + Math.Abs(value(at, programs[i].N)) + expected.Max(Math.Abs), i);
        }
    }

    // A score is a few dozen operations, a fold adds 64 values: their rounding.
    private static void Near(double[] expected, double[] actual, double size, int seed)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-12 * size, FormattableString.Invariant($"score {seed}, number {i}: {actual[i]:R} instead of {expected[i]:R}"));
        }
    }

    private static double[] Point(Random random) => [.. Enumerable.Range(0, 4).Select(_ => Math.Round((3 * random.NextDouble()) - 1.5, 3)), random.Next(2), random.Next(4)];

    private static double[] BruteForce(Func<double[], double> value, double[] at, double[] baseline)
    {
        int players = at.Length;
        double[] values = new double[players], table = [.. Enumerable.Range(0, 1 << players).Select(mask => value([.. at.Select((x, i) => ((mask >> i) & 1) != 0 ? x : baseline[i])]))];
        for (int mask = 0; mask < table.Length; mask++)
        {
            double choose = 1;
            for (int i = 0; i < BitOperations.PopCount((uint)mask); i++)
            {
                choose = choose * (players - 1 - i) / (i + 1);
            }
            for (int i = 0; i < players; i++)
            {
                values[i] += ((mask >> i) & 1) == 0 ? (table[mask | (1 << i)] - table[mask]) / (players * choose) : 0;
            }
        }
        return values;
    }

    private static Request RequestFor(RandomProgram program, string type) => new(
        type + ".F", "", ["static partial class " + type], "F", "F", "public", true, Companions.Surrogate, Rounding.Fast, ScalarType.Double, [.. RandomProject.Parameters], program.Module)
    {
        Return = RandomProject.Scalar("result"),
        Surrogate = new(SurrogateMethod.Shapley),
    };
}
