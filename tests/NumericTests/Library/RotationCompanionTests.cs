using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NumericTests.Library;

/// <summary>Gradients of models of matrices and quaternions.</summary>
public sealed class RotationCompanionTests
{
    /// <summary>
    /// Four-point differences in single precision with step 1/16: h⁴·f⁽⁵⁾/30 is 5e-7 of a fifth derivative of order one, rounding 16·6e-8 of the value. A wrong adjoint
    /// is off by a whole term.
    /// </summary>
    private const float Tolerance = 1e-3f;

    private static readonly float[] Point = [0.9f, -0.3f, 0.4f, 0.2f, 0.5f, 1.1f, -0.2f, 0.1f, 0.3f, -0.4f, 0.8f, 0.6f, 0.7f, 0.2f, -0.5f, 1.2f, 0.4f, -0.6f, 0.8f, 0.75f];

    private static readonly Dictionary<string, (Func<float[], float> Model, Func<float[], float[], float> Companion, int Count)> Models = new()
    {
        ["Products"] = (
            static x => RotationModels.Products(Of<Matrix4x4>(x, 0), Of<Vector3>(x, 16), x[19]),
            static (x, g) => RotationModels.ProductsGradient(Of<Matrix4x4>(x, 0), Of<Vector3>(x, 16), x[19], out At<Matrix4x4>(g, 0), out At<Vector3>(g, 16), out g[19]), 20),
        ["Chain"] = (
            static x => RotationModels.Chain(Of<Vector3>(x, 0), Of<Vector3>(x, 3), Of<Vector3>(x, 6), x[9]),
            static (x, g) => RotationModels.ChainGradient(
                Of<Vector3>(x, 0), Of<Vector3>(x, 3), Of<Vector3>(x, 6), x[9], out At<Vector3>(g, 0), out At<Vector3>(g, 3), out At<Vector3>(g, 6), out g[9]), 10),
        ["Turns"] = (
            static x => RotationModels.Turns(Of<Quaternion>(x, 0), Of<Vector3>(x, 4), Of<Vector4>(x, 7)),
            static (x, g) => RotationModels.TurnsGradient(
                Of<Quaternion>(x, 0), Of<Vector3>(x, 4), Of<Vector4>(x, 7), out At<Quaternion>(g, 0), out At<Vector3>(g, 4), out At<Vector4>(g, 7)), 11),
        ["Angles"] = (
            static x => RotationModels.Angles(Of<Vector3>(x, 0), x[3], Of<Vector3>(x, 4), Of<Vector3>(x, 7)),
            static (x, g) => RotationModels.AnglesGradient(
                Of<Vector3>(x, 0), x[3], Of<Vector3>(x, 4), Of<Vector3>(x, 7), out At<Vector3>(g, 0), out g[3], out At<Vector3>(g, 4), out At<Vector3>(g, 7)), 10),
        ["Parts"] = (
            static x => RotationModels.Parts(Of<Vector3>(x, 0), Of<Vector3>(x, 3), x[6]),
            static (x, g) => RotationModels.PartsGradient(Of<Vector3>(x, 0), Of<Vector3>(x, 3), x[6], out At<Vector3>(g, 0), out At<Vector3>(g, 3), out g[6]), 7),
        ["Power"] = (static x => RotationModels.Power(Of<Matrix4x4>(x, 0), 3), static (x, g) => RotationModels.PowerGradient(Of<Matrix4x4>(x, 0), 3, out At<Matrix4x4>(g, 0)), 16),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_agrees_with_differences_of_the_model(string name)
    {
        (Func<float[], float> model, Func<float[], float[], float> companion, int count) = Models[name];
        float[] at = Point[..count];
        float[] gradient = new float[count];
        float value = companion(at, gradient);
        // Other orders of sums of up to sixteen terms: 16 roundings on either side.
        Assert.Equal(model(at), value, 32 * MathF.ScaleB(1, -23) * Math.Max(1, Math.Abs(value)));
        float size = gradient.Max(Math.Abs) + Math.Abs(value);
        for (int i = 0; i < count; i++)
        {
            Assert.True(
                Math.Abs(Difference(model, at, i) - gradient[i]) <= Tolerance * size,
                FormattableString.Invariant($"{name}, derivative {i}: {gradient[i]}, by differences {Difference(model, at, i)}"));
        }
    }

    /// <summary>tr m, to which the quaternion adds nothing in these elements.</summary>
    [Fact]
    public void The_slope_of_a_trace_is_the_identity()
    {
        Matrix4x4 m = Of<Matrix4x4>(Point, 0);
        RotationModels.PowerGradient(m, 1, out Matrix4x4 slope);
        Assert.Equal(1, slope.M44);
        Assert.Equal(0, slope.M12);
    }

    private static float Difference(Func<float[], float> model, float[] at, int i)
    {
        const float h = 1f / 16;
        float At(float steps)
        {
            float[] moved = [.. at];
            moved[i] += steps * h;
            return model(moved);
        }
        return ((8 * (At(1) - At(-1))) - (At(2) - At(-2))) / (12 * h);
    }

    private static T Of<T>(float[] x, int at)
        where T : struct => At<T>(x, at);

    private static ref T At<T>(float[] x, int at)
        where T : struct => ref MemoryMarshal.AsRef<T>(MemoryMarshal.AsBytes(x.AsSpan(at)));
}
