using System.Collections.Generic;
using System.Text.Json;

namespace NumericTests.Bed;

/// <summary>A univariate function's stored points, its values and its first derivatives there, to 40 digits; the second ones of all but the corrupted.</summary>
internal sealed record UnivariateCase(string Id, double[] At, double[] Values, double[] Slopes, double[]? Curvatures);

/// <summary>One stored point of a multivariate function.</summary>
internal sealed record MultivariateCase(
    string Id, double[] At, double Value, double[] Gradient, double[] Hessian, double[] Direction, double[] HessianProduct);

/// <summary>The 88 univariate and 9 multivariate functions of <c>function_bed.json</c>.</summary>
internal static class BedCases
{
    public static IReadOnlyList<UnivariateCase> Univariate { get; } = LoadUnivariate(TestData.Json("function_bed.json"));

    public static IReadOnlyList<MultivariateCase> Multivariate { get; } = LoadMultivariate(TestData.Json("function_bed.json"));

    /// <summary>
    /// The floor under the relative tolerance. f093 is a quartic in tanh with coefficients up to 302: where the tanh is saturated its derivative 1 − t²
    /// keeps the rounding of t (1.1e-16), multiplied by a slope of 843; three such roundings.
    /// </summary>
    public static double Floor(string id) => id == "f093" ? 3e-13 : Accuracy.Floor;

    private static List<UnivariateCase> LoadUnivariate(JsonElement bed)
    {
        List<UnivariateCase> cases = [];
        foreach (JsonElement element in bed.GetProperty("univariate").EnumerateArray())
        {
            cases.Add(new(
                element.GetProperty("id").GetString()!,
                TestData.Numbers(element.GetProperty("x")),
                TestData.Numbers(element.GetProperty("f")),
                TestData.Numbers(element.GetProperty("df")),
                element.TryGetProperty("d2f", out JsonElement curvatures) ? TestData.Numbers(curvatures) : null));
        }
        return cases;
    }

    private static List<MultivariateCase> LoadMultivariate(JsonElement bed)
    {
        List<MultivariateCase> cases = [];
        foreach (JsonElement element in bed.GetProperty("multivariate").EnumerateArray())
        {
            foreach (JsonElement point in element.GetProperty("points").EnumerateArray())
            {
                cases.Add(new(
                    element.GetProperty("name").GetString()!,
                    TestData.Numbers(point.GetProperty("x")),
                    point.GetProperty("f").GetDouble(),
                    TestData.Numbers(point.GetProperty("grad")),
                    TestData.Rows(point.GetProperty("hess")),
                    TestData.Numbers(point.GetProperty("v")),
                    TestData.Numbers(point.GetProperty("hvp"))));
            }
        }
        return cases;
    }
}
