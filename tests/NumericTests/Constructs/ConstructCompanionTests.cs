using System;
using System.Collections.Generic;

namespace NumericTests.Constructs;

/// <summary>The generated gradient of every construct.</summary>
public sealed class ConstructCompanionTests
{
    public static TheoryData<string> Names => [.. ConstructModels.All.Keys];

    [Fact]
    public void Every_model_has_a_gradient() =>
        Assert.Equal<IEnumerable<string>>(ConstructModels.All.Keys, ConstructCompanions.Gradients.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_agrees_with_differences_of_the_model(string name)
    {
        Construct construct = ConstructModels.All[name];
        Differences.Agree(construct.Model, ConstructCompanions.Gradients[name], construct.At, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_is_the_one_worked_out_by_hand(string name)
    {
        Construct construct = ConstructModels.All[name];
        double[] gradient = new double[construct.At.Length];
        double value = ConstructCompanions.Gradients[name](construct.At, gradient);
        Accuracy.Value(construct.Model(construct.At), value, name);
        if (construct.ByHand is { } byHand)
        {
            Accuracy.Gradient(byHand(construct.At), gradient, name);
        }
    }

    [Fact]
    public void Inactive_branch_of_a_struct_model_has_zero_gradient()
    {
        Spring spring = ConstructShapes.Spring([0.7, 1.3], isActive: false);
        Assert.Equal(0, Structures.FieldStructGradient(spring, out Spring slope));
        Assert.Equal((0.0, 0.0, 3, false), (slope.Stiffness, slope.Length, slope.Count, slope.IsActive));
    }

    [Fact]
    public void Kinks_follow_the_stated_convention()
    {
        Choices.KinksGradient(0, 0, out double dX, out double dY);
        Assert.Equal((110.0, 0.0), (dX, dY));
        Choices.KinksGradient(-2, -2, out dX, out dY);
        Assert.Equal((109.0, 0.0), (dX, dY));
    }

    [Fact]
    public void Guard_clauses_throw_in_the_companion_too()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => Scalars.GuardsGradient(1, -1, out _));
        Assert.Throws<ArgumentException>(static () => Scalars.GuardsGradient(-1, 1, out _));
        Assert.Throws<NotSupportedException>(static () => Scalars.GuardsGradient(1, 12, out _));
        Assert.Throws<OverflowException>(static () => Scalars.CheckedGradient(1, int.MaxValue, out _));
    }

    [Fact]
    public void Index_beyond_the_end_throws_as_in_the_model() =>
        Assert.Throws<IndexOutOfRangeException>(static () => WrongGradients.BreakOmitsTheStepGradient([0.5, 0.5], new double[2]));
}
