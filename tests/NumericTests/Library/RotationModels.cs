using System;
using System.Numerics;
using Proxima;

namespace NumericTests.Library;

/// <summary>Models of matrices and quaternions of System.Numerics.</summary>
public static partial class RotationModels
{
    /// <summary>A matrix as the variable: products, sums, transposes, rows, elements.</summary>
    [Gradient]
    public static float Products(Matrix4x4 m, Vector3 v, float s)
    {
        Matrix4x4 twice = (m * m) + (Matrix4x4.Transpose(m) * s) - Matrix4x4.Identity;
        twice.M12 += m[2, 1];
        Vector3 moved = Vector3.Transform(v, twice);
        Vector4 full = Vector4.Transform(new Vector4(moved, s), -m) + Vector4.Transform(v, m);
        Vector3 normal = Vector3.TransformNormal(v, Matrix4x4.Lerp(m, twice, s)) + m.Translation;
        return Vector4.Dot(full, m.X) + Vector3.Dot(normal, moved) + (0.1f * twice.GetDeterminant());
    }

    /// <summary>The chain of a camera: scale, turn, shift.</summary>
    [Gradient]
    public static float Chain(Vector3 point, Vector3 angles, Vector3 shift, float scale)
    {
        Matrix4x4 world = Matrix4x4.CreateScale(scale) * Matrix4x4.CreateScale(shift) * Matrix4x4.CreateRotationX(angles.X) * Matrix4x4.CreateRotationY(angles.Y)
            * Matrix4x4.CreateRotationZ(angles.Z) * Matrix4x4.CreateTranslation(shift) * Matrix4x4.CreateTranslation(scale, 1, angles.Z);
        return Vector3.Transform(point, world).LengthSquared() + Vector2.Transform(new Vector2(point.X, scale), world).X;
    }

    /// <summary>A quaternion as the variable: it need not be a unit.</summary>
    [Gradient]
    public static float Turns(Quaternion q, Vector3 v, Vector4 w)
    {
        Quaternion unit = Quaternion.Normalize(q);
        Quaternion other = (q * unit) + (Quaternion.Conjugate(q) * 0.5f) - Quaternion.Inverse(q);
        Vector3 turned = Vector3.Transform(v, unit) + Vector3.Transform(v, q);
        Vector4 full = Vector4.Transform(w, other / q);
        return Vector3.Dot(turned, v) + (full.W * full.X) + (q.Length() * Quaternion.Dot(unit, other)) + Vector2.Transform(new Vector2(v.X, v.Y), q).Y;
    }

    [Gradient]
    public static float Angles(Vector3 axis, float angle, Vector3 angles, Vector3 v)
    {
        Quaternion first = Quaternion.CreateFromAxisAngle(Vector3.Normalize(axis), angle);
        Quaternion second = Quaternion.CreateFromYawPitchRoll(angles.X, angles.Y, angles.Z);
        Matrix4x4 turn = Matrix4x4.CreateFromQuaternion(Quaternion.Concatenate(first, second)) * Matrix4x4.CreateFromYawPitchRoll(angles.Z, angles.X, angles.Y)
            * Matrix4x4.CreateFromAxisAngle(axis, angle);
        return Vector3.Transform(v, turn).X + Vector3.Transform(v, second).Z + turn.M23;
    }

    /// <summary>The members of vectors, part by part.</summary>
    [Gradient]
    public static float Parts(Vector3 a, Vector3 b, float t)
    {
        Vector3 mixed = Vector3.Lerp(a, b, t) + Vector3.Lerp(a, b, new Vector3(t, 1, 0)) + Vector3.Reflect(a, Vector3.Normalize(b));
        Vector3 bent = Vector3.Max(Vector3.Abs(a), b) * Vector3.SquareRoot(Vector3.Min(Vector3.Exp(a), new Vector3(5)))
            + Vector3.Clamp(mixed, new Vector3(-1), new Vector3(2)) + Vector3.Hypot(a, b) + Vector3.Sin(a) + Vector3.Log(Vector3.Cos(0.3f * a));
        Vector2 plane = new(bent.X, mixed.Y);
        return Vector3.Distance(bent, a) + Vector3.DistanceSquared(mixed, b) + Vector3.Sum(bent) + Vector2.Cross(plane, Vector2.Create(t, 2)) + Vector3.Cross(a, b)[1];
    }

    /// <summary>A loop over a local that is assigned again.</summary>
    [Gradient]
    public static float Power(Matrix4x4 m, int count)
    {
        Matrix4x4 power = Matrix4x4.Identity;
        Quaternion spin = Quaternion.Identity;
        for (int i = 0; i < count; i++)
        {
            power *= m;
            spin = Quaternion.Normalize(spin * new Quaternion(m.M11, m.M22, m.M33, 1));
        }
        return power.M11 + power.M22 + power.M33 + power.M44 + spin.Y;
    }
}
