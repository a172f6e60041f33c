using System;

namespace Proxima;

public readonly ref partial struct IntervalSpan
{
    /// <summary>result[i] = left[i] + right[i].</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the result overlaps an argument other than from the same element on.</exception>
    public static void Add(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, IntervalSpan result) => Add(left, right, result, Best);

    /// <summary>result[i] = left[i] − right[i].</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the result overlaps an argument other than from the same element on.</exception>
    public static void Subtract(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, IntervalSpan result) => Subtract(left, right, result, Best);

    /// <summary>result[i] = left[i] · right[i].</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the result overlaps an argument other than from the same element on.</exception>
    public static void Multiply(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, IntervalSpan result) => Multiply(left, right, result, Best);

    /// <summary>result[i] = left[i] · right[i] + addend[i].</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the result overlaps an argument other than from the same element on.</exception>
    public static void MultiplyAdd(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, ReadOnlyIntervalSpan addend, IntervalSpan result) => MultiplyAdd(left, right, addend, result, Best);

    internal static void Add(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, IntervalSpan result, IntervalBackend backend)
    {
        Require(left, result, nameof(left));
        Require(right, result, nameof(right));
        IntervalOperands operands = new(left, right, default, result);
        int done = backend switch
        {
            IntervalBackend.Embedded => EmbeddedIntervalSums.Add(operands, result.Length),
            IntervalBackend.Vector512 => IntervalKernels512.Add(operands, result.Length),
            IntervalBackend.Vector256 => IntervalKernels256.Add(operands, result.Length),
            IntervalBackend.Vector128 => IntervalKernels128.Add(operands, result.Length),
            _ => 0,
        };
        for (int i = done; i < result.Length; i++)
        {
            operands.Store(i, Raw(left, i) + Raw(right, i));
        }
    }

    internal static void Subtract(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, IntervalSpan result, IntervalBackend backend)
    {
        Require(left, result, nameof(left));
        Require(right, result, nameof(right));
        IntervalOperands operands = new(left, right, default, result);
        int done = backend switch
        {
            IntervalBackend.Embedded => EmbeddedIntervalSums.Subtract(operands, result.Length),
            IntervalBackend.Vector512 => IntervalKernels512.Subtract(operands, result.Length),
            IntervalBackend.Vector256 => IntervalKernels256.Subtract(operands, result.Length),
            IntervalBackend.Vector128 => IntervalKernels128.Subtract(operands, result.Length),
            _ => 0,
        };
        for (int i = done; i < result.Length; i++)
        {
            operands.Store(i, Raw(left, i) - Raw(right, i));
        }
    }

    internal static void Multiply(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, IntervalSpan result, IntervalBackend backend)
    {
        Require(left, result, nameof(left));
        Require(right, result, nameof(right));
        IntervalOperands operands = new(left, right, default, result);
        int done = backend switch
        {
            IntervalBackend.Embedded => EmbeddedIntervalProducts.Multiply(operands, result.Length),
            IntervalBackend.Vector512 => IntervalKernels512.Multiply(operands, result.Length),
            IntervalBackend.Vector256 => IntervalKernels256.Multiply(operands, result.Length),
            IntervalBackend.Vector128 => IntervalKernels128.Multiply(operands, result.Length),
            _ => 0,
        };
        for (int i = done; i < result.Length; i++)
        {
            operands.Store(i, Raw(left, i) * Raw(right, i));
        }
    }

    internal static void MultiplyAdd(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, ReadOnlyIntervalSpan addend, IntervalSpan result, IntervalBackend backend)
    {
        Require(left, result, nameof(left));
        Require(right, result, nameof(right));
        Require(addend, result, nameof(addend));
        IntervalOperands operands = new(left, right, addend, result);
        int done = backend switch
        {
            IntervalBackend.Embedded => EmbeddedIntervalProducts.MultiplyAdd(operands, result.Length),
            IntervalBackend.Vector512 => IntervalKernels512.MultiplyAdd(operands, result.Length),
            IntervalBackend.Vector256 => IntervalKernels256.MultiplyAdd(operands, result.Length),
            IntervalBackend.Vector128 => IntervalKernels128.MultiplyAdd(operands, result.Length),
            _ => 0,
        };
        for (int i = done; i < result.Length; i++)
        {
            operands.Store(i, Interval.FusedMultiplyAdd(Raw(left, i), Raw(right, i), Raw(addend, i)));
        }
    }

    private static Interval Raw(ReadOnlyIntervalSpan intervals, int index) => Interval.Raw(intervals.Lo[index], intervals.Hi[index]);

    private static void Require(ReadOnlyIntervalSpan argument, IntervalSpan result, string parameter)
    {
        ReadOnlyIntervalSpan.RequireSameLength(result.Length, argument.Length, parameter);
        if (Disturbs(result.Lo, argument.Lo) || Disturbs(result.Lo, argument.Hi) || Disturbs(result.Hi, argument.Lo) || Disturbs(result.Hi, argument.Hi))
        {
            throw new ArgumentException("An argument overlaps the result other than from the same element on.", parameter);
        }
    }

    private static bool Disturbs(ReadOnlySpan<double> result, ReadOnlySpan<double> argument) => result.Overlaps(argument, out int offset) && offset != 0;
}
