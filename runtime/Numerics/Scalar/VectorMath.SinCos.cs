// Vector512/VectorMath.SinCos.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Sin(Vector512{double})"/>
    public static double Sin(double x) => Sin(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="Cos(Vector512{double})"/>
    public static double Cos(double x) => Cos(Vector128.Create(x)).ToScalar();
}
