using System;
using Proxima;

namespace NumericTests;

/// <summary>The check finds wrong derivatives, passes right ones, and says when a difference cannot tell.</summary>
public sealed class DerivativeCheckTests
{
    [Fact]
    public void A_right_gradient_passes_with_an_accurate_difference()
    {
        DerivativeReport report = DerivativeCheck.Gradient(new Model(), [0.7, -30, 1e-3]);
        Assert.Equal(DerivativeVerdict.Passed, report.Verdict);
        Assert.True(report.IsPassed);
        // Extrapolated differences of a smooth function lose three to four of sixteen digits, and at most as many again to cancellation.
        Assert.InRange(report.LargestError, 0, 1e-9);
        report.ThrowIfFailed();
    }

    [Theory]
    [InlineData(1e-5)]
    [InlineData(0.5)]
    [InlineData(-2)]
    public void A_wrong_gradient_is_caught_and_named(double relative)
    {
        DerivativeReport report = DerivativeCheck.Gradient(new Model { Wrong = relative }, [0.7, -30, 1e-3]);
        Assert.Equal(DerivativeVerdict.Failed, report.Verdict);
        Assert.Equal(1, report.Coordinate);
        Assert.Contains("gradient[1]", Assert.Throws<InvalidOperationException>(() => report.ThrowIfFailed()).Message, StringComparison.Ordinal);
        Assert.Equal(report.Expected * (1 + relative), report.Actual, 1e-6);
    }

    [Fact]
    public void A_derivative_that_is_not_a_number_is_wrong() =>
        Assert.Equal(DerivativeVerdict.Failed, DerivativeCheck.Gradient(static x => x[0] * x[0], static x => [double.NaN], [1]).Verdict);

