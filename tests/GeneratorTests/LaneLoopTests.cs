using System;
using System.Collections.Generic;
using System.Linq;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Loops in lanes where lanes are easily wrong: too few elements, strides of zero, numbers that are not finite, elements that iterations share.</summary>
public sealed class LaneLoopTests
{
    private delegate double Gradient(ReadOnlySpan<double> x, ReadOnlySpan<double> w, int n, int m, Span<double> dX, Span<double> dW);

    private delegate double Value(ReadOnlySpan<double> x, ReadOnlySpan<double> w, int n, int m);

    private static readonly (string Name, string Body)[] s_models =
    [
        ("Sum", "for (int i = 0; i < n; i++) { s += Math.Sin(x[i]) * w[i]; }"),
        ("Down", "for (int i = n - 1; i >= 0; i--) { s += x[i] * Math.Exp(w[i]); }"),
        ("Largest", "s = -9; for (int i = 0; i < n; i++) { s = Math.Max(s, x[i] * w[i]); }"),
        ("Product", "s = 1; for (int i = 0; i < n; i++) { s *= 1 + x[i] * w[i]; }"),
        ("Branch", "for (int i = 0; i < n; i++) { if (x[i] > 0) { s += Math.Sqrt(x[i]) * w[i]; } else { s -= x[i] * x[i]; } }"),
        ("Guarded", "for (int i = 0; i < n; i++) { if (i + 1 < n) { s += x[i] * x[i + 1] * Math.Cos(w[i]); } }"),
        ("Rows", "for (int i = 0; i < n; i++) { double d = 0; for (int j = 0; j < m; j++) { d += w[i * m + j] * x[j]; } s += Math.Tanh(d) * x[i]; }"),
        ("Columns", "for (int i = 0; i < n; i++) { double d = 0; for (int j = 0; j < m; j++) { d += 0.1 * Math.Tanh(w[j * n + i] * x[i]); } s += d; }"),
        ("Beside", "for (int i = 0; i < n; i++) { s += x[i] * x[2 * i + 1] * w[i] * x[2 * i]; }"),
        ("Strided", "for (int i = 0; i < n; i++) { s += Math.Sin(w[i * m]) * x[i]; }"),
        ("Backwards", "for (int i = 0; i < n; i++) { s += Math.Sin(w[n - 1 - i]) * x[i]; }"),
        ("Stored", "double[] y = new double[n + 1]; for (int i = 0; i < n; i++) { y[i] = Math.Sin(x[i]); } for (int i = 0; i < n; i++) { s += y[i] * w[i]; }"),
        ("Recurrence", "double[] y = new double[n + 1]; for (int i = 0; i < n; i++) { y[i + 1] = Math.Sin(x[i] + y[i]) * w[i]; } s = y[n];"),
        ("After", "double[] y = new double[n + 1]; for (int i = 0; i < n; i++) { y[i + 1] = Math.Sin(x[i]); s += y[i] * w[i]; }"),
        ("Zeroth", "double[] y = new double[1]; for (int i = 0; i < n; i++) { y[i * 0] += Math.Sin(x[i]); } s = y[0];"),
        ("Uniform", "double[] y = new double[n + 1]; for (int i = 0; i < n; i++) { y[i * m] += Math.Sin(x[i]); } for (int i = 0; i <= (m > 1 ? 0 : n); i++) { s += y[i] * x[0]; }"),
        ("Last", "double last = 0; for (int i = 0; i < n; i++) { s += last * w[i]; last = Math.Sin(x[i]); } s += last;"),
        ("Newton", "for (int i = 0; i < n; i++) { double a = 1 + x[i] * x[i], r = a; while (r * r - a > 0.001) { r = 0.5 * (r + a / r); } s += r * w[i]; }"),
        ("Triangle", "for (int i = 0; i < n; i++) { double d = 0; for (int j = 0; j < i; j++) { d += Math.Sin(x[j]) * w[i]; } s += d * d; }"),
        ("Falling", "for (int i = 0; i < n; i++) { double t = 0; for (int j = m - 1; j > 0; j--) { t += (w[i] - x[j]) * x[j - 1]; } s += Math.Cos(0.1 * t); }"),
        ("Narrow", "for (int i = 0; i < 16; i++) { double t = x[i]; for (int j = n; j < m; j++) { t += x[j] * x[i]; } s += t * w[i]; }"),
        ("Searched", "for (int i = 0; i < n; i++) { int c = i; while (c < n && x[c] < 0.5) { c++; s += w[i] * x[i]; } }"),
        ("Length", "for (int i = 0; i < x.Length; i++) { s += Math.Sin(x[i]) * w[i]; }"),
        ("Far", "for (int i = m; i < n; i++) { s += x[i] * Math.Sin(w[i]); }"),
        ("Steps", "double[] h = new double[n * n]; for (int t = 0; t < m; t++) { for (int j = 0; j < n; j++) { h[j] = Math.Tanh(h[j] * w[t * n + j] + x[j]); } for (int j = 0; j < n; j++) { s += h[j] * w[n + j]; } }"),
        ("Copied", "double[] a = new double[2 * n * n], b = new double[n * n]; for (int t = 0; t < m; t++) { for (int j = n - 1; j >= 0; j--) { a[n + j] = x[j]; } for (int j = 0; j < n; j++) { b[j] += Math.Sin(a[n + j]) * w[t * n + j]; } for (int j = 0; j < n; j++) { s += b[j] * b[j]; } }"),
        ("Chosen", "for (int t = 0; t < m; t++) { for (int j = 0; j < n; j++) { if (x[j] > 0) { s += Math.Sqrt(x[j]) * w[t * n + j]; } else { s -= w[j] * w[j]; } } }"),
        ("Skipped", "for (int t = 0; t < m; t++) { if (t != 1) { for (int j = 0; j < n; j++) { s += Math.Exp(x[j] * w[2 * t * n + j]) * w[j]; } } }"),
        ("Sixes", "double[] h = new double[12]; for (int t = 0; t < m; t++) { for (int j = 0; j < 9; j++) { h[j] = Math.Tanh(h[j] * w[9 * t + j] + x[j]); } for (int j = 0; j < 9; j++) { s += h[j] * x[9 + j]; } }"),
        ("Anchored", "for (int i = 0; i < n; i++) { double d = x[i] - w[w.Length - 1]; s += d * d * Math.Sin(w[0]); }"),
        ("Divided", "for (int i = 0; i < n; i++) { if (m != 0) { s += x[i / m] * Math.Sin(w[i]); } }"),
    ];

