namespace NumericTests.Constructs;

public sealed class WrittenTwiceTests
{
    private static readonly double[] s_x = [0.5, -0.7, 1.2];

    [Fact]
    public void Only_the_last_store_of_an_element_has_a_derivative()
    {
        double[] y = new double[3], d = new double[3];
        WrittenTwice.OverwrittenAdjoint(s_x, y, [1, 1, 1], d);
        Assert.Equal([1.0, -1.4, 2.4], d);
    }

    [Fact]
    public void Arms_may_share_an_element()
    {
        double[] y = new double[3], d = new double[3];
        WrittenTwice.ByArmsAdjoint(s_x, y, [1, 1, 1], d);
        Assert.Equal([1.0, System.Math.Exp(-0.7), 2.4], d);
    }

    [Fact]
    public void A_result_that_is_read_back_has_its_derivative_and_its_rest_stays()
    {
        double[] y = [0, 0, 7], d = new double[3];
        WrittenTwice.ReadBackAdjoint(s_x, y, [1, 1, 1], d);
        Assert.Equal([0.25, -0.175, 7.0], y);
        Assert.Equal([1 + (2 * 0.5 * -0.7), 0.25, 0.0], d);
    }

    /// <summary>∂²aᵇ/∂a∂b at b = 0 is 1/a, although ∂aᵇ/∂a is zero there.</summary>
    [Fact]
    public void Mixed_derivative_of_a_power_at_a_zero_exponent()
    {
        double[] gradient = new double[2], hessian = new double[4];
        WrittenTwice.PowerHessian(2, 0, gradient, hessian);
        Assert.Equal(0, gradient[0]);
        Assert.Equal(0.5, hessian[1], 1e-15);
        Assert.Equal(hessian[1], hessian[2]);
    }
}
