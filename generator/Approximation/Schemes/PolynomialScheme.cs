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
    : Scheme(IsSingle, Lo, Hi)
{
    public int Segments => Coefficients[0].Count;

    public override Kernel Program => Segments == 1 ? KernelOf(0) : WithTables();

    public override string Form
    {
        get
        {
            string degree = Powers[Powers.Count - 1].ToString(CultureInfo.InvariantCulture);
            if (Segments > 1)
            {
                return Segments.ToString(CultureInfo.InvariantCulture) + " equal pieces, each a polynomial of degree " + degree + " about its middle";
            }
            string shape = Powers switch
            {
                _ when !PolynomialKernel.IsOfSquare(Powers) => "A polynomial",
                _ when PolynomialKernel.IsLifted(Powers) => "A constant and an odd polynomial",
                _ when (Powers[0] & 1) == 1 => "An odd polynomial",
                _ => "An even polynomial",
            };
            return shape + " of degree " + degree + (Middles.Count == 0 ? "" : " about the middle of the interval");
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
        return PolynomialKernel.Of(Powers, coefficients, IsSingle, Middles.Count == 0 ? null : Middles[segment]);
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
        return kernel.Build(IsSingle, PolynomialKernel.Append(kernel, t, Powers, coefficients));
    }

    /// <summary>The segment of an argument in the domain, as the emitted code finds it.</summary>
    public int SegmentOf(double x)
    {
        if (Segments == 1)
        {
            return 0;
        }
        return (int)(IsSingle ? RoundOnce.MultiplyAdd((float)x, (float)Scale, (float)Offset) : RoundOnce.MultiplyAdd(x, Scale, Offset));
    }

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
