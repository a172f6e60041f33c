using System;
using static Proxima.Generator.Numerics.DoubleDoubleConstants;

namespace Proxima.Generator.Numerics;

/// <summary>Hyperbolic functions and their inverses, all through e^x − 1 and ln(1 + x) so that nothing cancels near 0.</summary>
internal static partial class DoubleDoubleFunctions
{
    /// <summary>Beyond it e^(−x) no longer reaches the last bit of e^x.</summary>
    private const double Large = 40;

    public static DoubleDouble Sinh(DoubleDouble x)
    {
        if (Math.Abs(x.Hi) > Large)
        {
            DoubleDouble half = Exp(x.Abs() - Ln2);
            return x.IsNegative ? -half : half;
        }
        DoubleDouble e = ExpM1(x.Abs());
        DoubleDouble value = (e + (e / (e + 1))).Scale(0.5);
        return x.IsNegative ? -value : value;
    }

    public static DoubleDouble Cosh(DoubleDouble x)
    {
        if (Math.Abs(x.Hi) > Large)
        {
            return Exp(x.Abs() - Ln2);
        }
        DoubleDouble e = Exp(x);
        return (e + (1 / e)).Scale(0.5);
    }

    public static DoubleDouble Tanh(DoubleDouble x)
    {
        if (Math.Abs(x.Hi) > Large)
        {
            return x.IsNegative ? -1.0 : 1.0;
        }
        DoubleDouble e = ExpM1(x.Abs().Scale(2));
        DoubleDouble value = e / (e + 2);
        return x.IsNegative ? -value : value;
    }

    public static DoubleDouble Asinh(DoubleDouble x)
    {
        DoubleDouble t = x.Abs();
        DoubleDouble value = t.Hi > 1e100 ? Log(t) + Ln2 : LogP1(t + (t * t / (Sqrt((t * t) + 1) + 1)));
        return x.IsNegative ? -value : value;
    }

    public static DoubleDouble Acosh(DoubleDouble x)
    {
        if (x.Hi > 1e100)
        {
            return Log(x) + Ln2;
        }
        DoubleDouble above = x - 1;
        return above.IsNegative ? double.NaN : LogP1(above + Sqrt(above * (x + 1)));
    }

    public static DoubleDouble Atanh(DoubleDouble x)
    {
        DoubleDouble t = x.Abs();
        DoubleDouble value = LogP1(t.Scale(2) / (1 - t)).Scale(0.5);
        return x.IsNegative ? -value : value;
    }
}
