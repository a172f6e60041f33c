using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Affine layers on columns: eight points at a time.</summary>
internal static class AffineLayer
{
    /// <summary>units[j] = offset[j] + Σ weight[j, v] · column[variable v].</summary>
    public static void Units(SurrogateTerm term, ReadOnlySpan<double> columns, int points, Span<double> units)
    {
        ReadOnlySpan<int> variables = term.Variables;
        ReadOnlySpan<double> weights = term.Weights, offsets = term.Offsets;
        for (int j = 0; j < offsets.Length; j++)
        {
            Span<double> unit = units.Slice(j * points, points);
            unit.Fill(offsets[j]);
            AddProducts(weights.Slice(j * variables.Length, variables.Length), 1, variables.Length, variables, columns, points, unit);
        }
    }

    /// <summary>gradient[variable v] += Σ weight[j, v] · unit gradient[j].</summary>
    public static void AddTransposed(SurrogateTerm term, ReadOnlySpan<double> unitGradients, int points, Span<double> gradients)
    {
        ReadOnlySpan<int> variables = term.Variables;
        for (int v = 0; v < variables.Length; v++)
        {
            AddProducts(term.Weights[v..], variables.Length, term.Units, [], unitGradients, points, gradients.Slice(variables[v] * points, points));
        }
    }

    // sum += Σ weight · column, over columns in their order or in the one given; four vectors of points at a time, because one sum alone waits for itself.
    private static void AddProducts(ReadOnlySpan<double> weights, int stride, int count, ReadOnlySpan<int> order, ReadOnlySpan<double> columns, int points, Span<double> sum)
    {
        ref double from = ref MemoryMarshal.GetReference(columns);
        ref double weight = ref MemoryMarshal.GetReference(weights);
        int r = 0;
        for (; r <= points - (4 * Vector512<double>.Count); r += 4 * Vector512<double>.Count)
        {
            Vector512<double> first = Vector512.Create<double>(sum[r..]), second = Vector512.Create<double>(sum[(r + 8)..]);
            Vector512<double> third = Vector512.Create<double>(sum[(r + 16)..]), fourth = Vector512.Create<double>(sum[(r + 24)..]);
            for (int k = 0; k < count; k++)
            {
                nuint at = (nuint)(((order.IsEmpty ? k : order[k]) * points) + r);
                Vector512<double> factor = Vector512.Create(Unsafe.Add(ref weight, k * stride));
                first = Vector512.MultiplyAddEstimate(factor, Vector512.LoadUnsafe(ref from, at), first);
                second = Vector512.MultiplyAddEstimate(factor, Vector512.LoadUnsafe(ref from, at + 8), second);
                third = Vector512.MultiplyAddEstimate(factor, Vector512.LoadUnsafe(ref from, at + 16), third);
                fourth = Vector512.MultiplyAddEstimate(factor, Vector512.LoadUnsafe(ref from, at + 24), fourth);
            }
            first.CopyTo(sum[r..]);
            second.CopyTo(sum[(r + 8)..]);
            third.CopyTo(sum[(r + 16)..]);
            fourth.CopyTo(sum[(r + 24)..]);
        }
        for (; r < points; r += Vector512<double>.Count)
        {
            Vector512<double> one = Vector512.Create<double>(sum[r..]);
            for (int k = 0; k < count; k++)
            {
                nuint at = (nuint)(((order.IsEmpty ? k : order[k]) * points) + r);
                one = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref weight, k * stride)), Vector512.LoadUnsafe(ref from, at), one);
            }
            one.CopyTo(sum[r..]);
        }
    }

    /// <summary>sum += addend, element by element; whole vectors.</summary>
    public static void Add(ReadOnlySpan<double> addend, Span<double> sum)
    {
        for (int r = 0; r < sum.Length; r += Vector512<double>.Count)
        {
            (Vector512.Create<double>(sum[r..]) + Vector512.Create(addend[r..])).CopyTo(sum[r..]);
        }
    }

    /// <summary>The value of an affine term at one point.</summary>
    public static double Value(SurrogateTerm term, ReadOnlySpan<double> x)
    {
        double sum = term.Offsets[0];
        ReadOnlySpan<int> variables = term.Variables;
        for (int v = 0; v < variables.Length; v++)
        {
            sum += term.Weights[v] * x[variables[v]];
        }
        return sum;
    }
}
