namespace NumericTests.VectorResults;

/// <summary>The points of the vector models are inside their domains: every result is finite and depends on the point alone.</summary>
public sealed class VectorValueTests
{
    public static TheoryData<string> Names => [.. VectorModels.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Results_are_finite_and_the_same_again(string name)
    {
        VectorModel model = VectorModels.All[name];
        double[] first = new double[model.Outputs], second = new double[model.Outputs];
        System.Array.Fill(second, double.NaN);
        model.Value(model.At, first);
        model.Value(model.At, second);
        Assert.Equal(first, second);
        Assert.All(first, static result => Assert.True(double.IsFinite(result)));
    }
}
