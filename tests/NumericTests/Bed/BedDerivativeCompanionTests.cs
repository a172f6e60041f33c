using System;
using System.Collections.Generic;
using System.Linq;

namespace NumericTests.Bed;

/// <summary>The generated tangents and second derivatives of the function bed.</summary>
public sealed class BedDerivativeCompanionTests
{
    public static TheoryData<string> UnivariateIds => [.. BedModels.Univariate.Keys];

    public static TheoryData<string> MultivariateIds => [.. BedModels.Multivariate.Keys];

    [Fact]
    public void Every_model_has_its_companions()
    {
        Assert.Equal<IEnumerable<string>>(BedModels.Univariate.Keys, BedDerivatives.Univariate.Keys);
        Assert.Equal<IEnumerable<string>>(BedModels.Multivariate.Keys, BedDerivatives.Multivariate.Keys);
    }

    [Theory]
    [MemberData(nameof(UnivariateIds))]
    public void Second_derivative_is_the_stored_one(string id)
    {
        UnivariateDerivatives derivatives = BedDerivatives.Univariate[id];
        UnivariateCase stored = BedCases.Univariate.Single(stored => stored.Id == id);
        double[] curvatures = stored.Curvatures ?? DifferencesOfSlopes(id, stored.At);
        double relative = stored.Curvatures is null ? 1e-7 : 1e-11;
        // Where a tanh or an exponential is saturated the curvature is a difference of larger ones.
        double floor = Math.Max(10 * BedCases.Floor(id), 1e-14 * curvatures.Max(static curvature => Math.Abs(curvature)));
        double[] slope = new double[1], curvature = new double[1], coefficients = new double[4];
        for (int i = 0; i < stored.At.Length; i++)
        {
            Accuracy.Value(stored.Values[i], derivatives.Hessian(stored.At[i], slope, curvature), id);
            Accuracy.Value(stored.Slopes[i], slope[0], id + ", gradient", floor: BedCases.Floor(id));
            Accuracy.Value(curvatures[i], curvature[0], id + ", Hessian", relative, relative == 1e-11 ? floor : relative);
            derivatives.HessianProduct(stored.At[i], 0.75, out double product);
            Accuracy.Value(0.75 * curvature[0], product, id + ", product", floor: floor);
            derivatives.Tangent(stored.At[i], 0.75, out double tangent);
            Accuracy.Value(0.75 * slope[0], tangent, id + ", tangent", 1e-13, BedCases.Floor(id));
            derivatives.Taylor(stored.At[i], 2, coefficients);
            Accuracy.Value(stored.Values[i], coefficients[0], id + ", order 0");
            Accuracy.Value(2 * stored.Slopes[i], coefficients[1], id + ", order 1", floor: 2 * BedCases.Floor(id));
            Accuracy.Value(2 * curvature[0], coefficients[2], id + ", order 2", 1e-11, 2 * floor);
        }
    }

    [Theory]
    [MemberData(nameof(MultivariateIds))]
    public void Hessian_and_its_product_are_the_stored_ones(string id)
    {
        MultivariateDerivatives derivatives = BedDerivatives.Multivariate[id];
        foreach (MultivariateCase stored in BedCases.Multivariate.Where(stored => stored.Id == id))
        {
            int n = stored.At.Length;
            double floor = Math.Max(Accuracy.Floor, 1e-14 * stored.Hessian.Max(static entry => Math.Abs(entry)));
            double[] gradient = new double[n], hessian = new double[n * n], product = new double[n];
            Accuracy.Value(stored.Value, derivatives.Hessian(stored.At, gradient, hessian), id);
            Accuracy.Gradient(stored.Gradient, gradient, id);
            Accuracy.Gradient(stored.Hessian, hessian, id + ", Hessian", 1e-11, floor);
            SecondOrder.HessianIsSymmetric(hessian, n, id, floor);
            derivatives.HessianProduct(stored.At, stored.Direction, product);
            Accuracy.Gradient(stored.HessianProduct, product, id + ", Hessian product", 1e-11, floor);
            SecondOrder.ProductIsHessianTimes(derivatives.HessianProduct, stored.Hessian, stored.At, stored.Direction, id, floor);
            SecondOrder.TangentIsGradientTimes(derivatives.Tangent, gradient, stored.At, stored.Direction, id);
            double[] v = SecondOrder.Direction(n, 5);
            SecondOrder.TaylorIs(derivatives.Taylor, derivatives.HessianProduct, stored.Value, stored.Gradient, stored.Hessian, stored.At, v, id, floor);
        }
    }

    /// <summary>The corrupted functions jump to a plateau: steps of a five-hundredth stay on one side of its edges.</summary>
    private static double[] DifferencesOfSlopes(string id, double[] at) => Array.ConvertAll(at, x => Differences.Gradient(
        s =>
        {
            BedCompanions.Univariate[id].Gradient(s[0], out double slope);
            return slope;
        },
        [x],
        2e-3)[0]);
}
