extern alias runtime;

using System;
using Proxima;
using Interval = runtime::Proxima.Interval;

namespace Tests.Shared;

/// <summary>A model whose type is known when the tests run: searches want a struct.</summary>
internal readonly struct AnyEnclosure(IEnclosure model) : IEnclosure
{
    public IEnclosure Model => model;

    public int Dimension => model.Dimension;

    public double Value(ReadOnlySpan<double> x) => model.Value(x);

    public void Values(ReadOnlySpan<double> rows, Span<double> results) => model.Values(rows, results);

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient) => model.Gradient(x, gradient);

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => model.Gradients(rows, results, gradients);

    public Interval Range(ReadOnlySpan<Interval> box) => model.Range(box);

    public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient) => model.GradientRange(box, gradient);

    public bool IsDefined(ReadOnlySpan<Interval> box) => model.IsDefined(box);

    public int BoxesAtOnce => model.BoxesAtOnce;

    public void Ranges(ReadOnlySpan<Interval> boxes, Span<Interval> ranges) => model.Ranges(boxes, ranges);

    public void GradientRanges(ReadOnlySpan<Interval> boxes, Span<Interval> ranges, Span<Interval> gradients) => model.GradientRanges(boxes, ranges, gradients);

    public void HessianRanges(ReadOnlySpan<Interval> boxes, Span<Interval> hessians, Span<bool> areBounded) => model.HessianRanges(boxes, hessians, areBounded);

    public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian) => model.HessianRange(box, hessian);
}
