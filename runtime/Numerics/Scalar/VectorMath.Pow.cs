// Vector512/VectorMath.Pow.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Powers.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Pow(Vector512{double}, Vector512{double})"/>
    public static double Pow(double x, double y) => Pow(Vector128.Create(x), Vector128.Create(y)).ToScalar();
}
