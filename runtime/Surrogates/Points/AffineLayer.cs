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
        ref double from = ref MemoryMarshal.GetReference(columns);
        for (int j = 0; j < offsets.Length; j++)
        {
            ReadOnlySpan<double> row = weights.Slice(j * variables.Length, variables.Length);
            Span<double> unit = units.Slice(j * points, points);
            for (int r = 0; r < points; r += Vector512<double>.Count)
            {
                Vector512<double> sum = Vector512.Create(offsets[j]);
                for (int v = 0; v < row.Length; v++)
                {
                    sum = Vector512.MultiplyAddEstimate(Vector512.Create(row[v]), Vector512.LoadUnsafe(ref from, (nuint)((variables[v] * points) + r)), sum);
                }
                sum.CopyTo(unit[r..]);
            }
        }
    }

    /// <summary>gradient[variable v] += Σ weight[j, v] · unit gradient[j].</summary>
    public static void AddTransposed(SurrogateTerm term, ReadOnlySpan<double> unitGradients, int points, Span<double> gradients)
    {
        ReadOnlySpan<int> variables = term.Variables;
        ReadOnlySpan<double> weights = term.Weights;
        ref double from = ref MemoryMarshal.GetReference(unitGradients);
        ref double weight = ref MemoryMarshal.GetReference(weights);
        int units = term.Units;
        for (int v = 0; v < variables.Length; v++)
        {
            Span<double> column = gradients.Slice(variables[v] * points, points);
            for (int r = 0; r < points; r += Vector512<double>.Count)
            {
                Vector512<double> sum = Vector512.Create<double>(column[r..]);
                for (int j = 0; j < units; j++)
                {
                    Vector512<double> slope = Vector512.Create(Unsafe.Add(ref weight, (j * variables.Length) + v));
                    sum = Vector512.MultiplyAddEstimate(slope, Vector512.LoadUnsafe(ref from, (nuint)((j * points) + r)), sum);
                }
                sum.CopyTo(column[r..]);
            }
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
