using System.Numerics;
using Proxima;

namespace NumericTests.Constructs;

/// <summary>The vectors of System.Numerics.</summary>
public static partial class Vectors
{
    /// <summary>a·b + |a|².</summary>
    [Gradient]
    public static float Plane(Vector2 a, Vector2 b) => Vector2.Dot(a, b) + a.LengthSquared();

    /// <summary>(a × b)·c, six times the volume of a tetrahedron.</summary>
    [Gradient]
    public static float Space(Vector3 a, Vector3 b, Vector3 c) => Vector3.Dot(Vector3.Cross(a, b), c);

    /// <summary>|a/2 − s·b|·2 by components and operators.</summary>
    [Gradient]
    public static float Homogeneous(Vector4 a, Vector4 b, float s)
    {
        Vector4 difference = (a / 2) - (s * b);
        difference.W += 1;
        return 2 * difference.Length();
    }
}
