// Vector512/VectorMath.Arcs.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Inverse trigonometric functions.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Atan(Vector512{double})"/>
    public static double Atan(double x) => Atan(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="Atan2(Vector512{double}, Vector512{double})"/>
    public static double Atan2(double y, double x) => Atan2(Vector128.Create(y), Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="Asin(Vector512{double})"/>
    public static double Asin(double x) => Asin(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="Acos(Vector512{double})"/>
    public static double Acos(double x) => Acos(Vector128.Create(x)).ToScalar();
}
