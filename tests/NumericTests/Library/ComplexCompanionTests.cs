using System;
using System.Collections.Generic;
using System.Numerics;

namespace NumericTests.Library;

/// <summary>Gradients of models of complex numbers.</summary>
public sealed class ComplexCompanionTests
{
    private static readonly double[][] Points = [[0.7, 0.4, 1.3, -0.6, 0.9], [-0.8, 0.5, 0.3, 0.7, 1.4], [-0.6, -1.1, -0.4, -0.9, 2.1], [1.2, -0.3, -1.7, 0.2, 0.6]];

    private static readonly Dictionary<string, (Function Model, GradientFunction Companion, int Count)> Models = new()
    {
        ["Arithmetic"] = (
            static x => ComplexModels.Arithmetic(new(x[0], x[1]), new(x[2], x[3]), x[4]),
            static (x, g) => Flat(ComplexModels.ArithmeticGradient(new(x[0], x[1]), new(x[2], x[3]), x[4], out Complex z, out Complex w, out g[4]), z, w, g), 5),
        ["Functions"] = (
            static x => ComplexModels.Functions(new(x[0], x[1]), new(x[2], x[3])),
            static (x, g) => Flat(ComplexModels.FunctionsGradient(new(x[0], x[1]), new(x[2], x[3]), out Complex z, out Complex w), z, w, g), 4),
        ["Powers"] = (
            static x => ComplexModels.Powers(new(x[0], x[1]), new(x[2], x[3]), x[4]),
            static (x, g) => Flat(ComplexModels.PowersGradient(new(x[0], x[1]), new(x[2], x[3]), x[4], out Complex z, out Complex w, out g[4]), z, w, g), 5),
    };

    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach (string name in Models.Keys)
            {
                for (int i = 0; i < Points.Length; i++)
                {
                    cases.Add(name, i);
                }
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradient_agrees_with_differences_of_the_model(string name, int point)
    {
        (Function model, GradientFunction companion, int count) = Models[name];
        Differences.Agree(model, companion, Points[point][..count], name);
    }

    [Fact]
    public void On_the_real_axis_a_root_is_that_of_its_side()
    {
        // √(4 + iε) = 2 + iε/4; √(−4 + iε) = ε/4 + 2i.
        Assert.Equal(2, ComplexModels.RootGradient(new(4, 0), out Complex slope));
        Assert.Equal(new Complex(0.25, 0.5), slope);
        Assert.Equal(4, ComplexModels.RootGradient(new(-4, 0), out slope));
        Assert.Equal(new Complex(-0.5, 0.25), slope);
        Assert.Equal(ComplexModels.Root(new(-4, -0.0)), ComplexModels.RootGradient(new(-4, -0.0), out _));
        Assert.Equal(0, ComplexModels.RootGradient(Complex.Zero, out slope));
        Assert.Equal(new Complex(double.PositiveInfinity, double.PositiveInfinity), slope);
    }

    [Fact]
    public void At_zero_a_power_has_the_slope_of_the_real_power()
    {
        Assert.Equal(0, ComplexModels.SquareGradient(Complex.Zero, out Complex slope));
        Assert.Equal(new Complex(0, 1), slope);
    }

    private static double Flat(double value, Complex z, Complex w, Span<double> g)
    {
        (g[0], g[1], g[2], g[3]) = (z.Real, z.Imaginary, w.Real, w.Imaginary);
        return value;
    }
}
