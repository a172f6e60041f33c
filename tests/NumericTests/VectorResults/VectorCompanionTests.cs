using System;
using System.Numerics;

namespace NumericTests.VectorResults;

/// <summary>Tangents, adjoints and Jacobians of vector models: three ways to one matrix, and central differences of the model.</summary>
public sealed class VectorCompanionTests
{
    /// <summary>Two sweeps in different order of the same few dozen products: relative to the sum of their absolute values.</summary>
    private const double Tolerance = 1e-13;

    public static TheoryData<string> Names => [.. VectorModels.All.Keys];

    [Fact]
    public void Every_model_has_its_companions() => Assert.Equal(VectorModels.All.Keys, VectorCompanionTable.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Companions_return_the_results(string name)
    {
        (VectorModel model, VectorCompanions companions) = (VectorModels.All[name], VectorCompanionTable.All[name]);
        int n = model.At.Length, m = model.Outputs;
        double[] expected = new double[m], y = new double[m];
        model.Value(model.At, expected);
        companions.Tangent(model.At, SecondOrder.Direction(n, 1), y, new double[m]);
        Accuracy.Gradient(expected, y, name + ", tangent");
        Array.Clear(y);
        companions.Adjoint(model.At, SecondOrder.Direction(m, 2), y, new double[n]);
        Accuracy.Gradient(expected, y, name + ", adjoint");
        Array.Clear(y);
        companions.Jacobian(model.At, y, new double[m * n]);
        Accuracy.Gradient(expected, y, name + ", Jacobian");
    }

    /// <summary>⟨Ju, v⟩ = ⟨u, Jᵀv⟩.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Tangent_and_adjoint_are_transposed(string name)
    {
        (VectorModel model, VectorCompanions companions) = (VectorModels.All[name], VectorCompanionTable.All[name]);
        int n = model.At.Length, m = model.Outputs;
        double[] tangent = new double[m], adjoint = new double[n], jacobian = Jacobian(name), y = new double[m];
        for (int seed = 1; seed <= 5; seed++)
        {
            double[] u = SecondOrder.Direction(n, seed), v = SecondOrder.Direction(m, seed + 100);
            companions.Tangent(model.At, u, y, tangent);
            companions.Adjoint(model.At, v, y, adjoint);
            double left = 0, right = 0, terms = 0;
            for (int i = 0; i < m; i++)
            {
                left += tangent[i] * v[i];
                for (int j = 0; j < n; j++)
                {
                    terms += Math.Abs(v[i] * jacobian[(i * n) + j] * u[j]);
                }
            }
            for (int j = 0; j < n; j++)
            {
                right += adjoint[j] * u[j];
            }
            Accuracy.Value(left, right, name, 0, Tolerance * terms);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Jacobian_has_the_tangents_as_columns_and_the_adjoints_as_rows(string name)
    {
        (VectorModel model, VectorCompanions companions) = (VectorModels.All[name], VectorCompanionTable.All[name]);
        int n = model.At.Length, m = model.Outputs;
        double[] jacobian = Jacobian(name), y = new double[m], column = new double[m], row = new double[n];
        double floor = Tolerance * Largest(jacobian);
        for (int j = 0; j < n; j++)
        {
            double[] unit = new double[n];
            unit[j] = 1;
            companions.Tangent(model.At, unit, y, column);
            for (int i = 0; i < m; i++)
            {
                Accuracy.Value(jacobian[(i * n) + j], column[i], name + ", tangent", Tolerance, floor);
            }
        }
        for (int i = 0; i < m; i++)
        {
            double[] unit = new double[m];
            unit[i] = 1;
            companions.Adjoint(model.At, unit, y, row);
            Accuracy.Gradient(jacobian.AsSpan(i * n, n), row, name + ", adjoint", Tolerance, floor);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Jacobian_agrees_with_differences(string name)
    {
        VectorModel model = VectorModels.All[name];
        Accuracy.Gradient(Differences.Jacobian(model.Value, model.At, model.Outputs), Jacobian(name), name, Differences.Tolerance, Differences.Tolerance);
    }

    /// <summary>Single precision: a dozen roundings of 6e-8 of numbers up to 4.</summary>
    [Theory]
    [InlineData(0.5f)]
    [InlineData(-0.5f)]
    public void Vectors_in_single_precision_are_transposed(float side)
    {
        Vector3 ray = new(0.3f, -1.2f, 0.8f * side), normal = new(0.1f, 0.2f, 2), u = new(0.7f, 0.4f, -0.9f), w = new(-0.3f, 0.8f, 0.5f), v = new(1.1f, -0.6f, 0.2f);
        float[] jacobian = new float[21];
        Vector3 value = ReturnedResults.Reflected(ray, normal, 1.5f);
        Assert.Equal(value, ReturnedResults.ReflectedTangent(ray, normal, 1.5f, u, w, 0.25f, out Vector3 tangent));
        Assert.Equal(value, ReturnedResults.ReflectedAdjoint(ray, normal, 1.5f, v, out Vector3 dRay, out Vector3 dNormal, out float dStrength));
        Assert.Equal(value, ReturnedResults.ReflectedJacobian(ray, normal, 1.5f, jacobian));
        float left = Vector3.Dot(tangent, v), right = Vector3.Dot(dRay, u) + Vector3.Dot(dNormal, w) + (dStrength * 0.25f);
        Accuracy.Value(left, right, "reflection", 0, 5e-6);
        float[] direction = [u.X, u.Y, u.Z, w.X, w.Y, w.Z, 0.25f];
        for (int i = 0; i < 3; i++)
        {
            float sum = 0;
            for (int j = 0; j < 7; j++)
            {
                sum += jacobian[(7 * i) + j] * direction[j];
            }
            Accuracy.Value(tangent[i], sum, "row", 0, 5e-6);
        }
    }

    private static double[] Jacobian(string name)
    {
        VectorModel model = VectorModels.All[name];
        double[] jacobian = new double[model.At.Length * model.Outputs];
        Array.Fill(jacobian, double.NaN);
        VectorCompanionTable.All[name].Jacobian(model.At, new double[model.Outputs], jacobian);
        return jacobian;
    }

    private static double Largest(double[] values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }
        return largest;
    }
}
