using System;
using System.Collections.Generic;

namespace NumericTests.Library;

/// <summary>Gradients of models that call TensorPrimitives, and the exceptions that the library makes.</summary>
public sealed class TensorCompanionTests
{
    private static readonly double[] Point = [0.7, 1.3, 0.4, 1.9, 1.1, 0.6, 1.7, 0.9];

    private static readonly Dictionary<string, (Function Model, GradientFunction Companion, int Count)> Models = new()
    {
        ["Sums"] = (static x => TensorModels.Sums(x[..4], x[4..].ToArray()), static (x, g) => TensorModels.SumsGradient(x[..4], x[4..], g[..4], g[4..]), 8),
        ["Lengths"] = (static x => TensorModels.Lengths(x[..4], x[4..]), static (x, g) => TensorModels.LengthsGradient(x[..4], x[4..], g[..4], g[4..]), 8),
        ["Extremes"] = (static x => TensorModels.Extremes(x), static (x, g) => TensorModels.ExtremesGradient(x, g), 8),
        ["Layer"] = (static x => TensorModels.Layer(x[..6], x[6..8], 0.3), static (x, g) => TensorModels.LayerGradient(x[..6], x[6..8], 0.3, g[..6], g[6..8], out _), 8),
        ["Arithmetic"] = (
            static x => TensorModels.Arithmetic(x[..3], x[3..6], x[6]),
            static (x, g) => TensorModels.ArithmeticGradient(x[..3], x[3..6], x[6], g[..3], g[3..6], out g[6]), 7),
        ["Functions"] = (static x => TensorModels.Functions(x), static (x, g) => TensorModels.FunctionsGradient(x, g), 8),
        ["InPlace"] = (static x => TensorModels.InPlace(x.ToArray()), static (x, g) => TensorModels.InPlaceGradient(x, g), 4),
        ["Windows, apart"] = (static x => TensorModels.Windows(x, 0, 4, 3), static (x, g) => TensorModels.WindowsGradient(x, 0, 4, 3, g), 8),
        ["Windows, the same"] = (static x => TensorModels.Windows(x, 2, 2, 3), static (x, g) => TensorModels.WindowsGradient(x, 2, 2, 3, g), 8),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_agrees_with_differences_of_the_model(string name)
    {
        (Function model, GradientFunction companion, int count) = Models[name];
        Differences.Agree(model, companion, Point[..count], name);
    }

    [Fact]
    public void Single_precision_follows_the_element_type()
    {
        float[] x = [0.3f, -0.4f, 0.5f, 0.2f], y = [0.7f, 0.6f, -0.1f, 0.9f], dX = new float[4], dY = new float[4];
        float value = TensorModels.SingleGradient(x, y, dX, dY);
        // Sums of four floats in another order: 4 roundings of 2⁻²⁴ on either side.
        Assert.Equal(TensorModels.Single(x, y), value, 8 * MathF.ScaleB(1, -24) * value);
        const float h = 1e-2f;
        for (int i = 0; i < 4; i++)
        {
            float at = x[i];
            x[i] = at + h;
            float above = TensorModels.Single(x, y);
            x[i] = at - h;
            float below = TensorModels.Single(x, y);
            x[i] = at;
            Assert.Equal((above - below) / (2 * h), dX[i], 1e-3f); // h² and 2⁻²⁴/h, with factors of ten
        }
    }

    [Fact]
    public void A_map_into_a_result_has_a_Jacobian()
    {
        double[] p = new double[3], jacobian = new double[9];
        TensorModels.SharesJacobian([0.3, -0.2, 1.1], p, jacobian);
        Accuracy.Value(1, p[0] + p[1] + p[2], "sum");
        for (int i = 0; i < 9; i++)
        {
            Accuracy.Value((i % 4 == 0 ? p[i / 3] : 0) - (p[i / 3] * p[i % 3]), jacobian[i], "slope");
        }
    }

    [Fact]
    public void Ties_go_to_the_first_element()
    {
        double[] slope = new double[4];
        Assert.Equal(6, TensorModels.ExtremesGradient([3, 2, 3, 2], slope));
        Assert.Equal([2, 3, 0, 0], slope);
    }

    [Fact]
    public void Lengths_that_differ_throw_as_in_the_model()
    {
        double[] two = new double[2], three = new double[3];
        Assert.Throws<ArgumentException>(() => TensorModels.Mismatched(new double[2], new double[3]));
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => TensorModels.MismatchedGradient(new double[2], new double[3], two, three));
        Assert.Contains("same length", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_spans_throw_as_in_the_model()
    {
        Assert.Throws<ArgumentException>(static () => TensorModels.Mismatched([], []));
        Assert.Throws<ArgumentException>(static () => TensorModels.MismatchedGradient([], [], [], []));
        Assert.Throws<ArgumentException>(static () => TensorModels.ExtremesGradient([1], new double[1]));
    }

    [Theory]
    [InlineData(0, 1, 3)]
    [InlineData(3, 1, 3)]
    public void Overlapping_windows_throw_as_in_the_model(int from, int to, int count)
    {
        Assert.Throws<ArgumentException>(() => TensorModels.Windows(Point, from, to, count));
        Assert.Throws<ArgumentException>(() => TensorModels.WindowsGradient(Point, from, to, count, new double[8]));
    }
}
