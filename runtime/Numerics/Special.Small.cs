namespace Proxima;

/// <content>Exponentials and logarithms near 1.</content>
public static partial class Special
{
    /// <summary>
    /// eˣ − 1 with all its digits, also near 0, where <c>Math.Exp(x) − 1</c> and with it .NET's <c>double.ExpM1</c> lose them. At most 2 ulp. −1 at −∞, ∞ at ∞, −0 at −0.
    /// The same bits as a lane of <see cref="VectorMath.ExpM1(System.Runtime.Intrinsics.Vector512{double})"/>.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>A number from −1.</returns>
    public static double ExpM1(double x) => VectorMath.ExpM1(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    public static float ExpM1(float x) => (float)ExpM1((double)x);

    /// <summary>
    /// ln(1 + x) with all its digits, also near 0, where <c>Math.Log(1 + x)</c> and with it .NET's <c>double.LogP1</c> lose them. At most 2 ulp. −∞ at −1, NaN below, ∞ at ∞,
    /// −0 at −0. The same bits as a lane of <see cref="VectorMath.LogP1(System.Runtime.Intrinsics.Vector512{double})"/>.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>The logarithm.</returns>
    public static double LogP1(double x) => VectorMath.LogP1(x);

    /// <inheritdoc cref="LogP1(double)"/>
    public static float LogP1(float x) => (float)LogP1((double)x);
}