    [Theory]
    [InlineData(0, DerivativeVerdict.Kink)]
    [InlineData(1, DerivativeVerdict.Kink)]
    [InlineData(-1, DerivativeVerdict.Kink)]
    [InlineData(1.5, DerivativeVerdict.Failed)]
    public void At_a_kink_every_slope_between_both_sides_is_right(double slope, DerivativeVerdict expected)
    {
        DerivativeReport report = DerivativeCheck.Gradient(static x => Math.Abs(x[0]) + (3 * x[1]), x => [slope, 3], [0, 2]);
        Assert.Equal(expected, report.Verdict);
        Assert.Equal(0, report.Coordinate);
        Assert.Equal(expected == DerivativeVerdict.Kink, report.IsPassed);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e-3)]
    [InlineData(-1e-4)]
    public void Near_a_kink_a_right_gradient_passes_and_a_wrong_one_does_not(double distance)
    {
        Func<double[], double> function = static x => Math.Abs(x[0]) * Math.Exp(x[0]);
        double right = Math.Sign(distance) * (1 + distance) * Math.Exp(distance);
        Assert.True(DerivativeCheck.Gradient(function, x => [right], [distance]).IsPassed);
        Assert.Equal(DerivativeVerdict.Failed, DerivativeCheck.Gradient(function, x => [-right], [distance]).Verdict);
    }

    [Fact]
    public void Noise_is_not_blamed_on_the_gradient()
    {
        // x² with a relative noise of 1e-4 that no step can tell from the function.
        static double Noisy(double[] x) => x[0] * x[0] * (1 + (1e-4 * Math.Sin(1e12 * x[0])));
        DerivativeReport report = DerivativeCheck.Gradient(Noisy, static x => [2 * x[0]], [1.3]);
        Assert.Equal(DerivativeVerdict.Unclear, report.Verdict);
        Assert.False(report.IsPassed);
        report.ThrowIfFailed();
        Assert.StartsWith("Unclear", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_a_domain_is_stepped_around()
    {
        Assert.True(DerivativeCheck.Gradient(static x => Math.Sqrt(x[0]), static x => [0.5 / Math.Sqrt(x[0])], [1e-4]).IsPassed);
        Assert.Equal(DerivativeVerdict.Failed, DerivativeCheck.Gradient(static x => Math.Log(x[0]), static x => [-1 / x[0]], [0.01]).Verdict);
    }

    [Fact]
    public void A_component_that_is_zero_is_told_from_a_small_wrong_one()
    {
        Assert.True(DerivativeCheck.Gradient(static x => Math.Cos(x[0]) + x[1], static x => [0, 1], [0, 5]).IsPassed);
        Assert.Equal(DerivativeVerdict.Failed, DerivativeCheck.Gradient(static x => Math.Cos(x[0]) + x[1], static x => [1e-3, 1], [0, 5]).Verdict);
    }

    [Fact]
    public void A_product_with_the_hessian_is_checked_along_any_direction()
    {
        DerivativeCheck.HessianProduct(new Model(), [0.7, -3, 0.2]).ThrowIfFailed();
        Assert.True(DerivativeCheck.HessianProduct(new Model(), [0.7, -3, 0.2], [0, 1, 0]).IsPassed);
        DerivativeReport report = DerivativeCheck.HessianProduct(new Model { Wrong = 1e-3 }, [0.7, -3, 0.2]);
        Assert.Equal(DerivativeVerdict.Failed, report.Verdict);
        Assert.Equal("product[1]", report.What);
    }

    [Fact]
    public void Jacobian_and_dot_product_find_what_they_are_for()
    {
        Assert.True(DerivativeCheck.Jacobian(new Residual(), [0.3, 2]).IsPassed);
        Assert.True(DerivativeCheck.DotProduct(new Residual(), [0.3, 2]).IsPassed);

        DerivativeReport jvp = DerivativeCheck.Jacobian(new Residual { WrongJvp = 1e-4 }, [0.3, 2]);
        Assert.Equal(DerivativeVerdict.Failed, jvp.Verdict);
        Assert.Equal(5, jvp.Coordinate); // output 2, input 1
        Assert.Equal(DerivativeVerdict.Failed, DerivativeCheck.DotProduct(new Residual { WrongJvp = 1e-4 }, [0.3, 2]).Verdict);
        Assert.Equal(DerivativeVerdict.Failed, DerivativeCheck.DotProduct(new Residual { WrongVjp = 1e-4 }, [0.3, 2]).Verdict);
        Assert.True(DerivativeCheck.Jacobian(new Residual { WrongVjp = 1e-4 }, [0.3, 2]).IsPassed);
    }

    /// <summary>sin(x)·y² + e^z; <see cref="Wrong"/> spoils what belongs to y.</summary>
    private readonly struct Model : IHessianProduct<double>
    {
        public double Wrong { get; init; }

        public int Dimension => 3;

        public double Value(ReadOnlySpan<double> x) => (Math.Sin(x[0]) * x[1] * x[1]) + Math.Exp(x[2]);

        public void Values(ReadOnlySpan<double> rows, Span<double> results) => throw new NotSupportedException();

        public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
        {
            gradient[0] = Math.Cos(x[0]) * x[1] * x[1];
            gradient[1] = 2 * Math.Sin(x[0]) * x[1] * (1 + Wrong);
            gradient[2] = Math.Exp(x[2]);
            return Value(x);
        }

        public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

        public double HessianProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product)
        {
            product[0] = (-Math.Sin(x[0]) * x[1] * x[1] * v[0]) + (2 * Math.Cos(x[0]) * x[1] * v[1]);
            product[1] = (2 * Math.Cos(x[0]) * x[1] * v[0]) + (2 * Math.Sin(x[0]) * v[1]);
            product[2] = Math.Exp(x[2]) * v[2];
            return Value(x);
        }
    }

    /// <summary>(x·y, e^x, x + y²).</summary>
    private readonly struct Residual : IResidual<double>
    {
        public double WrongJvp { get; init; }

        public double WrongVjp { get; init; }

        public int Inputs => 2;

        public int Outputs => 3;

        public void Value(ReadOnlySpan<double> x, Span<double> y) => (y[0], y[1], y[2]) = (x[0] * x[1], Math.Exp(x[0]), x[0] + (x[1] * x[1]));

        public void Jvp(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> jv) =>
            (jv[0], jv[1], jv[2]) = ((x[1] * v[0]) + (x[0] * v[1]), Math.Exp(x[0]) * v[0], v[0] + (2 * x[1] * v[1] * (1 + WrongJvp)));

        public void Vjp(ReadOnlySpan<double> x, ReadOnlySpan<double> seed, Span<double> gradient) =>
            (gradient[0], gradient[1]) = ((x[1] * seed[0]) + (Math.Exp(x[0]) * seed[1]) + seed[2], (x[0] * seed[0]) + (2 * x[1] * seed[2] * (1 + WrongVjp)));
    }
}
