using System;
using System.Collections.Generic;
using System.Linq;

namespace NumericTests.Bed;

/// <summary>The generated gradients and batches of the function bed.</summary>
public sealed class BedCompanionTests
{
    public static TheoryData<string> UnivariateIds => [.. BedModels.Univariate.Keys];

    public static TheoryData<string> MultivariateIds => [.. BedModels.Multivariate.Keys];

    [Fact]
    public void Every_model_has_its_companions()
    {
        Assert.Equal<IEnumerable<string>>(BedModels.Univariate.Keys, BedCompanions.Univariate.Keys);
        Assert.Equal<IEnumerable<string>>(BedModels.Multivariate.Keys, BedCompanions.Multivariate.Keys);
    }

    [Theory]
    [MemberData(nameof(UnivariateIds))]
    public void Derivative_is_the_stored_one(string id)
    {
        UnivariateCase stored = BedCases.Univariate.Single(stored => stored.Id == id);
        for (int i = 0; i < stored.At.Length; i++)
        {
            double value = BedCompanions.Univariate[id].Gradient(stored.At[i], out double slope);
            Accuracy.Value(stored.Values[i], value, id);
            Accuracy.Value(stored.Slopes[i], slope, id + " derivative", floor: BedCases.Floor(id));
        }
    }

    [Theory]
    [MemberData(nameof(MultivariateIds))]
    public void Gradient_is_the_stored_one(string id)
    {
        foreach (MultivariateCase stored in BedCases.Multivariate.Where(stored => stored.Id == id))
        {
            double[] gradient = new double[stored.At.Length];
            Accuracy.Value(stored.Value, BedCompanions.Multivariate[id](stored.At, gradient), id);
            Accuracy.Gradient(stored.Gradient, gradient, id);
        }
    }

    /// <summary>
    /// Random rows. A vector function may differ from the scalar one by 4 ulp (9e-16); what follows it in these functions multiplies that by less
    /// than 1e3 where the result is of order one.
    /// </summary>
    [Theory]
    [Trait("Category", "Batch")]
    [MemberData(nameof(UnivariateIds))]
    public void Batch_is_the_scalar_companion_row_by_row(string id)
    {
        UnivariateCompanions companions = BedCompanions.Univariate[id];
        double[] x = Rows.Uniform(1_003, -5, 5, seed: 33);
        double[] values = new double[x.Length], results = new double[x.Length], slopes = new double[x.Length];

        companions.Batch(x, values);
        companions.GradientBatch(x, results, slopes);

        for (int i = 0; i < x.Length; i++)
        {
            double value = companions.Gradient(x[i], out double slope);
            Accuracy.Value(value, values[i], id, floor: Accuracy.Relative);
            Accuracy.Value(value, results[i], id, floor: Accuracy.Relative);
            Accuracy.Value(slope, slopes[i], id + " derivative", floor: Accuracy.Relative);
        }
    }
}
