using System;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <content>Circular functions, their inverses and square roots' relatives.</content>
internal static partial class BallFunctions
{
    private static readonly Ball Pi = Known(KernelConstants.Pi), HalfPi = Known(KernelConstants.HalfPi);
    private static readonly Ball HalfPiTail = Known(new(DoubleDoubleConstants.HalfPiTail.Hi, DoubleDoubleConstants.HalfPiTail.Lo));

    public static Ball Sin(Ball x) => Circular(x, 0) ?? Interval.Sin(x.ToInterval());

    public static Ball Cos(Ball x) => Circular(x, 1) ?? Interval.Cos(x.ToInterval());

    public static Ball Tan(Ball x) => Sin(x) / Cos(x);

    public static Ball SinPi(Ball x) => Sin(Halves(x, out int quadrant), quadrant);

    public static Ball CosPi(Ball x) => Sin(Halves(x, out int quadrant), quadrant + 1);

    public static Ball TanPi(Ball x) => SinPi(x) / CosPi(x);

    /// <summary>Three halvings t ↦ t/(1 + √(1 + t²)), after which t² ≤ 0.01; after t³³/33 the rest is below t³⁵/35.</summary>
    public static Ball Atan(Ball x)
    {
        if (Math.Abs(x.Middle.Hi) > 1)
        {
            Ball large = HalfPi - Atan(1 / (x.Middle.Hi < 0 ? -x : x));
            return x.Middle.Hi < 0 ? -large : large;
        }
        Ball t = x.Middle;
        for (int i = 0; i < 3; i++)
        {
            t /= Ball.Sqrt((t * t) + 1) + 1;
        }
        Ball square = -(t * t);
        Ball sum = ((Ball)1 / 33).Widen(Ball.Up(square.Magnitude * 0.03));
        for (int n = 31; n >= 1; n -= 2)
        {
            sum = (sum * square) + ((Ball)1 / n);
        }
        return (sum * t).Scale(8).Widen(x.Radius);
    }

    public static Ball Asin(Ball x) => Atan(x / Ball.Sqrt((1 - x) * (1 + x)));

    public static Ball Acos(Ball x) => HalfPi - Asin(x);

    public static Ball AsinPi(Ball x) => Asin(x) / Pi;

    public static Ball AcosPi(Ball x) => Acos(x) / Pi;

    public static Ball AtanPi(Ball x) => Atan(x) / Pi;

    /// <summary>x/180·π and back.</summary>
    public static Ball DegreesToRadians(Ball x) => x * Pi / 180;

    public static Ball RadiansToDegrees(Ball x) => x * 180 / Pi;

    /// <summary>sin(x + q·π/2), or null where x is too large to reduce here.</summary>
    private static Ball? Circular(Ball x, int quadrant)
    {
        if (!(Math.Abs(x.Middle.Hi) < 500000) || !(x.Radius < 1))
        {
            return null;
        }
        double k = Math.Floor((x.Middle.Hi * 2 * KernelConstants.OverPi.Hi) + 0.5);
        Ball rest = x.Middle;
        if (k != 0)
        {
            rest = rest - (k * DoubleDoubleConstants.HalfPiHead) - (k * DoubleDoubleConstants.HalfPiMiddle) - (HalfPiTail * k);
        }
        return Sin(rest, (int)(((k % 4) + 4) % 4) + quadrant).Widen(x.Radius);
    }

    /// <summary>sin(r + q·π/2) for |r| ≤ 0.8, and its radius moves it by no more.</summary>
    private static Ball Sin(Ball r, int quadrant)
    {
        Ball exact = r.Middle;
        Ball value = (quadrant & 1) == 0 ? Alternating(exact, 1) * exact : Alternating(exact, 0);
        return ((quadrant & 2) == 0 ? value : -value).Widen(r.Radius);
    }

    /// <summary>Σ (−r²)ⁿ/(2n + first)!: cos r, or sin r/r; the terms alternate and fall, so the rest is below the first one left out.</summary>
    private static Ball Alternating(Ball r, int first)
    {
        Ball square = -(r * r);
        Ball sum = InverseFactorials[26 + first].Widen(Ball.Up(square.Magnitude * InverseFactorials[28 + first].Magnitude));
        for (int n = 24 + first; n >= 0; n -= 2)
        {
            sum = (sum * square) + InverseFactorials[n];
        }
        return sum;
    }

    /// <summary>πx less a whole number of π/2, at most π/4.</summary>
    private static Ball Halves(Ball x, out int quadrant)
    {
        double halves = Math.Floor((x.Middle.Hi * 2) + 0.5);
        quadrant = (int)(((halves % 4) + 4) % 4);
        return (x - (halves * 0.5)) * Pi;
    }
}
