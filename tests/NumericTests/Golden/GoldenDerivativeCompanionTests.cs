using System;
using System.Linq;

namespace NumericTests.Golden;

/// <summary>The generated tangents, Hessians, Hessian products and Taylor coefficients of the golden functions.</summary>
public sealed class GoldenDerivativeCompanionTests
{
    public static TheoryData<string, int> Rows => GoldenCases.Rows(GoldenModels.Values.Keys);

    [Fact]
    public void Every_model_has_its_companions()
    {
        Assert.Equal(GoldenModels.Values.Keys, GoldenTangents.All.Keys);
        Assert.Equal(GoldenModels.Values.Keys, GoldenHessians.All.Keys);
        Assert.Equal(GoldenModels.Values.Keys, GoldenHessianProducts.All.Keys);
        Assert.Equal(GoldenModels.Values.Keys, GoldenTaylors.All.Keys);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Hessian_is_the_stored_one(string model, int point)
    {
        GoldenCase golden = GoldenCases.Find(model, point);
        int n = golden.At.Length;
        double[] gradient = new double[n], hessian = new double[n * n];
        Array.Fill(hessian, double.NaN);

        double value = GoldenHessians.All[model](golden.At, gradient, hessian);

        Accuracy.Value(golden.Value, value, model);
        Accuracy.Gradient(golden.Gradient, gradient, model);
        SecondOrder.HessianIsSymmetric(hessian, n, model, Floor(hessian));
        if (golden.Hessian is { } stored)
        {
            Accuracy.Gradient(stored, hessian, model + ", Hessian", 1e-11, Floor(stored));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Hessian_product_is_the_Hessian_times_a_direction(string model, int point)
    {
        GoldenCase golden = GoldenCases.Find(model, point);
        double[] hessian = Hessian(model, golden);
        for (int seed = 1; seed <= 3; seed++)
        {
            double[] v = SecondOrder.Direction(golden.At.Length, seed);
            SecondOrder.ProductIsHessianTimes(GoldenHessianProducts.All[model], hessian, golden.At, v, model, Floor(hessian));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Tangent_is_the_gradient_times_a_direction(string model, int point)
    {
        GoldenCase golden = GoldenCases.Find(model, point);
        double[] gradient = new double[golden.At.Length];
        GoldenCompanions.Gradients[model](golden.At, gradient);
        for (int seed = 1; seed <= 3; seed++)
        {
            double[] v = SecondOrder.Direction(golden.At.Length, seed);
            double value = GoldenTangents.All[model](golden.At, v, out _);
            Accuracy.Value(golden.Value, value, model);
            SecondOrder.TangentIsGradientTimes(GoldenTangents.All[model], gradient, golden.At, v, model);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Taylor_coefficients_are_value_slope_curvature_and_its_difference(string model, int point)
    {
        GoldenCase golden = GoldenCases.Find(model, point);
        double[] hessian = Hessian(model, golden), v = SecondOrder.Direction(golden.At.Length, 5);
        SecondOrder.TaylorIs(
            GoldenTaylors.All[model], GoldenHessianProducts.All[model], golden.Value, golden.Gradient, hessian, golden.At, v, model, Floor(hessian));
    }

    /// <summary>
    /// Entries that cancel keep the rounding of their terms, which are of the size of the largest entry: a few roundings of 1e-16 of it, and of numbers
    /// of order one where the whole Hessian vanishes.
    /// </summary>
    private static double Floor(double[] hessian) => Math.Max(Accuracy.Floor, 1e-14 * hessian.Max(static entry => Math.Abs(entry)));

    private static double[] Hessian(string model, GoldenCase golden)
    {
        int n = golden.At.Length;
        double[] gradient = new double[n], hessian = new double[n * n];
        GoldenHessians.All[model](golden.At, gradient, hessian);
        return golden.Hessian ?? hessian;
    }
}
