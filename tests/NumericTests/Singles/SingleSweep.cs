using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NumericTests.Singles;

/// <summary>The largest error of a kernel over many arguments, in units in the last place of the exact value (not in steps between two rounded ones).</summary>
internal sealed class SingleSweep(SingleFunction function)
{
    // The first number beyond single precision, as which infinity counts.
    private const double Beyond = 3.402823669209384634e38;

    private readonly float[] _waiting = new float[Vector512<float>.Count];
    private int _count;
    private Vector512<uint> _hash = Vector512.Create(2166136261);

    /// <summary>The largest error; infinite for a NaN, an infinity or a sign of zero in the wrong place.</summary>
    public double Worst { get; private set; }

    /// <summary>Where it is.</summary>
    public float At { get; private set; }

    /// <summary>Of the bits of all results of <see cref="Bits"/> in order, any NaN one and the same.</summary>
    public uint Hash
    {
        get
        {
            uint hash = 2166136261; // as Fowler, Noll and Vo's
            for (int lane = 0; lane < Vector512<uint>.Count; lane++)
            {
                hash = (hash ^ _hash[lane]) * 16777619;
            }
            return hash;
        }
    }

    /// <summary>Every argument whose bits are a multiple of a stride above a first one.</summary>
    public void Bits(uint first, long last, uint stride)
    {
        Vector512<uint> steps = Vector512<uint>.Indices * stride;
        for (long bits = first; bits <= last; bits += (long)stride * Vector512<uint>.Count)
        {
            Vector512<float> value = Arguments((Vector512.Create((uint)bits) + steps).AsSingle());
            value = Vector512.ConditionalSelect(Vector512.Equals(value, value), value, Vector512.Create(float.NaN));
            _hash = (_hash ^ value.AsUInt32()) * 16777619;
        }
    }

    /// <summary>An argument with its neighbours on both sides, and their negatives.</summary>
    public void Around(float x, int neighbours)
    {
        int centre = BitConverter.SingleToInt32Bits(Math.Abs(x));
        for (int bits = Math.Max(0, centre - neighbours); bits <= centre + neighbours; bits++)
        {
            Argument(BitConverter.Int32BitsToSingle(bits));
            Argument(-BitConverter.Int32BitsToSingle(bits));
        }
    }

    /// <summary>One argument, computed with the next fifteen.</summary>
    public void Argument(float x)
    {
        _waiting[_count++] = x;
        if (_count == _waiting.Length)
        {
            _count = 0;
            Arguments(Vector512.Create<float>(_waiting));
        }
    }

    private Vector512<float> Arguments(Vector512<float> x)
    {
        Vector512<float> value = function.Lanes(x);
        if (Vector512.ExtractMostSignificantBits(function.Settled(x, value)) == 0xFFFF)
        {
            return value;
        }
        (Vector512<double> lowerX, Vector512<double> upperX) = Vector512.Widen(x);
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(value);
        Record(lowerX, Errors(lower, function.Exact(lowerX, lower)));
        Record(upperX, Errors(upper, function.Exact(upperX, upper)));
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Record(Vector512<double> x, Vector512<double> errors)
    {
        if (Vector512.GreaterThanAny(errors, Vector512.Create(Worst)))
        {
            for (int lane = 0; lane < Vector512<double>.Count; lane++)
            {
                (Worst, At) = errors[lane] > Worst ? (errors[lane], (float)x[lane]) : (Worst, At);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Errors(Vector512<double> value, Vector512<double> exact)
    {
        Vector512<double> limit = Vector512.Create(Beyond), infinite = Vector512.Create(double.PositiveInfinity);
        Vector512<double> isNumber = Vector512.Equals(value, value), isExactNumber = Vector512.Equals(exact, exact);
        Vector512<double> isWrong = isNumber ^ isExactNumber;
        isWrong |= Vector512.Equals(value, Vector512<double>.Zero) & ((value.AsInt64() ^ exact.AsInt64()) >> 63).AsDouble();

        Vector512<double> nearest = Vector512.MaxNative(Vector512.MinNative(exact, limit), -limit);
        Vector512<long> exponent = Vector512.Max(nearest.AsInt64() & Vector512.Create(0x7FF00000_00000000), Vector512.Create((1023L - 126) << 52));
        exponent = Vector512.Min(exponent, Vector512.Create((1023L + 127) << 52));
        Vector512<double> scale = (Vector512.Create((2046L + 23) << 52) - exponent).AsDouble();
        Vector512<double> errors = Vector512.Abs(Vector512.MaxNative(Vector512.MinNative(value, limit), -limit) - nearest) * scale;
        return Vector512.ConditionalSelect(isWrong, infinite, Vector512.ConditionalSelect(isNumber, errors, Vector512<double>.Zero));
    }
}
