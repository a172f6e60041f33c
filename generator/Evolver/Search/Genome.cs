using System;
using System.Numerics;

namespace Proxima.Evolver.Search;

/// <summary>
/// A straight-line program of one argument with free constants, in arrays that are written over again and again. An operand is 0 for the argument, n for operation
/// n − 1, −n for constant n − 1; operations come after what they read, the last is the result. Each constant is read once.
/// </summary>
internal sealed class Genome
{
    public const int MostOperations = 20, MostConstants = 16;

    public OperationKind[] Kinds { get; } = new OperationKind[MostOperations];

    /// <summary>Three operands for each operation; what a kind does not read is 0.</summary>
    public sbyte[] Operands { get; } = new sbyte[3 * MostOperations];

    /// <summary>The constants as doubles, and what these leave out.</summary>
    public double[] Constants { get; } = new double[MostConstants];

    public double[] Rests { get; } = new double[MostConstants];

    public int Count { get; set; }

    public int ConstantCount { get; set; }

    public static int Arity(OperationKind kind) => kind switch
    {
        OperationKind.MultiplyAdd => 3,
        OperationKind.Absolute => 1,
        _ => 2,
    };

    public void CopyFrom(Genome other)
    {
        Count = other.Count;
        ConstantCount = other.ConstantCount;
        other.Kinds.AsSpan(0, Count).CopyTo(Kinds);
        other.Operands.AsSpan(0, 3 * Count).CopyTo(Operands);
        other.Constants.AsSpan(0, ConstantCount).CopyTo(Constants);
        other.Rests.AsSpan(0, ConstantCount).CopyTo(Rests);
    }

    /// <summary>Adds a constant and gives the operand that reads it; the argument where there is no room.</summary>
    public sbyte NewConstant(double value)
    {
        if (ConstantCount == MostConstants)
        {
            return 0;
        }
        Constants[ConstantCount] = value;
        Rests[ConstantCount] = 0;
        ConstantCount++;
        return (sbyte)-ConstantCount;
    }

    /// <summary>Adds an operation at a place and gives the operand that reads it; operands at and after the place move on.</summary>
    public sbyte Insert(int place, OperationKind kind, sbyte a, sbyte b, sbyte c)
    {
        for (int i = 3 * Count; i-- > 0;)
        {
            Operands[i] += (sbyte)(Operands[i] > place ? 1 : 0);
        }
        Operands.AsSpan(3 * place, 3 * (Count - place)).CopyTo(Operands.AsSpan(3 * (place + 1)));
        Kinds.AsSpan(place, Count - place).CopyTo(Kinds.AsSpan(place + 1));
        Kinds[place] = kind;
        (Operands[3 * place], Operands[(3 * place) + 1], Operands[(3 * place) + 2]) = (a, b, c);
        Count++;
        return (sbyte)(place + 1);
    }

    /// <summary>
    /// What tells structures apart, whatever the order of operations and of operands that may be swapped, and whatever the constants: from the hashes of what each
    /// operation reads, with how often each is read.
    /// </summary>
    public ulong Structure()
    {
        Span<ulong> hashes = stackalloc ulong[MostOperations];
        Span<byte> readers = stackalloc byte[MostOperations];
        readers.Clear();
        for (int i = 0; i < 3 * Count; i++)
        {
            if (Operands[i] > 0)
            {
                readers[Operands[i] - 1]++;
            }
        }
        ulong sum = 0;
        for (int i = 0; i < Count; i++)
        {
            ulong a = Hash(Operands[3 * i], hashes), b = Hash(Operands[(3 * i) + 1], hashes), c = Hash(Operands[(3 * i) + 2], hashes);
            if (Kinds[i] is not (OperationKind.Subtract or OperationKind.Divide) && a > b)
            {
                (a, b) = (b, a);
            }
            hashes[i] = Mix(Mix(Mix(Mix((ulong)Kinds[i] + 11) + a) + b) + c);
            sum += Mix(hashes[i] + readers[i]);
        }
        return Mix(sum + hashes[Count - 1]);
    }

    private static ulong Hash(sbyte operand, ReadOnlySpan<ulong> hashes) => operand switch
    {
        > 0 => hashes[operand - 1],
        0 => 0x2545F4914F6CDD1D,
        _ => 0x9E3779B97F4A7C15,
    };

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return BitOperations.RotateLeft(z ^ (z >> 31), 5);
    }
}
