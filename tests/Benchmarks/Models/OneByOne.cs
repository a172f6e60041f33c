using System;
using Proxima;

namespace Benchmarks;

/// <summary>A model whose boxes are computed one after the other.</summary>
internal readonly struct OneByOne<TModel>(TModel model) : IEnclosure
    where TModel : struct, IEnclosure
{
    public int Dimension => model.Dimension;

    public double Value(ReadOnlySpan<double> x) => model.Value(x);

    public void Values(ReadOnlySpan<double> rows, Span<double> results) => model.Values(rows, results);

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient) => model.Gradient(x, gradient);

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => model.Gradients(rows, results, gradients);

    public Interval Range(ReadOnlySpan<Interval> box) => model.Range(box);

    public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient) => model.GradientRange(box, gradient);

    public bool IsDefined(ReadOnlySpan<Interval> box) => model.IsDefined(box);

    public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian) => model.HessianRange(box, hessian);

    public bool HessianRow(ReadOnlySpan<Interval> box, int row, Span<Interval> result) => model.HessianRow(box, row, result);
}
