using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Proxima;

public static partial class Batch
{
    /// <summary>Throws when an output shares memory with another span.</summary>
    /// <typeparam name="TOutput">The element type of the output.</typeparam>
    /// <typeparam name="TOther">The element type of the other span.</typeparam>
    /// <param name="output">The output.</param>
    /// <param name="other">The span it must not meet.</param>
    /// <param name="outputName">The output's name in the message.</param>
    /// <param name="otherName">The other's name in the message.</param>
    /// <exception cref="ArgumentException">They overlap; the message names both and their lengths.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void RequireDisjoint<TOutput, TOther>(
        Span<TOutput> output,
        ReadOnlySpan<TOther> other,
        [CallerArgumentExpression(nameof(output))] string outputName = "",
        [CallerArgumentExpression(nameof(other))] string otherName = "")
    {
        if (Overlap((ReadOnlySpan<TOutput>)output, other))
        {
            ThrowOverlap(outputName, output.Length, otherName, other.Length);
        }
    }

    /// <inheritdoc cref="RequireDisjoint{TOutput, TOther}(Span{TOutput}, ReadOnlySpan{TOther}, string, string)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void RequireDisjoint<TOutput, TOther>(
        Span<TOutput> output,
        Span<TOther> other,
        [CallerArgumentExpression(nameof(output))] string outputName = "",
        [CallerArgumentExpression(nameof(other))] string otherName = "") =>
        RequireDisjoint(output, (ReadOnlySpan<TOther>)other, outputName, otherName);

    /// <summary>Throws when an output column shares memory with an input column, unless both start at the same element and step alike.</summary>
    /// <typeparam name="TOutput">The element type of the output.</typeparam>
    /// <typeparam name="TInput">The element type of the input.</typeparam>
    /// <param name="output">The output.</param>
    /// <param name="input">The input; a block of rows is read before the same rows of the output are written.</param>
    /// <param name="outputName">The output's name in the message.</param>
    /// <param name="inputName">The input's name in the message.</param>
    /// <exception cref="ArgumentException">They overlap otherwise; the message names both and their lengths.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void RequireColumnOrDisjoint<TOutput, TInput>(
        Span<TOutput> output,
        ReadOnlySpan<TInput> input,
        [CallerArgumentExpression(nameof(output))] string outputName = "",
        [CallerArgumentExpression(nameof(input))] string inputName = "")
    {
        bool isSameColumn = Unsafe.SizeOf<TOutput>() == Unsafe.SizeOf<TInput>()
            && Unsafe.AreSame(ref First((ReadOnlySpan<TOutput>)output), ref First(input));
        if (!isSameColumn && Overlap((ReadOnlySpan<TOutput>)output, input))
        {
            ThrowOverlap(outputName, output.Length, inputName, input.Length);
        }
    }

    /// <inheritdoc cref="RequireColumnOrDisjoint{TOutput, TInput}(Span{TOutput}, ReadOnlySpan{TInput}, string, string)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void RequireColumnOrDisjoint<TOutput, TInput>(
        Span<TOutput> output,
        Span<TInput> input,
        [CallerArgumentExpression(nameof(output))] string outputName = "",
        [CallerArgumentExpression(nameof(input))] string inputName = "") =>
        RequireColumnOrDisjoint(output, (ReadOnlySpan<TInput>)input, outputName, inputName);

    private static bool Overlap<TLeft, TRight>(ReadOnlySpan<TLeft> left, ReadOnlySpan<TRight> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return false;
        }
        // The distance is signed; read as unsigned, one comparison serves each side.
        nuint distance = (nuint)Unsafe.ByteOffset(ref First(left), ref First(right));
        nuint leftBytes = (nuint)left.Length * (nuint)Unsafe.SizeOf<TLeft>();
        nuint rightBytes = (nuint)right.Length * (nuint)Unsafe.SizeOf<TRight>();
        return distance < leftBytes || distance > unchecked(0 - rightBytes);
    }

    /// <remarks>Not MemoryMarshal.AsBytes: a column of user structs may hold references.</remarks>
    private static ref byte First<T>(ReadOnlySpan<T> span) => ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(span));

    [DoesNotReturn]
    private static void ThrowOverlap(string outputName, int outputLength, string otherName, int otherLength) =>
        throw new ArgumentException($"'{outputName}' (length {outputLength}) overlaps '{otherName}' (length {otherLength}).", outputName);
}
