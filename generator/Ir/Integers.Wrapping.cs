using System;

namespace Proxima.Generator.Ir;

/// <summary>One operation on bits, by the width and sign of its type.</summary>
internal static partial class Integers
{
    private static long Wrap(ScalarType type, long bits) => type switch
    {
        ScalarType.Bool => bits & 1,
        ScalarType.Int => unchecked((int)bits),
        ScalarType.UInt => unchecked((uint)bits),
        _ => bits,
    };

    private static bool IsLess(ScalarType type, long left, long right) => type == ScalarType.ULong ? unchecked((ulong)left < (ulong)right) : left < right;

    /// <summary>Throws for a zero divisor and for the smallest int or long by −1, checked or not, as the hardware does.</summary>
    private static long Quotient(ScalarType type, long left, long right) => type switch
    {
        _ when right == 0 => throw new DivideByZeroException(),
        ScalarType.ULong => unchecked((long)((ulong)left / (ulong)right)),
        ScalarType.Int when left == int.MinValue && right == -1 => throw new OverflowException(),
        _ => left / right,
    };

    /// <summary>C# takes a shift's distance modulo the width of the type.</summary>
    private static int Distance(ScalarType type, long distance) => (int)distance & (type is ScalarType.Long or ScalarType.ULong ? 63 : 31);

    private static long UnsignedShift(ScalarType type, long bits, int distance) => type switch
    {
        ScalarType.Int => unchecked((int)((uint)bits >> distance)),
        ScalarType.UInt => bits >> distance,
        _ => unchecked((long)((ulong)bits >> distance)),
    };

    // Checked operations of ulongs: the casts between bits and ulong must not be checked themselves.
    private static long Sum(long left, long right)
    {
        (ulong a, ulong b) = unchecked(((ulong)left, (ulong)right));
        return unchecked((long)checked(a + b));
    }

    private static long Difference(long left, long right)
    {
        (ulong a, ulong b) = unchecked(((ulong)left, (ulong)right));
        return unchecked((long)checked(a - b));
    }

    private static long Product(long left, long right)
    {
        (ulong a, ulong b) = unchecked(((ulong)left, (ulong)right));
        return unchecked((long)checked(a * b));
    }

    private static long Clamp(ScalarType type, long value, long low, long high)
    {
        if (IsLess(type, high, low))
        {
            throw new ArgumentException("The lower bound is above the upper bound.");
        }
        if (IsLess(type, value, low))
        {
            return low;
        }
        return IsLess(type, high, value) ? high : value;
    }
}
