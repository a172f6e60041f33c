using System;

namespace Proxima;

/// <summary>A scalar function that encloses its values and derivatives on boxes: one interval per coordinate of the point.</summary>
public interface IEnclosure : IGradient<double>
{
    /// <summary>Encloses the values on a box.</summary>
    /// <param name="box">One interval per coordinate.</param>
    /// <returns>Contains every value of the real function on the box; empty where it is defined nowhere.</returns>
    Interval Range(ReadOnlySpan<Interval> box);

    /// <summary>Encloses the values and Clarke's generalised gradient on a box.</summary>
    /// <param name="box">One interval per coordinate.</param>
    /// <param name="gradient">Receives one enclosure per coordinate; all reals where a derivative may be unbounded or the function may jump.</param>
    /// <returns>Contains every value on the box.</returns>
    Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient);

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
