extern alias compiler;

using System;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Primitives;
using Interval = compiler::Proxima.Interval;

namespace CompilerTests.Approximation;

/// <summary>Expansions in several variables and the ranges of their polynomials.</summary>
public sealed class SurfaceModelTests
{
    [Theory]
    [InlineData(1, 32)]
    [InlineData(2, 14)]
    [InlineData(3, 10)]
    public void Factors_multiply_to_the_product_and_none_is_left_out(int variables, int order)
    {
        Powers powers = Powers.Of(variables);
        Assert.Equal(order, powers.Order);
        for (int k = 0; k < powers.CountUpTo(order); k++)
        {
            Assert.Equal(powers.Exponents[k].Sum(), powers.Degrees[k]);
            Assert.Equal(powers.Exponents[k].Aggregate(1, static (product, e) => product * (e + 1)), powers.Left[k].Length);
            for (int i = 0; i < powers.Left[k].Length; i++)
            {
                int left = powers.Left[k][i], right = powers.Right[k][i];
                Assert.Equal(powers.Exponents[k], powers.Exponents[left].Zip(powers.Exponents[right], static (a, b) => a + b));
                Assert.Equal(left, powers.Right[k][^(i + 1)]);
                Assert.InRange(i, powers.First[k][powers.Degrees[left]], powers.First[k][powers.Degrees[left] + 1] - 1);
            }
        }
    }

    /// <summary>The coefficients of a composed function along a line are those of the function of one variable that it is there.</summary>
    [Fact]
    public void An_expansion_along_a_line_is_the_one_of_one_variable()
    {
        const int Order = 9;
        double[] at = [0.3, -0.4, 0.7], direction = [0.5, -1.25, 2];
        foreach (Func<Graph, int[], int> function in new Func<Graph, int[], int>[]
        {
            static (g, v) => g.Function(Elementary.Exp, g.Times(v[0], g.Plus(v[1], v[2]))),
            static (g, v) => g.Over(g.Function(Elementary.Sin, g.Times(v[0], v[0])), g.Plus(g.Constant(2), g.Times(v[1], v[2]))),
            static (g, v) => g.Times(g.Function(Elementary.Sqrt, g.Plus(g.Constant(3), v[2])), g.Function(Elementary.Exp, g.Times(v[1], g.Function(Elementary.Log, g.Plus(g.Constant(2), v[0]))))),
            static (g, v) => g.Function(Elementary.Atan2, g.Plus(v[0], g.Constant(1)), g.Times(v[1], v[2])),
        })
        {
            Graph graph = new();
            int node = function(graph, [graph.VariableAt(0), graph.VariableAt(1), graph.VariableAt(2)]);
            Series<Ball, BallField> series = new(graph, Array.ConvertAll(at, static v => (Ball)v), Order);
            Graph onLine = new();
            int alone = function(onLine, [.. at.Zip(direction, (a, d) => onLine.Plus(onLine.Constant(a), onLine.Times(onLine.Constant(d), onLine.Variable)))]);
            Series<Ball, BallField> expected = new(onLine, (Ball)0.0, Order);
            Powers powers = Powers.Of(3);
            for (int degree = 0; degree <= Order; degree++)
            {
                Ball sum = default;
                for (int k = degree == 0 ? 0 : powers.CountUpTo(degree - 1); k < powers.CountUpTo(degree); k++)
                {
                    Ball term = series[node, k];
                    for (int i = 0; i < 3; i++)
                    {
                        for (int j = 0; j < powers.Exponents[k][i]; j++)
                        {
                            term *= (Ball)direction[i];
                        }
                    }
                    sum += term;
                }
                Assert.InRange((sum - expected[alone, degree]).Magnitude, 0, 1e-13 * (1 + expected[alone, degree].Magnitude)); // some rows have 53 bits
                Assert.True((sum - expected[alone, degree]).Mignitude == 0);
            }
        }
    }

    [Theory]
    [InlineData(2, 7)]
    [InlineData(3, 4)]
    public void Bernstein_forms_contain_all_values_and_halves_fit_closely(int variables, int degree)
    {
        Random random = new(3);
        int size = (int)Math.Pow(degree + 1, variables);
        for (int round = 0; round < 50; round++)
        {
            double[] powers = [.. Enumerable.Range(0, size).Select(_ => (random.NextDouble() * 2) - 1)];
            BernsteinForm form = BernsteinForm.Of(variables, degree, powers, 0);
            double[] low = Enumerable.Repeat(-1.0, variables).ToArray(), high = Enumerable.Repeat(1.0, variables).ToArray();
            double before = form.Range.Width;
            for (int depth = 0; depth < 18; depth++)
            {
                Interval range = form.Range;
                for (int i = 0; i < 20; i++)
                {
                    double[] s = [.. low.Zip(high, (a, b) => i == 0 ? a : i == 1 ? b : a + ((b - a) * random.NextDouble()))];
                    double value = Value(powers, degree, s);
                    Assert.InRange(value, range.Lo - 1e-13, range.Hi + 1e-13); // what the sum above rounds
                    if (i < 2)
                    {
                        Interval corner = form.AtCorner(i == 0 ? 0 : (1 << variables) - 1);
                        Assert.InRange(value, corner.Lo - 1e-13, corner.Hi + 1e-13);
                    }
                }
                int axis = random.Next(variables);
                double middle = 0.5 * (low[axis] + high[axis]);
                bool isLow = random.Next(2) == 0;
                (BernsteinForm under, BernsteinForm over) = form.Halve(axis);
                form = isLow ? under : over;
                (isLow ? high : low)[axis] = middle;
            }
            Assert.InRange(form.Range.Width, 0, before / 4);
            Assert.InRange(form.Error, 0, 1e-11);
        }
    }

    private static double Value(double[] powers, int degree, double[] s)
    {
        double sum = 0;
        for (int place = 0; place < powers.Length; place++)
        {
            double term = powers[place];
            int rest = place;
            for (int i = s.Length - 1; i >= 0; i--, rest /= degree + 1)
            {
                term *= Math.Pow(s[i], rest % (degree + 1));
            }
            sum += term;
        }
        return sum;
    }
}
