using System;
using System.Numerics;
using Proxima.Generator.Numerics;

namespace Proxima.Evolver.Search;

/// <summary>
/// Random numbers from a seed, the same on every host: xoshiro256** (Blackman and Vigna 2018), its state filled by SplitMix64. Its own, because the runtime's may change.
/// </summary>
internal sealed class Chance
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public Chance(ulong seed)
    {
        SplitMix fill = new(seed);
        (_a, _b, _c, _d) = (fill.Next(), fill.Next(), fill.Next(), fill.Next());
    }

    /// <summary>All there is to it: what a checkpoint keeps.</summary>
    public ulong[] State
    {
        get => [_a, _b, _c, _d];
        set => (_a, _b, _c, _d) = (value[0], value[1], value[2], value[3]);
    }

    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9, shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>From 0 to less than a count.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>From 0 to less than 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Is(double probability) => Share() < probability;

    /// <summary>About normal: the sum of four even ones, scaled to variance 1.</summary>
    public double Bell() => (Share() + Share() + Share() + Share() - 2) * Math.Sqrt(3);
}
