using System;

namespace Proxima;

/// <summary>A scalar function that encloses its values and derivatives on boxes: one interval per coordinate of the point.</summary>
public interface IEnclosure : IGradient<double>
{
    /// <summary>Encloses the values on a box.</summary>
    /// <param name="box">One interval per coordinate.</param>
    /// <returns>Contains every value of the real function on the box; empty where it is defined nowhere.</returns>
    Interval Range(ReadOnlySpan<Interval> box);

    /// <summary>The number of boxes that <see cref="Ranges"/>, <see cref="GradientRanges"/> and <see cref="HessianRanges"/> compute at once; 1 where they compute one after the other.</summary>
    int BoxesAtOnce => 1;

    /// <summary>Encloses the values on each of several boxes.</summary>
    /// <param name="boxes">The boxes one after the other, each one interval per coordinate.</param>
    /// <param name="ranges">Receives what <see cref="Range"/> gives for each box, in numbers: only a zero may have the other sign.</param>
    /// <exception cref="ArgumentException">The number of intervals is not that of the ranges times the dimension.</exception>
    void Ranges(ReadOnlySpan<Interval> boxes, Span<Interval> ranges)
    {
        Batch.RequireLength(boxes, ranges.Length * Dimension);
        for (int i = 0; i < ranges.Length; i++)
        {
            ranges[i] = Range(boxes.Slice(i * Dimension, Dimension));
        }
    }

    /// <summary>Encloses the values and Clarke's generalised gradient on a box.</summary>
    /// <param name="box">One interval per coordinate.</param>
    /// <param name="gradient">Receives one enclosure per coordinate; all reals where a derivative may be unbounded or the function may jump.</param>
    /// <returns>Contains every value on the box.</returns>
    Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient);

    /// <summary>Encloses the values and Clarke's generalised gradient on each of several boxes.</summary>
    /// <param name="boxes">The boxes one after the other, each one interval per coordinate.</param>
    /// <param name="ranges">Receives an enclosure of the values on each box.</param>
    /// <param name="gradients">Receives the gradients one after the other. What stands here is what <see cref="GradientRange"/> gives for each box, in numbers.</param>
    /// <exception cref="ArgumentException">The number of intervals, or of derivatives, is not that of the ranges times the dimension.</exception>
    void GradientRanges(ReadOnlySpan<Interval> boxes, Span<Interval> ranges, Span<Interval> gradients)
    {
        Batch.RequireLength(boxes, ranges.Length * Dimension);
        Batch.RequireLength(gradients, boxes.Length);
        for (int i = 0; i < ranges.Length; i++)
        {
            ranges[i] = GradientRange(boxes.Slice(i * Dimension, Dimension), gradients.Slice(i * Dimension, Dimension));
        }
    }

    /// <summary>Tells whether slopes say how values change on a box: not where a part of it has no value and neither range nor slopes show that.</summary>
    /// <param name="box">One interval per coordinate.</param>
    /// <returns>False where such a part was not ruled out. Searches then use values alone.</returns>
    /// <remarks>
    /// A slope is all reals where its function is not defined on the whole box, but zero times all reals is zero; and where a branch is undecided, the range is that of the
    /// arms that have values. <c>y &gt; 0 ? 5 + 0 * Math.Sqrt(x) : 0</c> has the slope 0 in x everywhere and, at x = −1, the range [0, 0]. Of a model without a branch
    /// on its variables, and of one that is defined for all reals, the default is right.
    /// </remarks>
    bool IsDefined(ReadOnlySpan<Interval> box) => true;

    /// <summary>Encloses the Hessian on a box.</summary>
    /// <param name="box">One interval per coordinate.</param>
    /// <param name="hessian">Receives the enclosures row-major when the answer is true; otherwise its content is of no use.</param>
    /// <returns>True when the gradient is proved to be Lipschitz on the box, with the enclosures of its generalised derivative.</returns>
    bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian);

    /// <summary>Encloses the Hessian on each of several boxes.</summary>
    /// <param name="boxes">The boxes one after the other, each one interval per coordinate.</param>
    /// <param name="hessians">Receives the enclosures one after the other, each row-major; of use where the answer is true.</param>
    /// <param name="areBounded">Receives what <see cref="HessianRange"/> answers for each box.</param>
    /// <exception cref="ArgumentException">The number of intervals is not that of the answers times the dimension, or the number of second derivatives not that times the dimension again.</exception>
    void HessianRanges(ReadOnlySpan<Interval> boxes, Span<Interval> hessians, Span<bool> areBounded)
    {
        int n = Dimension;
        Batch.RequireLength(boxes, areBounded.Length * n);
        Batch.RequireLength(hessians, boxes.Length * n);
        for (int i = 0; i < areBounded.Length; i++)
        {
            areBounded[i] = HessianRange(boxes.Slice(i * n, n), hessians.Slice(i * n * n, n * n));
        }
    }

    /// <summary>Encloses one row of the Hessian on a box, the slopes of one partial derivative. Generated models compute no other row.</summary>
    /// <param name="box">One interval per coordinate.</param>
    /// <param name="row">The coordinate whose partial derivative it is.</param>
    /// <param name="result">Receives one enclosure per coordinate when the answer is true; otherwise its content is of no use.</param>
    /// <returns>True when the partial derivative is proved to be Lipschitz on the box.</returns>
    bool HessianRow(ReadOnlySpan<Interval> box, int row, Span<Interval> result)
    {
        Batch.RequireLength(result, Dimension);
        using Workspace<Interval> workspace = new([], Dimension * Dimension);
        bool isBounded = HessianRange(box, workspace.Span);
        workspace.Span.Slice(row * Dimension, Dimension).CopyTo(result);
        return isBounded;
    }
}
