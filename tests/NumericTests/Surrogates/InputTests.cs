using System;
using System.Linq;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>Bad input is refused with words.</summary>
public sealed class InputTests
{
    private static readonly Layers Net = References.Net("mlp12");
    private static readonly double[] Row = References.Rows("mlp12")[0];
    private static readonly double[] Zero = new double[12];

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        Assert.Contains("11 coordinates", Assert.Throws<ArgumentException>(() => Explain.Shapley(Net, Row[..11], Zero)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Explain.Shapley(Net, Row, Zero[..5]));
        Assert.Throws<ArgumentException>(() => Explain.Shapley(Net, Row, []));
        Assert.Throws<ArgumentException>(() => Explain.IntegratedGradients(Net, Row, []));
        Assert.Throws<ArgumentException>(() => Explain.ShapleyBatch(Net, Row, Zero, new double[11], new double[1]));
        Assert.Throws<ArgumentException>(() => Explain.ShapleyBatch(Net, Row, Zero, new double[24], new double[2]));
        Assert.Throws<ArgumentException>(() => Explain.SmoothGrad(Net, Row, options: new() { Scales = [1, 2] }));
    }

    [Fact]
    public void What_is_not_finite_is_refused()
    {
        double[] bad = (double[])Row.Clone();
        foreach (double number in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            bad[3] = number;
            Assert.Throws<ArgumentException>(() => Explain.Shapley(Net, bad, Zero));
            Assert.Throws<ArgumentException>(() => Explain.Shapley(Net, Row, bad));
            Assert.Throws<ArgumentException>(() => Explain.GradientBatch(Net, bad, [], new double[12], new double[1]));
            Assert.Throws<ArgumentException>(() => Explain.SmoothGrad(Net, Row, options: new() { Sigma = number }));
        }
        Assert.Throws<ArgumentException>(() => Explain.Lime(Net, Row, Zero, new() { KernelWidth = 0 }));
    }

    [Fact]
    public void Too_many_players_without_a_budget_are_refused_with_what_to_do()
    {
        Layers wide = Examples.Net(30, 8, 3);
        string message = Assert.Throws<ArgumentException>(() => Explain.Shapley(wide, new double[30], new double[30])).Message;
        Assert.Contains(nameof(ExplainOptions.Evaluations), message, StringComparison.Ordinal);
        Assert.Contains("124", message, StringComparison.Ordinal);
        message = Assert.Throws<ArgumentException>(() => Explain.Lime(Examples.Net(18, 8, 3), new double[18], new double[18])).Message;
        Assert.Contains($"{nameof(ExplainOptions.MaxEnumeration)} to 18", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Explain.Shapley(Net, Row, Zero, new() { MaxEnumeration = 25 }));
    }

    [Fact]
    public void Groups_are_partitions_and_not_for_slopes()
    {
        Assert.Throws<ArgumentException>(() => Explain.Shapley(Net, Row, Zero, new() { Groups = [[0, 1]] }));
        Assert.Throws<ArgumentException>(() => Explain.Shapley(Net, Row, Zero, new() { Groups = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [0]] }));
        Assert.Throws<ArgumentException>(() => Explain.Shapley(Net, Row, Zero, new() { Groups = [[12]] }));
        ExplainOptions groups = new() { Groups = [[.. Enumerable.Range(0, 6)], [.. Enumerable.Range(6, 6)]] };
        Assert.Throws<ArgumentException>(() => Explain.Gradient(Net, Row, options: groups));
        Assert.Throws<InvalidOperationException>(() => Explain.Shapley(Net, Row, Zero, groups).ToSlopes());
    }

    [Fact]
    public void Structures_are_checked()
    {
        Assert.Throws<ArgumentException>(() => SurrogateTerm.Of(1, 0));
        Assert.Throws<ArgumentException>(() => SurrogateTerm.Of(-1));
        Assert.Throws<ArgumentException>(() => SurrogateTerm.Affine([0, 1], [1], 0));
        Assert.Throws<ArgumentException>(() => SurrogateTerm.Layered([0], [], []));
        Assert.Throws<ArgumentException>(() => new SurrogateStructure(2, [SurrogateTerm.Of(2)]));
        Assert.Contains("4 additive term(s)", Examples.Friedman().Structure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_that_span_nothing_need_a_penalty()
    {
        double[] rows = [1, 2, 2, 4, 3, 6], values = [1, 2, 3];
        Assert.Throws<ArgumentException>(() => LocalLinear.Fit([0, 0], rows, values));
        Assert.True(LocalLinear.Fit([0, 0], rows, values, ridge: 0.1).R2 > 0.5);
        Assert.Throws<ArgumentException>(() => LocalLinear.Fit([0, 0], rows, []));
    }
}
