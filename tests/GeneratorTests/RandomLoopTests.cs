using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;
using Microsoft.CodeAnalysis;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>
/// Every optimised path against the one that keeps the model's order of operations: the same random loops with <c>Rounding = Exact</c> and with
/// <c>Fast</c>, compiled in one project and run at lengths around the numbers of lanes. Values are of order one, there are at most a few thousand terms
/// to a sum, elementary functions in lanes differ by up to 4 ulp, and what later loops make of that magnifies it by what derivatives say, which is what the largest
/// number returned stands for; hence 1e-12 · (1 + largest), and 2²⁹ times that in single precision. <c>PROXIMA_PROGRAMS</c> runs that many models instead,
/// from the seed <c>PROXIMA_FIRST</c> on.
/// </summary>
public sealed class RandomLoopTests
{
    private const int ModelsPerProject = 60;

    private static readonly int[] s_lengths = [0, 1, 7, 8, 9, 16, 17, 24, 40];

    private delegate T Value<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> w, ReadOnlySpan<int> k, T p, int n, int m);

    private delegate T Gradient<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> w, ReadOnlySpan<int> k, T p, int n, int m, Span<T> dX, Span<T> dY, Span<T> dW, out T dP);

    private delegate T Tangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> w, ReadOnlySpan<int> k, T p, int n, int m, ReadOnlySpan<T> tX, ReadOnlySpan<T> tY, ReadOnlySpan<T> tW, T tP, out T tangent);

    private delegate T Product<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> w, ReadOnlySpan<int> k, T p, int n, int m, ReadOnlySpan<T> vX, ReadOnlySpan<T> vY, ReadOnlySpan<T> vW, T vP,
        Span<T> hX, Span<T> hY, Span<T> hW, out T hP);

    private delegate void Results<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> w, ReadOnlySpan<int> k, T p, int n, int m, Span<T> z);

    private delegate void Adjoint<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> w, ReadOnlySpan<int> k, T p, int n, int m, Span<T> z, ReadOnlySpan<T> seedZ, Span<T> dX, Span<T> dY, Span<T> dW, out T dP);

    private delegate void Push<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> w, ReadOnlySpan<int> k, T p, int n, int m, Span<T> z, ReadOnlySpan<T> tX, ReadOnlySpan<T> tY, ReadOnlySpan<T> tW, T tP, Span<T> tZ);

    /// <summary>What is annotated, on which kind of model.</summary>
    private enum Kind
    {
        Value,
        Results,
        Curved,
    }

    [Fact]
    [Trait("Category", "Batch")]
    public void Fast_numbers_of_scalar_models_agree_with_exact_ones() => Agree<double>(Kind.Value, 2001, 60);

    [Fact]
    [Trait("Category", "Batch")]
    public void Fast_numbers_of_vector_models_agree_with_exact_ones() => Agree<double>(Kind.Results, 3001, 30);

    [Fact]
    [Trait("Category", "Batch")]
    public void Fast_Hessian_products_agree_with_exact_ones() => Agree<double>(Kind.Curved, 4001, 16);

    [Fact]
    [Trait("Category", "Batch")]
    public void Fast_numbers_of_single_precision_agree_with_exact_ones() => Agree<float>(Kind.Value, 5001, 30);

    private static void Agree<T>(Kind kind, int first, int count)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        int models = int.TryParse(Environment.GetEnvironmentVariable("PROXIMA_PROGRAMS"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int asked) ? asked : count;
        int start = int.TryParse(Environment.GetEnvironmentVariable("PROXIMA_FIRST"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int from) ? from : first;
        List<string> failures = [];
        int inLanes = 0;
        for (int seed = start; seed < start + models; seed += ModelsPerProject)
        {
            int[] seeds = [.. Enumerable.Range(seed, Math.Min(ModelsPerProject, start + models - seed))];
            using CompiledModel project = Compile.Run(Source<T>(kind, seeds));
            Assert.Null(project.GeneratorFailure);
            Diagnostic[] errors = [.. project.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)];
            Assert.True(errors.Length == 0, string.Join("\n", errors.Take(10)));
            foreach (int model in seeds)
            {
                inLanes += project.Sources.Any(s => s.Key.Contains("Fast" + model + ".", StringComparison.Ordinal) && s.Value.Contains("Vector512", StringComparison.Ordinal)) ? 1 : 0;
                try
                {
                    new Comparison<T>(project, kind, model).Run();
                }
                catch (Exception exception)
                {
                    failures.Add("Model " + model + ": " + exception.Message + "\n" + RandomLoops.Body(model, kind == Kind.Results, typeof(T) == typeof(float)));
                }
            }
        }
        Assert.True(failures.Count == 0, failures.Count + " of " + models + " models differ.\n" + string.Join("\n", failures.Take(8)));
        Assert.True(inLanes >= models / 3, FormattableString.Invariant($"only {inLanes} of {models} models run in lanes"));
    }

    private static string Source<T>(Kind kind, IEnumerable<int> seeds)
    {
        bool isSingle = typeof(T) == typeof(float);
        string real = isSingle ? "float" : "double";
        string parameters = $"ReadOnlySpan<{real}> x, ReadOnlySpan<{real}> y, ReadOnlySpan<{real}> w, [Constant] ReadOnlySpan<int> k, {real} p, int n, int m";
        StringBuilder text = new("using System;\nusing Proxima;\n");
        foreach (int seed in seeds)
        {
            string body = RandomLoops.Body(seed, kind == Kind.Results, isSingle);
            foreach (string rounding in (string[])["Exact", "Fast"])
            {
                string asked = kind switch
                {
                    Kind.Value => $"[Gradient(Rounding = Rounding.{rounding}), Tangent]",
                    Kind.Results => $"[Adjoint(Rounding = Rounding.{rounding}), Tangent]",
                    _ => $"[Hessian(Rounding = Rounding.{rounding})]",
                };
                string head = kind == Kind.Results ? $"void F({parameters}, [Result] Span<{real}> z)" : $"{real} F({parameters})";
                text.Append(CultureInfo.InvariantCulture, $"public static partial class {rounding}{seed}\n{{\n    {asked}\n    public static {head}\n    {{\n{body}    }}\n}}\n");
            }
        }
        return text.ToString();
    }

    /// <summary>One model at many points.</summary>
    private sealed class Comparison<T>(CompiledModel project, Kind kind, int seed)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        private readonly Random _random = new(seed);

        public void Run()
        {
            foreach (int n in s_lengths)
            {
                Run(n, _random.Next(9));
            }
            Run(_random.Next(41), _random.Next(3) * 4);
        }

        private void Run(int n, int m)
        {
            T[] x = Numbers((2 * n) + RandomLoops.Margin), y = Numbers(x.Length), w = Numbers((x.Length + 9) * 10);
            int[] k = [.. x.Select(_ => _random.Next(x.Length))];
            T p = Number();
            T[] tX = Numbers(x.Length), tY = Numbers(y.Length), tW = Numbers(w.Length), seedZ = Numbers(x.Length);
            T tP = Number();
            T[][] exact = All("Exact"), fast = All("Fast");
            double largest = exact.Max(static row => row.Max(static e => Math.Abs(double.CreateChecked(e))));
            double bound = (typeof(T) == typeof(float) ? 1e-12 * (1 << 29) : 1e-12) * (1 + largest);
            for (int row = 0; row < exact.Length; row++)
            {
                for (int i = 0; i < exact[row].Length; i++)
                {
                    double wanted = double.CreateChecked(exact[row][i]), actual = double.CreateChecked(fast[row][i]);
                    if (!(Math.Abs(wanted - actual) <= bound))
                    {
                        throw new InvalidOperationException(FormattableString.Invariant($"n = {n}, m = {m}, output {row} [{i}]: {actual:R} instead of {wanted:R}"));
                    }
                }
            }

            T[][] All(string rounding)
            {
                string type = rounding + seed.ToString(CultureInfo.InvariantCulture);
                T[] dX = Numbers(x.Length), dY = Numbers(y.Length), dW = Numbers(w.Length), z = Numbers(x.Length), tZ = Numbers(x.Length), other = Numbers(x.Length);
                T dP, tangent = T.Zero, value = T.Zero, again = T.Zero;
                switch (kind)
                {
                    case Kind.Value:
                        value = project.Method<Gradient<T>>(type, "FGradient")(x, y, w, k, p, n, m, dX, dY, dW, out dP);
                        again = project.Method<Tangent<T>>(type, "FTangent")(x, y, w, k, p, n, m, tX, tY, tW, tP, out tangent);
                        Exact([project.Method<Value<T>>(type, "F")(x, y, w, k, p, n, m)], [value]);
                        return [[value, again, tangent, dP], dX, dY, dW];
                    case Kind.Results:
                        project.Method<Adjoint<T>>(type, "FAdjoint")(x, y, w, k, p, n, m, z, seedZ, dX, dY, dW, out dP);
                        project.Method<Push<T>>(type, "FTangent")(x, y, w, k, p, n, m, other, tX, tY, tW, tP, tZ);
                        T[] plain = Numbers(x.Length);
                        project.Method<Results<T>>(type, "F")(x, y, w, k, p, n, m, plain);
                        Exact(plain, z);
                        return [[dP], z, other, tZ, dX, dY, dW];
                    default:
                        value = project.Method<Product<T>>(type, "FHessianProduct")(x, y, w, k, p, n, m, tX, tY, tW, tP, dX, dY, dW, out dP);
                        Exact([project.Method<Value<T>>(type, "F")(x, y, w, k, p, n, m)], [value]);
                        return [[value, dP], dX, dY, dW];
                }

                void Exact(T[] wanted, T[] actual)
                {
                    if (rounding == "Exact" && !wanted.SequenceEqual(actual))
                    {
                        int i = Enumerable.Range(0, wanted.Length).First(i => wanted[i] != actual[i]);
                        throw new InvalidOperationException(FormattableString.Invariant($"n = {n}, m = {m}: the exact value [{i}] is {actual[i]} instead of {wanted[i]}"));
                    }
                }
            }
        }

        private T[] Numbers(int length) => [.. Enumerable.Range(0, length).Select(_ => Number())];

        private T Number() => T.CreateChecked((_random.NextDouble() * 2) - 1);
    }
}
