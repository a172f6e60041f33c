using System;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// One polynomial, or one on each of several equal pieces of the domain: an argument's segment is found by one multiply-add, and the segment's polynomial evaluated about
/// its middle. With one segment there is nothing to find.
/// </summary>
/// <param name="Powers">The powers that all segments have, ascending.</param>
/// <param name="Coefficients">For each power, the coefficient of each segment.</param>
/// <param name="Middles">Of each segment; none when the polynomial is in x itself.</param>
/// <param name="Scale">x · Scale + Offset, truncated, is the segment.</param>
internal sealed record PolynomialScheme(
    bool IsSingle, double Lo, double Hi, EquatableArray<int> Powers, EquatableArray<EquatableArray<double>> Coefficients, EquatableArray<double> Middles, double Scale, double Offset)
    : Scheme(IsSingle, [new(Lo, Hi)])
{
    public int Segments => Coefficients[0].Count;

    /// <summary>True when polynomials are evaluated by halves.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>True when a polynomial is about an argument whose result is exact.</summary>
    public bool HasExact { get; init; }

    private string ByHalves => IsBalanced ? ", by halves" : "";

    public override Kernel Program => Segments == 1 ? KernelOf(0) : WithTables();

    public override string Form
    {
        get
        {
            string degree = Powers[Powers.Count - 1].ToString(CultureInfo.InvariantCulture);
            if (Segments > 1)
            {
                return Segments.ToString(CultureInfo.InvariantCulture) + " equal pieces, each a polynomial of degree " + degree + " about its middle" + (HasExact ? ", or the exact argument in it" : "") + ByHalves;
            }
            string shape = Powers switch
            {
                _ when !PolynomialKernel.IsOfSquare(Powers) => "A polynomial",
                _ when PolynomialKernel.IsLifted(Powers) => "A constant and an odd polynomial",
                _ when (Powers[0] & 1) == 1 => "An odd polynomial",
                _ => "An even polynomial",
            };
            return shape + " of degree " + degree + (Middles.Count == 0 ? "" : " about " + (HasExact ? Middles[0].ToString("R", CultureInfo.InvariantCulture) : "the middle of the interval")) + ByHalves;
        }
    }

    /// <summary>As many as two vector registers hold.</summary>
    public static int MostSegments(bool isSingle) => isSingle ? 32 : 16;

    /// <summary>The polynomial of a segment as a kernel.</summary>
    public Kernel KernelOf(int segment)
    {
        double[] coefficients = new double[Powers.Count];
        for (int j = 0; j < coefficients.Length; j++)
        {
            coefficients[j] = Coefficients[j][segment];
        }
        return PolynomialKernel.Of(Powers, coefficients, IsSingle, Middles.Count == 0 ? null : Middles[segment], IsBalanced);
    }

    private Kernel WithTables()
    {
        KernelBuilder kernel = new();
        int x = kernel.Input;
        kernel.Say("The piece; of NaN the first.");
        int place = kernel.MultiplyAdd(x, kernel.Constant(Scale), kernel.Constant(Offset), "place");
        int segment = kernel.Add(new(StepKind.Truncate, place), "segment");
        int t = kernel.Minus(x, kernel.LookUp(Middles, segment, "middle"), "t");
        int[] coefficients = [.. Powers.Select((power, j) => kernel.LookUp(Coefficients[j], segment, "c" + power.ToString(CultureInfo.InvariantCulture)))];
        return kernel.Build(IsSingle, PolynomialKernel.Append(kernel, t, Powers, coefficients, isBalanced: IsBalanced));
    }

    /// <summary>The segment of an argument in the domain, as the emitted code finds it.</summary>
    public int SegmentOf(double x) => Segments == 1 ? 0 : SegmentOf(x, (Scale, Offset), IsSingle);

    /// <summary>The segment of an argument on a grid.</summary>
    public static int SegmentOf(double x, (double Scale, double Offset) grid, bool isSingle) =>
        (int)(isSingle ? RoundOnce.MultiplyAdd((float)x, (float)grid.Scale, (float)grid.Offset) : RoundOnce.MultiplyAdd(x, grid.Scale, grid.Offset));

    /// <summary>
    /// The arguments of a segment, exactly: rounded multiply-adds are monotone, so they are all from the first that is not in an earlier segment to the last that is not
    /// in a later one. Null for a segment without any.
    /// </summary>
    public Interval? DomainOf(int segment)
    {
        long first = First(segment), after = First(segment + 1);
        return first < after ? new(Formats.At(first, IsSingle), Formats.At(after - 1, IsSingle)) : null;
    }

    /// <summary>The place of the first argument whose segment is at least this one.</summary>
    private long First(int segment)
    {
        long low = Formats.Place(Lo, IsSingle), high = Formats.Place(Hi, IsSingle) + 1;
        while (low < high)
        {
            long middle = unchecked(low + (long)((ulong)(high - low) / 2)); // of doubles the difference may not fit
            (low, high) = SegmentOf(Formats.At(middle, IsSingle)) >= segment ? (low, middle) : (middle + 1, high);
        }
        return low;
    }
}
