using System;
using Proxima;

namespace Samples.CertifiedBounds;

/// <summary>A hilly function of two variables with many local minima.</summary>
public static partial class Terrain
{
    [Gradient, Lipschitz]
    public static double Height([Domain(-3, 3)] double x, [Domain(-3, 3)] double y) =>
        Math.Sin(3 * x) * Math.Cos(2 * y) + 0.1 * (x * x + y * y) + 0.3 * Math.Sin(x + 2 * y);
}
