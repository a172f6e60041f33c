using System;

namespace NumericTests.Constructs;

/// <summary>The references themselves: what was worked out by hand is what the model does.</summary>
public sealed class ConstructValueTests
{
    public static TheoryData<string> Names => [.. ConstructModels.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_by_hand_agrees_with_differences_of_the_model(string name)
    {
        Construct construct = ConstructModels.All[name];
        double[] differences = Differences.Gradient(construct.Model, construct.At);
        Assert.All(differences, static slope => Assert.True(double.IsFinite(slope)));
        if (construct.ByHand is { } byHand)
        {
            Accuracy.Gradient(byHand(construct.At), differences, name, Differences.Tolerance, Differences.Tolerance);
        }
    }

    [Fact]
    public void Guard_clauses_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => Scalars.Guards(1, -1));
        Assert.Throws<ArgumentException>(static () => Scalars.Guards(-1, 1));
        Assert.Throws<NotSupportedException>(static () => Scalars.Guards(1, 12));
        Assert.Throws<OverflowException>(static () => Scalars.Checked(1, int.MaxValue));
    }
}
