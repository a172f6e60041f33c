using System;
using Proxima;

namespace Samples.FastMath;

/// <summary>What the sample computes often, and how exactly it needs it.</summary>
public static partial class Fast
{
    /// <summary>Growth over one path of the option pricer; prices are good to a few parts in a million, so e is too.</summary>
    /// <param name="x">The logarithm of the growth.</param>
    /// <returns>eˣ.</returns>
    [Approximate(-8, 8, RelativeError = 1e-6)]
    public static float Growth(float x) => MathF.Exp(x);

    /// <summary>A soft clipper for sound: straight near 0, ±1 far away. 24 bits of sound have steps of 6e-8; its distortion is far above a millionth.</summary>
    /// <param name="x">The sample.</param>
    /// <returns>The clipped sample.</returns>
    [Approximate(-8, 8, MaxError = 1e-6)]
    public static float Clip(float x) => MathF.Tanh(x);
}