    /// <summary>Sums that loops inside lanes add to.</summary>
    private static readonly (string Name, string Body)[] s_shared =
    [
        ("Mixture", "double[] c = new double[m]; for (int i = 0; i < n; i++) { double t = 0; for (int j = 0; j < m; j++) { c[j] = (w[i] - x[j]) * x[j]; t += c[j] * c[j]; } s += t / (1 + t); }"),
        ("Packed", """
            double[] c = new double[m], q = new double[m];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < m; j++) { c[j] = w[i] - x[j]; q[j] = c[j]; }
                int next = m;
                for (int column = 0; column < m; column++)
                {
                    for (int row = column + 1; row < m; row++) { q[row] += x[next] * c[column]; next++; }
                }
                double t = 0;
                for (int j = 0; j < m; j++) { t += q[j] * q[j]; }
                s += t / (1 + t) + 0.01 * q[0] * next;
            }
            """),
    ];

    private static readonly Lazy<CompiledModel> s_project = new(Compiled);

    public static TheoryData<string> Models => [.. s_models.Select(static m => m.Name)];

    private static CompiledModel Compiled()
    {
        IEnumerable<string> models = ((string[])["Exact", "Fast"]).SelectMany(static rounding => s_models.Concat(s_shared).Select(m => $$"""
            public static partial class {{rounding}}{{m.Name}}
            {
                [Gradient(Rounding = Rounding.{{rounding}})]
                public static double F(ReadOnlySpan<double> x, ReadOnlySpan<double> w, int n, int m)
                {
                    double s = 0;
                    {{m.Body}}
                    return s;
                }
            }
            """));
        CompiledModel project = Compile.Run("using System;\nusing Proxima;\n" + string.Join("\n", models));
        Assert.Null(project.GeneratorFailure);
        return project;
    }

    /// <summary>What a run gives: value and derivatives, or that it throws; and the derivatives so far.</summary>
    private static (double[] Numbers, bool Throws) Run(string type, double[] x, double[] w, int n, int m)
    {
        double[] dX = [.. x.Select(static _ => double.NaN)], dW = [.. w.Select(static _ => double.NaN)]; // outputs hold anything before
        try
        {
            double value = s_project.Value.Method<Gradient>(type, "FGradient")(x, w, n, m, dX, dW);
            return ([value, .. dX, .. dW], false);
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            return ([], true);
        }
    }

