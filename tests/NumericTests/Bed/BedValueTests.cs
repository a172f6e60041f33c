using System.Linq;

namespace NumericTests.Bed;

/// <summary>The models themselves state the functions of the bed.</summary>
public sealed class BedValueTests
{
    public static TheoryData<string> UnivariateIds => [.. BedModels.Univariate.Keys];

    public static TheoryData<string> MultivariateIds => [.. BedModels.Multivariate.Keys];

    [Fact]
    public void Every_function_of_the_bed_has_a_model()
    {
        Assert.Equal(BedCases.Univariate.Select(static stored => stored.Id), BedModels.Univariate.Keys);
        Assert.Equal(BedCases.Multivariate.Select(static stored => stored.Id).Distinct(), BedModels.Multivariate.Keys);
        Assert.Equal((88, 9), (BedModels.Univariate.Count, BedModels.Multivariate.Count));
    }

    [Theory]
    [MemberData(nameof(UnivariateIds))]
    public void Univariate_model_states_the_function(string id)
    {
        UnivariateCase stored = BedCases.Univariate.Single(stored => stored.Id == id);
        for (int i = 0; i < stored.At.Length; i++)
        {
            Accuracy.Value(stored.Values[i], BedModels.Univariate[id](stored.At[i]), id);
        }
    }

    [Theory]
    [MemberData(nameof(MultivariateIds))]
    public void Multivariate_model_states_the_function(string id)
    {
        foreach (MultivariateCase stored in BedCases.Multivariate.Where(stored => stored.Id == id))
        {
            Accuracy.Value(stored.Value, BedModels.Multivariate[id](stored.At), id);
        }
    }
}
