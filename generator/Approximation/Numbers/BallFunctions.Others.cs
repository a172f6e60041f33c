using System;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <content>Hyperbolic and logistic functions, error functions and powers.</content>
internal static partial class BallFunctions
{
    private static readonly Ball TwoOverSqrtPi = Known(KernelConstants.TwoOverSqrtPi), SqrtHalf = Known(KernelConstants.SqrtHalf), OverSqrtTwoPi = Known(KernelConstants.OverSqrtTwoPi);

    /// <summary>(u + u/(u + 1))/2, u = e^|x| − 1.</summary>
    public static Ball Sinh(Ball x)
    {
        Ball u = ExpM1(x.Middle.Hi < 0 ? -x : x);
        Ball value = (u + (u / (u + 1))).Scale(0.5);
        return x.Middle.Hi < 0 ? -value : value;
    }

    public static Ball Cosh(Ball x)
    {
        Ball e = Exp(x);
        return (e + (1 / e)).Scale(0.5);
    }

    /// <summary>u/(u + 2), u = e²ˣ − 1.</summary>
    public static Ball Tanh(Ball x)
    {
        Ball u = ExpM1((x.Middle.Hi > 0 ? -x : x).Scale(2));
        Ball value = u / (u + 2);
        return x.Middle.Hi > 0 ? -value : value;
    }

    /// <summary>ln(|x| + √(x² + 1)) through ln(1 + y), which keeps the digits of small x.</summary>
    public static Ball Asinh(Ball x)
    {
        Ball positive = x.Middle.Hi < 0 ? -x : x;
        Ball square = positive * positive;
        Ball value = LogP1(positive + (square / (Ball.Sqrt(square + 1) + 1)));
        return x.Middle.Hi < 0 ? -value : value;
    }

    public static Ball Acosh(Ball x) => Log(x + Ball.Sqrt((x - 1) * (x + 1)));

    public static Ball Atanh(Ball x) => LogP1(x.Scale(2) / (1 - x)).Scale(0.5);

    public static Ball Sigmoid(Ball x) => 1 / (1 + Exp(-x));

    public static Ball SoftPlus(Ball x) => x.Middle.Hi > 0 ? x + LogP1(Exp(-x)) : LogP1(Exp(x));

    public static Ball Square(Ball x) => x * x;

    /// <summary>
    /// 2/√π·e^(−x²)·Σ 2ᵏ·x²ᵏ⁺¹/(1·3·…·(2k + 1)) (Abramowitz, Stegun 1964, 7.1.6). Where 2x² &lt; k the terms fall by more than ½ each, so what is left out is below
    /// the last term. From 3 on the complement is small, and its interval is enough.
    /// </summary>
    public static Ball Erf(Ball x)
    {
        if (!(Math.Abs(x.Middle.Hi) < 3))
        {
            return x.Middle.Hi < 0 ? Erfc(-x) - 1 : 1 - Erfc(x);
        }
        Ball exact = x.Middle;
        Ball square = exact * exact;
        Ball twice = square.Scale(2);
        Ball term = exact, sum = exact;
        for (int k = 1; k < 2 * twice.Magnitude || term.Magnitude > 1e-34 * sum.Magnitude; k++)
        {
            term = term * twice / ((2 * k) + 1);
            sum += term;
        }
        return (TwoOverSqrtPi * Exp(-square) * sum.Widen(term.Magnitude)).Widen(Ball.Up(1.1284 * x.Radius)); // erf' ≤ 2/√π
    }

    public static Ball Erfc(Ball x) => x.Middle.Hi < 2 ? 1 - Erf(x) : Interval.Erfc(x.ToInterval());

    public static Ball NormalCdf(Ball x) => x.Middle.Hi > -2 ? (1 + Erf(x * SqrtHalf)).Scale(0.5) : Interval.NormalCdf(x.ToInterval());

    public static Ball NormalPdf(Ball x) => OverSqrtTwoPi * Exp(-(x * x).Scale(0.5));

    /// <summary>By squaring for small whole exponents, by logarithms for the others.</summary>
    public static Ball Pow(Ball x, Ball y)
    {
        double n = y.Middle.Hi;
        if (y.Radius == 0 && y.Middle.Lo == 0 && Math.Abs(n) <= 64 && n == Math.Floor(n))
        {
            Ball power = 1, factor = x;
            for (int rest = (int)Math.Abs(n); rest > 0; rest >>= 1)
            {
                power = (rest & 1) != 0 ? power * factor : power;
                factor *= factor;
            }
            return n < 0 ? 1 / power : power;
        }
        return x.Middle.Hi > 0 ? Exp(y * Log(x)) : Interval.Pow(x.ToInterval(), y.ToInterval());
    }

    public static Ball Cbrt(Ball x)
    {
        if (x.IsZero)
        {
            return x;
        }
        Ball root = Exp(Log(x.Middle.Hi < 0 ? -x : x) / 3);
        return x.Middle.Hi < 0 ? -root : root;
    }
}
