using System;
using System.Numerics;

namespace NumericTests.Golden;

/// <summary>The generated gradients of the golden functions.</summary>
public sealed class GoldenCompanionTests
{
    public static TheoryData<string, int> Rows => GoldenCases.Rows(GoldenCompanions.Gradients.Keys);

    [Fact]
    public void Every_model_has_a_gradient() =>
        Assert.Equal(GoldenModels.Values.Keys, GoldenCompanions.Gradients.Keys);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Gradient_is_the_stored_one(string model, int point)
    {
        GoldenCase golden = GoldenCases.Find(model, point);
        double[] gradient = new double[golden.At.Length];

        double value = GoldenCompanions.Gradients[model](golden.At, gradient);

        Accuracy.Value(golden.Value, value, model);
        Accuracy.Gradient(golden.Gradient, gradient, model);
    }

    /// <summary>Outputs are overwritten: what they held before does not matter.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void Gradient_overwrites_its_outputs(string model, int point)
    {
        GoldenCase golden = GoldenCases.Find(model, point);
        double[] clean = new double[golden.At.Length], dirty = new double[golden.At.Length];
        Array.Fill(dirty, double.NaN);

        GoldenCompanions.Gradients[model](golden.At, clean);
        GoldenCompanions.Gradients[model](golden.At, dirty);

        Assert.Equal(clean, dirty);
    }

    /// <summary>
    /// Single precision: powers of −14 of distances near 1 multiply the rounding of each coordinate (6e-8) by 14, and a gradient sums three pairs;
    /// 1e-5 of the largest derivative covers it.
    /// </summary>
    [Fact]
    public void Gradient_of_vectors_in_single_precision_is_the_stored_one()
    {
        GoldenCase golden = GoldenCases.Find("D08_lennardjones", 0);
        Vector3[] atoms = new Vector3[4];
        for (int i = 0; i < atoms.Length; i++)
        {
            atoms[i] = new((float)golden.At[2 * i], (float)golden.At[(2 * i) + 1], 0);
        }
        Vector3[] slopes = new Vector3[4];

        float value = Chemistry.LennardJonesOfVectorsGradient(
            atoms[0], atoms[1], atoms[2], atoms[3], out slopes[0], out slopes[1], out slopes[2], out slopes[3]);

        double largest = 0;
        foreach (double slope in golden.Gradient)
        {
            largest = Math.Max(largest, Math.Abs(slope));
        }
        Accuracy.Value(golden.Value, value, "energy", 1e-5);
        for (int i = 0; i < slopes.Length; i++)
        {
            Accuracy.Value(golden.Gradient[2 * i], slopes[i].X, "x", 1e-5, 1e-5 * largest);
            Accuracy.Value(golden.Gradient[(2 * i) + 1], slopes[i].Y, "y", 1e-5, 1e-5 * largest);
            Assert.Equal(0f, slopes[i].Z);
        }
    }
}
