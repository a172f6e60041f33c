namespace Proxima;

/// <summary>Functions that mean something to the compiler and nothing at run time.</summary>
public static class Derivative
{
    /// <summary>Returns <paramref name="x"/> and declares its derivative zero: what flows through here is held constant.</summary>
    /// <param name="x">The value to hold constant.</param>
    /// <returns><paramref name="x"/> itself.</returns>
    public static double Detach(double x) => x;

    /// <inheritdoc cref="Detach(double)"/>
    public static float Detach(float x) => x;
}
