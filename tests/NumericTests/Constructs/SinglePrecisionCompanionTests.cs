using System;
using System.Numerics;

namespace NumericTests.Constructs;

/// <summary>
/// Models in single precision against gradients by hand in double. A dozen roundings of 6e-8 each, on terms of order one: 1e-6.
/// </summary>
public sealed class SinglePrecisionCompanionTests
{
    private const double Tolerance = 1e-6;

    [Fact]
    public void Mixed_precision_converts_as_csharp_does()
    {
        const float x = 0.7f;
        const double y = 1.3;
        double value = Scalars.MixedPrecisionGradient(x, y, out float dX, out double dY);
        Assert.Equal(Scalars.MixedPrecision(x, y), value);
        Accuracy.Value(y + (y * y), dX, "dX", Tolerance);
        Accuracy.Value(x + (2.0 * x * y), dY, "dY", Tolerance);
    }

    [Fact]
    public void Single_precision_model_has_single_precision_outputs()
    {
        const float x = 0.7f, y = 1.3f;
        float value = Scalars.SinglePrecisionGradient(x, y, out float dX, out float dY);
        double slopeOfX = 0.5, slopeOfY = 0;
        for (int i = 1; i <= 3; i++)
        {
            slopeOfX -= 0.5 * Math.Sin((double)y * i) / ((i + (double)x) * (i + (double)x));
            slopeOfY += 0.5 * i * Math.Cos((double)y * i) / (i + (double)x);
        }
        Accuracy.Value(Scalars.SinglePrecision(x, y), value, "value", Tolerance);
        Accuracy.Value(slopeOfX, dX, "dX", Tolerance);
        Accuracy.Value(slopeOfY, dY, "dY", Tolerance);
    }

    [Fact]
    public void Vector2()
    {
        Vector2 a = new(0.7f, -1.3f), b = new(0.4f, 2.1f);
        float value = Vectors.PlaneGradient(a, b, out Vector2 dA, out Vector2 dB);
        Accuracy.Value(Vectors.Plane(a, b), value, "value", Tolerance);
        Close(b + (2 * a), dA);
        Close(a, dB);
    }

    [Fact]
    public void Vector3()
    {
        Vector3 a = new(0.7f, -1.3f, 0.2f), b = new(0.4f, 2.1f, -0.6f), c = new(1.2f, 0.3f, 0.9f);
        float value = Vectors.SpaceGradient(a, b, c, out Vector3 dA, out Vector3 dB, out Vector3 dC);
        Accuracy.Value(Vectors.Space(a, b, c), value, "value", Tolerance);
        Close(System.Numerics.Vector3.Cross(b, c), dA);
        Close(System.Numerics.Vector3.Cross(c, a), dB);
        Close(System.Numerics.Vector3.Cross(a, b), dC);
    }

    [Fact]
    public void Vector4()
    {
        Vector4 a = new(0.7f, -1.3f, 0.2f, 0.5f), b = new(0.4f, 2.1f, -0.6f, 1.1f);
        const float s = 0.8f;
        float value = Vectors.HomogeneousGradient(a, b, s, out Vector4 dA, out Vector4 dB, out float dS);
        Vector4 difference = (a / 2) - (s * b) + System.Numerics.Vector4.UnitW;
        Vector4 direction = System.Numerics.Vector4.Normalize(difference);
        Accuracy.Value(Vectors.Homogeneous(a, b, s), value, "value", Tolerance);
        Close(direction, dA);
        Close(-2 * s * direction, dB);
        Accuracy.Value(-2 * System.Numerics.Vector4.Dot(direction, b), dS, "dS", Tolerance);
    }

    private static void Close(Vector2 expected, Vector2 actual)
    {
        Accuracy.Value(expected.X, actual.X, "X", Tolerance, Tolerance);
        Accuracy.Value(expected.Y, actual.Y, "Y", Tolerance, Tolerance);
    }

    private static void Close(Vector3 expected, Vector3 actual)
    {
        Close(new Vector2(expected.X, expected.Y), new Vector2(actual.X, actual.Y));
        Accuracy.Value(expected.Z, actual.Z, "Z", Tolerance, Tolerance);
    }

    private static void Close(Vector4 expected, Vector4 actual)
    {
        Close(new Vector3(expected.X, expected.Y, expected.Z), new Vector3(actual.X, actual.Y, actual.Z));
        Accuracy.Value(expected.W, actual.W, "W", Tolerance, Tolerance);
    }
}
