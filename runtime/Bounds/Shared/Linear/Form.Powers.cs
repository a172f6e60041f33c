using System;
using Proxima.Linear;

namespace Proxima;

readonly partial struct Form
{
    /// <summary>Whole exponents up to here are whole numbers of the curve, and so are their neighbours.</summary>
    private const double LargestWhole = 1 << 30;

    /// <summary>xⁿ.</summary>
    public static Form Pow(Form x, int n) => n switch
    {
        0 => 1.0,
        1 => x,
        2 => Sqr(x),
        -1 => 1.0 / x,
        _ => Apply(Curve.Power(n), x),
    };

    /// <summary>xʸ, for x ≥ 0 unless y is a whole number that is known.</summary>
    public static Form Pow(Form x, Form y)
    {
        if (y.Graph is null)
        {
            Interval exponent = y._constant;
            if (x.Graph is null)
            {
                return Interval.Pow(x._constant, exponent);
            }
            if (!exponent.IsPoint || Math.Floor(exponent.Lo) != exponent.Lo)
            {
                return exponent.IsBounded ? Apply(Curve.Power(exponent), x) : Lost(x);
            }
            return Math.Abs(exponent.Lo) <= LargestWhole ? Pow(x, (int)exponent.Lo) : Lost(x);
        }
        if (x.Graph is null && !(x._constant.Lo > 0))
        {
            return Lost(y);
        }
        return Exp(y * Log(x));
    }

    /// <summary>The n-th root, for x ≥ 0 unless n is odd.</summary>
    public static Form RootN(Form x, int n) => n switch
    {
        0 => Lost(x),
        1 => x,
        2 => Sqrt(x),
        3 => Cbrt(x),
        -1 => 1.0 / x,
        _ => Apply(Curve.Root(n), x),
    };

    /// <summary>√(x² + y²).</summary>
    public static Form Hypot(Form x, Form y) => Apply(Surface.Hypot, x, y);

    /// <summary>left · right + addend.</summary>
    public static Form FusedMultiplyAdd(Form left, Form right, Form addend) => (left * right) + addend;

    /// <summary>left · right + addend.</summary>
    public static Form MultiplyAddEstimate(Form left, Form right, Form addend) => (left * right) + addend;

    /// <summary>a + t · (b − a).</summary>
    public static Form Lerp(Form a, Form b, Form t) => a + (t * (b - a));

    /// <summary>x · 2ⁿ.</summary>
    public static Form ScaleB(Form x, int n) => x * Interval.ScaleB(1.0, n);
}