    private static bool ModelThrows(string name, double[] x, double[] w, int n, int m)
    {
        try
        {
            s_project.Value.Method<Value>("Fast" + name, "F")(x, w, n, m);
            return false;
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            return true;
        }
    }

    private static void Agree(string name, double[] x, double[] w, int n, int m)
    {
        (double[] exact, bool exactThrows) = Run("Exact" + name, x, w, n, m);
        (double[] fast, bool fastThrows) = Run("Fast" + name, x, w, n, m);
        string where = $"{name}, n = {n}, m = {m}, lengths {x.Length} and {w.Length}: ";
        Assert.True(exactThrows == fastThrows, where + (fastThrows ? "throws" : "does not throw"));
        Assert.True(exactThrows == ModelThrows(name, x, w, n, m), where + (exactThrows ? "throws, the model does not" : "does not throw, the model does"));
        double largest = exact.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        for (int i = 0; i < exact.Length; i++)
        {
            // Sums of at most forty terms in another order, elementary functions in lanes within 4 ulp: less than 2⁻⁴⁰ of the largest number.
            Assert.True(
                exact[i].Equals(fast[i]) || Math.Abs(exact[i] - fast[i]) <= (1 + largest) / (1L << 40),
                where + FormattableString.Invariant($"[{i}] is {fast[i]} instead of {exact[i]}; x = {string.Join(" ", x)}"));
        }
    }

    private static double[] Numbers(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (random.NextDouble() * 2) - 1)];

    [Theory]
    [InlineData("Mixture", "dXLanes[j] = ")]
    [InlineData("Packed", " = Batch.Part(dXLanes, ")]
    public void Sums_in_loops_inside_lanes_are_shared_by_blocks_and_walked_along(string name, string expected)
    {
        string text = s_project.Value.Sources.Single(f => f.Key.Contains("Fast" + name + ".", StringComparison.Ordinal) && !f.Key.EndsWith(".Widths.g.cs", StringComparison.Ordinal)).Value;
        Assert.Contains("blocks of lanes at a time", text, StringComparison.Ordinal);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Random random = new(4);
        for (int n = 0; n <= 75; n += n < 8 ? 4 : 1)
        {
            for (int m = 1; m <= 5; m++)
            {
                Agree(name, Numbers(random, (2 * n) + 16), Numbers(random, n), n, m);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Lanes_agree_with_the_exact_order_at_any_length_and_stride(string name)
    {
        Random random = new(1);
        for (int n = 0; n <= 40; n = n < 10 ? n + 1 : n + 7)
        {
            for (int m = 0; m <= 5; m++)
            {
                Agree(name, Numbers(random, (2 * n) + 10), Numbers(random, (n + 1) * 6), n, m);
            }
        }
    }

    /// <summary>From an array that just suffices down to an empty one, lanes throw where the model does and nowhere else.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void Arrays_that_are_too_short_throw_as_in_the_model(string name)
    {
        Random random = new(2);
        foreach ((int n, int m) in ((int, int)[])[(3, 1), (8, 1), (9, 2), (17, 2), (17, 0), (-1, -2)])
        {
            for (int length = 0; length <= 42; length += length is > 2 and < 14 ? 3 : 1)
            {
                Agree(name, Numbers(random, length), Numbers(random, 60), n, m);
                Agree(name, Numbers(random, 60), Numbers(random, length), n, m);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Numbers_that_are_not_finite_stay_what_they_are(string name)
    {
        Random random = new(3);
        foreach (double special in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0])
        {
            for (int at = 0; at < 20; at += 3)
            {
                double[] x = Numbers(random, 60), w = Numbers(random, 120);
                x[at] = special;
                Agree(name, x, w, 19, 3);
                x = Numbers(random, 60);
                w[at] = special;
                Agree(name, x, w, 19, 3);
            }
        }
    }

    [Fact]
    public void An_empty_range_at_the_end_of_the_integers_is_empty()
    {
        foreach ((int n, int m) in ((int, int)[])[(int.MinValue, 0), (int.MinValue, int.MaxValue), (0, int.MaxValue), (-1, 3), (3, int.MaxValue)])
        {
            Agree("Far", [1, 2, 3], [1, 2, 3], n, m);
            Agree("Narrow", new double[16], new double[16], m, n);
        }
    }
}
