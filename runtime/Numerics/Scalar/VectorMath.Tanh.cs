// Vector512/VectorMath.Tanh.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The hyperbolic tangent, which the base library lacks on lanes.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Tanh(Vector512{double})"/>
    public static double Tanh(double x) => Tanh(Vector128.Create(x)).ToScalar();
}
