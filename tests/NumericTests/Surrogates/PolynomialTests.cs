using System;
using System.Linq;
using Proxima;
using Xunit;
using Xunit.Abstractions;

namespace NumericTests.Surrogates;

/// <summary>Fits of polynomials on points that are drawn for them.</summary>
public sealed class PolynomialTests(ITestOutputHelper output)
{
    public static TheoryData<int, int, DesignKind, bool> Designs()
    {
        TheoryData<int, int, DesignKind, bool> designs = [];
        foreach ((int dimension, int degree) in ((int, int)[])[(1, 1), (1, 3), (2, 2), (2, 3), (3, 3), (5, 1), (5, 2), (10, 2)])
        {
            foreach (DesignKind kind in Enum.GetValues<DesignKind>())
            {
                designs.Add(dimension, degree, kind, false);
                designs.Add(dimension, degree, kind, true);
            }
        }
        return designs;
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void A_polynomial_of_the_degree_is_recovered(int dimension, int degree, DesignKind kind, bool isGaussian)
    {
        Numbers numbers = new((ulong)((10 * dimension) + degree));
        int count = (int)PolynomialDesign.Coefficients(dimension, degree);
        double[] coefficients = numbers.Normals(count), at = numbers.Normals(dimension);
        PolynomialBasis basis = new(dimension, degree);
        Assert.Equal(count, basis.Count);
        Polynomial model = new(dimension, at, basis.Products, coefficients);
        PolynomialDesign design = new(degree, kind);
        PolynomialFit fit = LocalLinear.FitPolynomial(model, at, isGaussian ? design.Gaussian(0.7) : design.Box(0.7), degree);
        Assert.Equal(2 * count, fit.Evaluations);
        // Normal equations of a condition below 10⁴, refined once, and cubes of numbers of size 1.
        Near.Equal(coefficients, fit.Coefficients, 1e-11);
        Assert.True(fit.Loss <= 1e-24, $"{fit.Loss}");
        Assert.Equal((fit.Coefficients[0], degree), (fit.Value, fit.Degree));
        Assert.Equal(fit.Coefficients[1..(dimension + 1)], fit.Slopes.ToArray());
        double[] x = [.. at.Select(a => a + (0.7 * ((2 * numbers.Uniform()) - 1)))];
        Assert.Equal(model.Value(x), fit.ValueAt(x), 1e-11);
    }

    [Fact]
    public void A_polynomial_of_degree_1_is_the_linear_fit()
    {
        Layers model = References.Net("mlp12");
        double[] at = References.Rows("mlp12")[0];
        Neighbourhood box = new PolynomialDesign(1) { Points = 64 }.Box(0.2);
        LinearFit linear = LocalLinear.Fit(model, at, box);
        PolynomialFit polynomial = LocalLinear.FitPolynomial(model, at, box, degree: 1);
        Near.Equal(linear.Slopes, polynomial.Slopes.ToArray(), 1e-12);
        Assert.Equal((linear.Value, linear.R2), (polynomial.Value, polynomial.R2), (a, b) => Math.Abs(a.Item1 - b.Item1) <= 1e-13 && Math.Abs(a.Item2 - b.Item2) <= 1e-12);
    }

    [Fact]
    public void A_fit_of_degree_2_approaches_gradient_and_Hessian()
    {
        Scores.CurvedModel model = default;
        double[] at = [0.3, -0.2, 0.5];
        Quadratic expansion = Quadratic.Around(model, at);
        PolynomialFit fit = LocalLinear.FitPolynomial(model, at, new PolynomialDesign(2).Box(1e-3), degree: 2);
        Near.Equal(expansion.Gradient, fit.Slopes.ToArray(), 1e-5); // third derivatives of size 1, times the square of the radius
        for (int k = 4; k < fit.Coefficients.Length; k++)
        {
            (int i, int j) = (fit.Products[k][0], fit.Products[k][1]);
            double expected = expansion.Hessian[(3 * i) + j] * (i == j ? 0.5 : 1);
            Assert.Equal(expected, fit.Coefficients[k], 1e-2); // third derivatives of size 1, times the radius, times what ten coefficients from 20 points amplify
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(3, 2)]
    public void Drawn_for_the_degree_few_points_do_what_plain_random_ones_do_not(int dimension, int degree)
    {
        // The error on the whole box of a fit from m + 1 (just enough), 1.5 m and 2 m points, over that of the best polynomial; median of 41 designs.
        Ripple model = new(dimension);
        double[] at = new double[dimension];
        int coefficients = (int)PolynomialDesign.Coefficients(dimension, degree);
        Neighbourhood whole = Neighbourhood.Box(1, 4096);
        double best = Error(LocalLinear.FitPolynomial(model, at, whole, degree));
        foreach (int points in (int[])[coefficients + 1, 3 * coefficients / 2, 2 * coefficients])
        {
            double[] random = new double[41], christoffel = new double[41], determinantal = new double[41];
            for (int number = 0; number < random.Length; number++)
            {
                Numbers numbers = new(900 + (ulong)number);
                double[] rows = [.. Enumerable.Range(0, points * dimension).Select(_ => (2 * numbers.Uniform()) - 1)];
                random[number] = Error(LocalLinear.FitPolynomial(model, at, Neighbourhood.Rows(rows, dimension, double.PositiveInfinity), degree)) / best;
                christoffel[number] = Designed(DesignKind.Christoffel, number);
                determinantal[number] = Designed(DesignKind.Determinantal, number);
            }
            output.WriteLine(FormattableString.Invariant($"d = {dimension}, degree {degree}, m = {coefficients}, n = {points}: random {Median(random):F2}, Christoffel {Median(christoffel):F2}, determinantal {Median(determinantal):F2} of the best"));
            Assert.True(Median(determinantal) < Median(christoffel), $"{points}: {Median(determinantal)} and {Median(christoffel)}");
            Assert.True(Median(determinantal) < Median(random), $"{points}: {Median(determinantal)} and {Median(random)}");

            double Designed(DesignKind kind, int number) =>
                Error(LocalLinear.FitPolynomial(model, at, new PolynomialDesign(degree, kind) { Points = points, Number = number }.Box(1), degree)) / best;
        }

        double Error(PolynomialFit fit)
        {
            (double[] rows, double[] weights) = whole.Around(at);
            double squares = 0;
            for (int r = 0; r < weights.Length; r++)
            {
                double left = model.Value(rows.AsSpan(r * dimension, dimension)) - fit.ValueAt(rows.AsSpan(r * dimension, dimension));
                squares += weights[r] * left * left;
            }
            return Math.Sqrt(squares);
        }
    }

    [Theory]
    [InlineData(DesignKind.Christoffel, false)]
    [InlineData(DesignKind.Christoffel, true)]
    [InlineData(DesignKind.Determinantal, false)]
    [InlineData(DesignKind.Determinantal, true)]
    public void Weights_make_up_for_the_density(DesignKind kind, bool isGaussian)
    {
        // Σ weight · feature · feature / n is the identity on average: 400 designs of 20 points, of which the mean of an entry is off by at most 0.05 (deviations below 1).
        PolynomialBasis basis = new(2, 3);
        double[] powers = new double[8], features = new double[basis.Count], point = new double[2];
        double[,] gram = new double[basis.Count, basis.Count];
        const int Many = 400, Points = 20;
        for (int number = 0; number < Many; number++)
        {
            OptimalSample sample = OptimalSample.Of(2, new(3, kind) { Points = Points, Number = number }, isGaussian);
            for (int r = 0; r < Points; r++)
            {
                (point[0], point[1]) = (sample.Columns[r], sample.Columns[Points + r]);
                Assert.True(isGaussian || (Math.Abs(point[0]) <= 1 && Math.Abs(point[1]) <= 1));
                basis.Features(point, isGaussian, powers, features);
                for (int k = 0; k < gram.Length; k++)
                {
                    gram[k / basis.Count, k % basis.Count] += sample.Weights[r] * features[k / basis.Count] * features[k % basis.Count] / (Many * Points);
                }
            }
        }
        for (int k = 0; k < gram.Length; k++)
        {
            Assert.Equal(k / basis.Count == k % basis.Count ? 1.0 : 0.0, gram[k / basis.Count, k % basis.Count], 0.15);
        }
    }

    [Fact]
    public void Equal_designs_have_equal_points()
    {
        PolynomialDesign design = new(3) { Points = 30 };
        double[] at = [0.1, 0.2];
        (double[] rows, double[] weights) = design.Box(0.5).Around(at);
        (double[] again, double[] same) = new PolynomialDesign(3) { Points = 30 }.Box(0.5).Around(at);
        Assert.Equal(rows, again);
        Assert.Equal(weights, same);
        Assert.NotEqual(rows, (design with { Number = 1 }).Box(0.5).Around(at).Rows);
        Assert.Equal(1, weights.Sum(), 1e-14);
    }

    [Fact]
    public void Bad_designs_and_too_few_points_are_refused()
    {
        Ripple model = new(2);
        double[] at = [0, 0];
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialDesign(4).Box(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialDesign(2).Box(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialDesign(2).Gaussian(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialDesign(2) { Points = -1 }.Box(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LocalLinear.FitPolynomial(model, at, Neighbourhood.Box(1), 0));
        Assert.Throws<ArgumentException>(() => LocalLinear.FitPolynomial(model, at, Neighbourhood.Box(1, 5), 2));
        Assert.Throws<ArgumentException>(() => LocalLinear.FitPolynomial(model, at, Neighbourhood.Rows([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5], 2, double.PositiveInfinity), 2)); // on a line
        Assert.Throws<ArgumentException>(() => LocalLinear.FitPolynomial(model, [0, double.NaN], Neighbourhood.Box(1), 2));
        Assert.Contains(nameof(DesignKind.Christoffel), Assert.Throws<ArgumentException>(() => LocalLinear.FitPolynomial(new Ripple(40), new double[40], new PolynomialDesign(2).Box(1), 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LocalLinear.FitPolynomial(new Ripple(40), new double[40], Neighbourhood.Box(1, 64), 3));
        Assert.Throws<ArgumentException>(() => LocalLinear.FitPolynomial(model, at, Neighbourhood.Box(1), 2).ValueAt([1]));
    }

    private static double Median(double[] numbers) => numbers.Order().ElementAt(numbers.Length / 2);

    /// <summary>A smooth function that no polynomial of low degree is.</summary>
    private readonly struct Ripple(int dimension) : IFunction<double>
    {
        public int Dimension => dimension;

        public double Value(ReadOnlySpan<double> x)
        {
            double phase = 0.4;
            for (int i = 0; i < x.Length; i++)
            {
                phase += (1.5 - (0.3 * i)) * x[i];
            }
            return Math.Sin(phase) + Math.Exp(0.8 * x[0]);
        }

        public void Values(ReadOnlySpan<double> rows, Span<double> results)
        {
            for (int r = 0; r < results.Length; r++)
            {
                results[r] = Value(rows.Slice(r * dimension, dimension));
            }
        }
    }

    private readonly struct Polynomial(int dimension, double[] at, int[][] products, double[] coefficients) : IFunction<double>
    {
        public int Dimension => dimension;

        public double Value(ReadOnlySpan<double> x)
        {
            double sum = 0;
            for (int k = 0; k < products.Length; k++)
            {
                double product = coefficients[k];
                foreach (int i in products[k])
                {
                    product *= x[i] - at[i];
                }
                sum += product;
            }
            return sum;
        }

        public void Values(ReadOnlySpan<double> rows, Span<double> results)
        {
            for (int r = 0; r < results.Length; r++)
            {
                results[r] = Value(rows.Slice(r * dimension, dimension));
            }
        }
    }
}
