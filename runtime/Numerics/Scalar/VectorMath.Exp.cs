// Vector512/VectorMath.Exp.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The exponential function.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Exp(Vector512{double})"/>
    public static double Exp(double x) => Exp(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="ExpM1(Vector512{double})"/>
    public static double ExpM1(double x) => ExpM1(Vector128.Create(x)).ToScalar();
}
