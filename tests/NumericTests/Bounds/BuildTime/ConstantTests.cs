using System;
using Proxima;
using Xunit;

namespace NumericTests.Bounds.BuildTime;

/// <summary>Every constant that the build proved is attacked: with samples, and with branch and bound for a point of a steeper slope.</summary>
[Trait("Category", "Batch")]
public sealed class ConstantTests
{
    private const int Samples = 100_000;
    private const double Gap = 1e-6; // where both searches end

    [Fact]
    public void Square() => Attack(new DomainModels.SquareModel(), [new(-1, 2)], Norm.Infinity, DomainModels.SquareLipschitzConstant, 0);

    [Fact]
    public void Score() => Attack(new DomainModels.ScoreModel(), [new(1, 10), new(0, 5), new(18, 99)], Norm.Infinity, DomainModels.ScoreLipschitzConstant, Gap);

    [Fact]
    public void Camel() => Attack(new DomainModels.CamelModel(), [new(-3, 3), new(-2, 2)], Norm.Two, DomainModels.CamelLipschitzConstant, Gap);

    [Fact]
    public void Penalty() => Attack(new DomainModels.PenaltyModel(), [new(-3, 3), new(-3, 3)], Norm.One, DomainModels.PenaltyLipschitzConstant, Gap);

    /// <summary>Four inputs and six units: the budget ends the search before its gap closes.</summary>
    [Fact]
    public void Net() => Attack(new DomainModels.NetModel(4), [new(-1, 1), new(-1, 1), new(-1, 1), new(-1, 1)], Norm.Infinity, DomainModels.NetLipschitzConstant, 0.5);

    [Fact]
    public void Decay() => Attack(new DomainModels.DecayModel(), [new(0, 4), new(0.5, 2)], Norm.Infinity, DomainModels.DecayLipschitzConstant, Gap);

    [Fact]
    public void Swirl() => Attack(new DomainModels.SwirlModel(), [new(-2, 2), new(-2, 2), new(0.25, 1)], Norm.Two, DomainModels.SwirlLipschitzConstant, Gap);

    /// <summary>Interval arithmetic loses so much in a recurrence that no budget closes the gap: the constant is only held to be one.</summary>
    [Fact]
    public void Growth() => Attack(new DomainModels.GrowthModel(), [new(0.1, 0.9), new(0, 2)], Norm.Infinity, DomainModels.GrowthLipschitzConstant, double.PositiveInfinity);

    /// <summary>What the build accepted as monotone is what the runtime proves.</summary>
    [Fact]
    public void Directions_are_proved_at_run_time_too()
    {
        Interval[] box = [new(1, 10), new(0, 5), new(18, 99)];
        Assert.Equal(Verdict.Proved, Certify.Monotone(new DomainModels.ScoreModel(), box, 0, Direction.Increasing).Verdict);
        Assert.Equal(Verdict.Proved, Certify.Monotone(new DomainModels.ScoreModel(), box, 1, Direction.Decreasing).Verdict);
    }

    private static void Attack<TModel>(TModel model, Interval[] box, Norm norm, double constant, double gap)
        where TModel : struct, IEnclosure
    {
        double[] x = new double[box.Length], gradient = new double[box.Length];
        Random random = new(11);
        double steepest = 0;
        for (int i = 0; i < Samples; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                // Ends too: slopes are often steepest there.
                double at = random.Next(4) switch { 0 => 0, 1 => 1, _ => random.NextDouble() };
                x[j] = box[j].Lo + (at * (box[j].Hi - box[j].Lo));
            }
            model.Gradient(x, gradient);
            steepest = Math.Max(steepest, Length(norm, gradient));
        }
        // The sampled gradient is rounded itself, for the float model to 24 bits.
        double roundings = model is DomainModels.DecayModel ? 1e-6 : 1e-12;
        Assert.True(steepest <= constant * (1 + roundings), $"{steepest:R} is met, {constant:R} was proved");

        Bound found = Certify.Lipschitz(model, box, norm);
        Assert.True(found.Lower <= constant, $"{found.Lower:R} is attained, {constant:R} was proved");
        Assert.True(constant <= found.Upper * (1 + gap), $"{found.Upper:R} is proved at run time, {constant:R} at build time");
    }

    private static double Length(Norm norm, double[] gradient)
    {
        double sum = 0;
        foreach (double partial in gradient)
        {
            sum = norm switch { Norm.Infinity => sum + Math.Abs(partial), Norm.One => Math.Max(sum, Math.Abs(partial)), _ => sum + (partial * partial) };
        }
        return norm == Norm.Two ? Math.Sqrt(sum) : sum;
    }
}
