extern alias runtime;

using System;
using Proxima;
using Interval = runtime::Proxima.Interval;

namespace GeneratorTests.Bounds;

/// <summary>x²·y + y with bounds that are made smaller about their midpoints.</summary>
internal sealed class Shrunk(double ofRange, double ofGradient, double ofHessian) : IEnclosure
{
    public int Dimension => 2;

    public double Value(ReadOnlySpan<double> x) => (x[0] * x[0] * x[1]) + x[1];

    public void Values(ReadOnlySpan<double> rows, Span<double> results) => throw new NotSupportedException();

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = 2 * x[0] * x[1];
        gradient[1] = (x[0] * x[0]) + 1;
        return Value(x);
    }

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

    public Interval Range(ReadOnlySpan<Interval> box) => Made(ofRange, (Interval.Sqr(box[0]) * box[1]) + box[1]);

    public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient)
    {
        gradient[0] = Made(ofGradient, 2 * box[0] * box[1]);
        gradient[1] = Made(ofGradient, Interval.Sqr(box[0]) + 1);
        return Range(box);
    }

    public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian)
    {
        hessian[0] = Made(ofHessian, 2 * box[1]);
        hessian[1] = hessian[2] = Made(ofHessian, 2 * box[0]);
        hessian[3] = 0;
        return true;
    }

    private static Interval Made(double part, Interval bound) => part < 1 ? bound.Midpoint + (part * (bound - bound.Midpoint)) : bound;
}
