using System.Collections.Generic;
using System.Linq;

namespace NumericTests.Golden;

/// <summary>The models themselves state the golden functions.</summary>
public sealed class GoldenValueTests
{
    public static TheoryData<string, int> Rows => GoldenCases.Rows(GoldenModels.Values.Keys);

    [Fact]
    public void Every_golden_function_has_a_model()
    {
        IEnumerable<string> stored = GoldenCases.All.Select(static golden => golden.Id).Distinct().Order();
        IEnumerable<string> written = GoldenModels.Values.Keys.Select(GoldenCases.IdOf).Distinct().Order();
        Assert.Equal(stored, written);
    }

    [Fact]
    public void There_are_64_golden_cases() => Assert.Equal(64, GoldenCases.All.Count);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Model_states_the_golden_function(string model, int point)
    {
        GoldenCase golden = GoldenCases.Find(model, point);
        Accuracy.Value(golden.Value, GoldenModels.Values[model](golden.At), model);
    }
}
