using System;
using Proxima;

namespace NumericTests.Bounds.Search;

/// <summary>Dixon and Szegő's six-hump camel: minimum −1.0316284534898774 at ±(0.0898420131, −0.7126564030).</summary>
internal readonly struct Camel : IEnclosure
{
    public int Dimension => 2;

    public double Value(ReadOnlySpan<double> x) => ((4 - (2.1 * x[0] * x[0]) + (x[0] * x[0] * x[0] * x[0] / 3)) * x[0] * x[0]) + (x[0] * x[1]) + (4 * x[1] * x[1] * ((x[1] * x[1]) - 1));

    public void Values(ReadOnlySpan<double> rows, Span<double> results) => throw new NotSupportedException();

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        double a = x[0], b = x[1];
        gradient[0] = (8 * a) - (8.4 * a * a * a) + (2 * a * a * a * a * a) + b;
        gradient[1] = a - (8 * b) + (16 * b * b * b);
        return Value(x);
    }

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

    public Interval Range(ReadOnlySpan<Interval> box)
    {
        Interval a = Interval.Sqr(box[0]), b = Interval.Sqr(box[1]);
        return ((4 - (2.1 * a) + (Interval.Sqr(a) / 3)) * a) + (box[0] * box[1]) + (4 * b * (b - 1));
    }

    public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient)
    {
        Interval a = box[0], b = box[1], aa = Interval.Sqr(a), bb = Interval.Sqr(b);
        gradient[0] = (a * (8 - (8.4 * aa) + (2 * Interval.Sqr(aa)))) + b;
        gradient[1] = a + (b * ((16 * bb) - 8));
        return Range(box);
    }

    public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian)
    {
        Interval aa = Interval.Sqr(box[0]), bb = Interval.Sqr(box[1]);
        // 3 · 8.4 as intervals: the double 25.2 is another number
        hessian[0] = 8 - (3 * (Interval)8.4 * aa) + (10 * Interval.Sqr(aa));
        hessian[1] = hessian[2] = 1;
        hessian[3] = (48 * bb) - 8;
        return true;
    }
}

/// <summary>max(x, 0) + 2·|y|: kinks, and no Hessian.</summary>
internal readonly struct Kinked : IEnclosure
{
    public int Dimension => 2;

    public double Value(ReadOnlySpan<double> x) => Math.Max(x[0], 0) + (2 * Math.Abs(x[1]));

    public void Values(ReadOnlySpan<double> rows, Span<double> results) => throw new NotSupportedException();

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = x[0] >= 0 ? 1 : 0;
        gradient[1] = 2 * Math.Sign(x[1]);
        return Value(x);
    }

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

    public Interval Range(ReadOnlySpan<Interval> box) => Interval.Max(box[0], 0) + (2 * Interval.Abs(box[1]));

    public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient)
    {
        gradient[0] = new(box[0].Lo > 0 ? 1 : 0, box[0].Hi < 0 ? 0 : 1);
        gradient[1] = new(box[1].Lo > 0 ? 2 : -2, box[1].Hi < 0 ? -2 : 2);
        return Range(box);
    }

    public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian) => false;
}

/// <summary>√x: unbounded slope at 0, defined nowhere below.</summary>
internal readonly struct Root : IEnclosure
{
    public int Dimension => 1;

    public double Value(ReadOnlySpan<double> x) => Math.Sqrt(x[0]);

    public void Values(ReadOnlySpan<double> rows, Span<double> results) => throw new NotSupportedException();

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = 0.5 / Math.Sqrt(x[0]);
        return Value(x);
    }

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

    public Interval Range(ReadOnlySpan<Interval> box) => Interval.Sqrt(box[0]);

    public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient)
    {
        gradient[0] = 0.5 / Interval.Sqrt(Interval.Inside(box[0], 0, double.PositiveInfinity));
        return Range(box);
    }

    public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian)
    {
        Interval x = Interval.Inside(box[0], 0, double.PositiveInfinity);
        hessian[0] = -0.25 / (x * Interval.Sqrt(x));
        return hessian[0].IsBounded;
    }
}

/// <summary>x^−½: only falls for x &gt; 0, and has no value at 0.</summary>
internal readonly struct InverseRoot : IEnclosure
{
    public int Dimension => 1;

    public double Value(ReadOnlySpan<double> x) => Math.Pow(x[0], -0.5);

    public void Values(ReadOnlySpan<double> rows, Span<double> results) => throw new NotSupportedException();

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = -0.5 * Math.Pow(x[0], -1.5);
        return Value(x);
    }

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

    public Interval Range(ReadOnlySpan<Interval> box) => Interval.Pow(box[0], -0.5);

    public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient)
    {
        gradient[0] = -0.5 * Interval.Pow(Interval.Inside(box[0], 0, double.PositiveInfinity), -1.5);
        return Range(box);
    }

    public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian) => false;
}

/// <summary>Above y = 1, 2 + y − e^(−1/√x), which falls with x and has no value at x = 0; y elsewhere.</summary>
internal readonly struct HalfOpen : IEnclosure
{
    public int Dimension => 2;

    public double Value(ReadOnlySpan<double> x) => x[1] > 1 ? 2 + x[1] - Math.Exp(-Math.Pow(x[0], -0.5)) : x[1];

    public void Values(ReadOnlySpan<double> rows, Span<double> results) => throw new NotSupportedException();

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient) => throw new NotSupportedException();

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

    public Interval Range(ReadOnlySpan<Interval> box)
    {
        Truth isAbove = Interval.Greater(box[1], 1);
        Interval above = isAbove.CanBeTrue ? 2 + Interval.AtLeast(box[1], 1) - Interval.Exp(-Interval.Pow(box[0], -0.5)) : Interval.Empty;
        return isAbove.CanBeFalse ? Interval.Hull(above, Interval.AtMost(box[1], 1)) : above;
    }

    public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient)
    {
        Truth isAbove = Interval.Greater(box[1], 1);
        Interval falls = isAbove.CanBeTrue ? Interval.Exp(-Interval.Pow(box[0], -0.5)) * (-0.5 * Interval.Pow(box[0], -1.5)) : Interval.Empty;
        gradient[0] = isAbove.CanBeFalse ? Interval.Hull(falls, 0) : falls;
        gradient[1] = isAbove.CanBeTrue && isAbove.CanBeFalse ? Interval.Entire : 1;
        return Range(box);
    }

    public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian) => false;
}

/// <summary>x, written as <c>x == 0 ? -5 * x : x</c>: an arm that is taken at one point only has a slope that the function does not.</summary>
internal readonly struct Alone : IEnclosure
{
    public int Dimension => 1;

    public double Value(ReadOnlySpan<double> x) => x[0];

    public void Values(ReadOnlySpan<double> rows, Span<double> results) => throw new NotSupportedException();

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = x[0] == 0 ? -5 : 1;
        return x[0];
    }

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

    public Interval Range(ReadOnlySpan<Interval> box) => box[0];

    public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient)
    {
        gradient[0] = !box[0].Contains(0) ? 1 : box[0].IsPoint ? -5 : new Interval(-5, 1);
        return box[0];
    }

    public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian) => false;
}
