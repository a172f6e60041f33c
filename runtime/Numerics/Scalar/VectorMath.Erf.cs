// Vector512/VectorMath.Erf.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The error function.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Erf(Vector512{double})"/>
    public static double Erf(double x) => Erf(Vector128.Create(x)).ToScalar();
}
