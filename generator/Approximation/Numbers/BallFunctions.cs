using System;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Elementary functions of balls, from + − × ÷ √ of balls alone: what rounding does is in the radii by construction, and each function adds what it leaves out
/// of its series and how far its argument's radius moves the value. Exponentials and logarithms.
/// </summary>
internal static partial class BallFunctions
{
    private const int Terms = 32;

    private static readonly Ball Ln2 = Known(KernelConstants.Ln2), Ln10 = Known(KernelConstants.Ln10);

    /// <summary>ln 2 less its 40 leading bits.</summary>
    private static readonly Ball Ln2Tail = Known(new(DoubleDoubleConstants.Ln2Tail.Hi, DoubleDoubleConstants.Ln2Tail.Lo));

    /// <summary>1/n!.</summary>
    private static readonly Ball[] InverseFactorials = Factorials();

    public static Ball Exp(Ball x)
    {
        if (!(Math.Abs(x.Middle.Hi) < 300) || !(x.Radius < 0.25))
        {
            return (Ball)Interval.Exp(x.ToInterval());
        }
        double k = Math.Floor((x.Middle.Hi * KernelConstants.OverLn2.Hi) + 0.5);
        Ball exact = x.Middle;
        Ball rest = k == 0 ? exact : exact - (k * DoubleDoubleConstants.Ln2Head) - (Ln2Tail * k);
        return Moved((ExpM1Reduced(rest) + 1).Scale(Binary.Power((int)k)), x.Radius);
    }

    /// <summary>eˣ − 1 without the cancellation near 0.</summary>
    public static Ball ExpM1(Ball x)
    {
        if (!(Math.Abs(x.Middle.Hi) < 0.35) || !(x.Radius < 0.25))
        {
            return Exp(x) - 1;
        }
        Ball value = ExpM1Reduced(x.Middle);
        return value.Widen(Ball.Up(4 * x.Radius)); // eʸ < e^0.6 < 2 on the way
    }

    public static Ball Exp2(Ball x)
    {
        double k = Math.Floor(x.Middle.Hi + 0.5);
        return Math.Abs(k) < 400 ? Exp((x - k) * Ln2).Scale(Binary.Power((int)k)) : Interval.Exp2(x.ToInterval());
    }

    public static Ball Exp2M1(Ball x) => ExpM1(x * Ln2);

    public static Ball Exp10(Ball x) => Exp(x * Ln10);

    public static Ball Exp10M1(Ball x) => ExpM1(x * Ln10);

    public static Ball Log(Ball x)
    {
        if (!(x.Mignitude > 0) || !(x.Middle.Hi > 0))
        {
            return (Ball)Interval.Log(x.ToInterval());
        }
        int k = Binary.Exponent(x.Middle.Hi);
        if (x.Middle.Hi * Binary.Power(-k) > 1.4142135623730951)
        {
            k++;
        }
        Ball mantissa = ((Ball)x.Middle).Scale(Binary.Power(-k));
        Ball value = LogNearOne(mantissa - 1);
        value = k == 0 ? value : (Ln2Tail * k) + value + (k * DoubleDoubleConstants.Ln2Head);
        return value.Widen(Ball.Up(x.Radius / x.Mignitude));
    }

    /// <summary>ln(1 + x) without the cancellation near 0.</summary>
    public static Ball LogP1(Ball x)
    {
        if (!(Math.Abs(x.Middle.Hi) < 0.4) || !(x.Radius < 0.1))
        {
            return Log(x + 1);
        }
        return LogNearOne(x.Middle).Widen(Ball.Up(2 * x.Radius)); // 1/(1 + y) ≤ 2 on the way
    }

    public static Ball Log2(Ball x) => Log(x) / Ln2;

    public static Ball Log10(Ball x) => Log(x) / Ln10;

    public static Ball Log2P1(Ball x) => LogP1(x) / Ln2;

    public static Ball Log10P1(Ball x) => LogP1(x) / Ln10;

    /// <summary>A constant that is within 2⁻¹⁰⁶ relative.</summary>
    public static Ball Known(Twofold value) => ((Ball)value).Widen(Math.Abs(value.Hi) * 2.4651903288156619e-32); // 2⁻¹⁰⁵

    /// <summary>A value times e^d for every |d| ≤ radius &lt; ¼: |e^d − 1| ≤ 2·radius.</summary>
    private static Ball Moved(Ball value, double radius) => radius == 0 ? value : value.Widen(Ball.Up(2 * radius * value.Magnitude));

    /// <summary>e^r − 1 for |r| ≤ 0.4: six doublings e ↦ 2e + e² of e^(r/64) − 1, the series to r¹³; what follows is below 1.01 · s¹⁴/14!.</summary>
    private static Ball ExpM1Reduced(Ball r)
    {
        Ball s = r.Scale(1.0 / 64);
        Ball sum = InverseFactorials[13].Widen(s.Magnitude * 1.2e-11); // 1.01 · 14!/13! more: 1/14! = 1.147e-11
        for (int n = 12; n >= 1; n--)
        {
            sum = (sum * s) + InverseFactorials[n];
        }
        sum *= s;
        for (int i = 0; i < 6; i++)
        {
            sum = sum.Scale(2) + (sum * sum);
        }
        return sum;
    }

    /// <summary>ln(1 + f) = 2 artanh q, q = f/(2 + f), for −0.4 ≤ f ≤ 0.42, where |q| ≤ ¼: after q⁵³/53 the rest is below 1.07 · q⁵⁵/55.</summary>
    private static Ball LogNearOne(Ball f)
    {
        Ball q = f / (f + 2);
        Ball square = q * q;
        Ball sum = ((Ball)1 / 53).Widen(Ball.Up(square.Magnitude * 0.02));
        for (int n = 51; n >= 1; n -= 2)
        {
            sum = (sum * square) + ((Ball)1 / n);
        }
        return (sum * q).Scale(2);
    }

    private static Ball[] Factorials()
    {
        Ball[] inverse = new Ball[Terms];
        inverse[0] = 1;
        for (int n = 1; n < Terms; n++)
        {
            inverse[n] = inverse[n - 1] / n;
        }
        return inverse;
    }
}
