using System;

namespace Proxima;

/// <summary>A fixed sequence of numbers that look random (SplitMix64, Steele, Lea and Flood 2014): designs are the same on every machine and in every version.</summary>
internal struct Mixer(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to <paramref name="limit"/>, exclusive; the bias of the high product is below 2⁻³⁰ for limits in use.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);
}
