using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Numerics;

namespace Proxima;

/// <summary>
/// Sobol points in any number of dimensions with nested uniform scrambling (Owen 1995; by hashing, Laine and Karras 2011). The first 21 dimensions have
/// the direction numbers of Joe and Kuo 2008; those beyond have the next primitive polynomials and odd numbers of a fixed sequence.
/// </summary>
internal static class Sobol
{
    private const int Bits = 32;

    // Initial direction numbers of dimensions 2 to 21; the polynomials are in the order in which they are enumerated here.
    private static readonly int[][] JoeKuo =
    [
        [1], [1, 3], [1, 3, 1], [1, 1, 1], [1, 1, 3, 3], [1, 3, 5, 13], [1, 1, 5, 5, 17], [1, 1, 5, 5, 5], [1, 1, 7, 11, 19], [1, 1, 5, 1, 1], [1, 1, 1, 3, 11],
        [1, 3, 5, 5, 31], [1, 3, 3, 9, 7, 49], [1, 1, 1, 15, 21, 21], [1, 3, 1, 13, 27, 49], [1, 1, 1, 15, 7, 5], [1, 3, 1, 15, 13, 25], [1, 1, 5, 5, 19, 61],
        [1, 3, 7, 11, 23, 15, 103], [1, 3, 7, 13, 13, 15, 69],
    ];

    /// <summary>Points of the unit cube, none on its faces: coordinate i of point r at i · count + r.</summary>
    public static double[] Columns(int dimensions, int count, ulong seed)
    {
        double[] columns = new double[dimensions * count];
        Mixer seeds = new(seed);
        using IEnumerator<uint> polynomials = Primitive().GetEnumerator();
        for (int i = 0; i < dimensions; i++)
        {
            uint[] directions = Directions(i, polynomials);
            uint scramble = (uint)seeds.Next();
            for (int r = 0; r < count; r++)
            {
                uint gray = (uint)r ^ ((uint)r >> 1), x = 0;
                for (int bit = 0; gray != 0; bit++, gray >>= 1)
                {
                    x ^= (gray & 1) != 0 ? directions[bit] : 0;
                }
                columns[(i * count) + r] = (Scramble(x, scramble) + 0.5) * (1.0 / 4294967296.0);
            }
        }
        return columns;
    }

    private static uint[] Directions(int dimension, IEnumerator<uint> polynomials)
    {
        uint[] v = new uint[Bits];
        if (dimension == 0)
        {
            for (int k = 0; k < Bits; k++)
            {
                v[k] = 1u << (Bits - 1 - k);
            }
            return v;
        }
        polynomials.MoveNext();
        uint polynomial = polynomials.Current;
        int degree = BitOperations.Log2(polynomial);
        Mixer odd = new((ulong)dimension);
        for (int k = 0; k < Bits; k++)
        {
            if (k < degree)
            {
                uint m = dimension <= JoeKuo.Length ? (uint)JoeKuo[dimension - 1][k] : ((uint)odd.Next() & ((1u << (k + 1)) - 1)) | 1;
                v[k] = m << (Bits - 1 - k);
                continue;
            }
            v[k] = v[k - degree] ^ (v[k - degree] >> degree);
            for (int j = 1; j < degree; j++)
            {
                v[k] ^= ((polynomial >> (degree - j)) & 1) != 0 ? v[k - j] : 0;
            }
        }
        return v;
    }

    // Primitive polynomials over two elements by degree: x generates all 2ⁿ − 1 nonzero remainders.
    private static IEnumerable<uint> Primitive()
    {
        for (int degree = 1; degree < 20; degree++)
        {
            for (uint middle = 0; middle < 1u << (degree - 1); middle++)
            {
                uint polynomial = (1u << degree) | (middle << 1) | 1, state = 1;
                uint period = 0;
                do
                {
                    state <<= 1;
                    state ^= (state >> degree) != 0 ? polynomial : 0;
                    period++;
                }
                while (state != 1);
                if (period == (1u << degree) - 1)
                {
                    yield return polynomial;
                }
            }
        }
    }

    private static uint Scramble(uint x, uint seed)
    {
        x = Reverse(x) + seed;
        x ^= x * 0x6C50B47C;
        x ^= x * 0xB82F1E52;
        x ^= x * 0xC7AFE638;
        x ^= x * 0x8D22F6E6;
        return Reverse(x);
    }

    private static uint Reverse(uint x)
    {
        x = ((x >> 1) & 0x55555555) | ((x & 0x55555555) << 1);
        x = ((x >> 2) & 0x33333333) | ((x & 0x33333333) << 2);
        x = ((x >> 4) & 0x0F0F0F0F) | ((x & 0x0F0F0F0F) << 4);
        return BinaryPrimitives.ReverseEndianness(x);
    }
}
