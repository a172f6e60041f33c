using System;

namespace Proxima;

/// <content>The error function and its complement.</content>
public static partial class Special
{
    private const double TwoOverSqrtPiMinusOne = 0.1283791670955126;

    /// <summary>2/√π·(−1)ᵏ/(k!·(2k + 1)) for k from 1: erf x = Σ cₖ·x²ᵏ⁺¹ (Abramowitz, Stegun 1964, 7.1.5).</summary>
    private static ReadOnlySpan<double> ErfSeries =>
    [
        -0.37612638903183754, 0.11283791670955126, -0.026866170645131252, 0.005223977625442188,
        -0.0008548327023450853, 0.00012055332981789664, -1.492565035840625e-05, 1.6462114365889248e-06,
        -1.6365844691234924e-07, 1.4807192815879218e-08, -1.2290555301717928e-09, 9.422759064650411e-11,
        -6.7113668551641105e-12, 4.4632242632864775e-13, -2.7835162072109215e-14, 1.6342614095367152e-15,
        -9.063970842808673e-17, 4.763348040515068e-18,
    ];

    /// <summary>(1 + 2x)·e^(x²)·erfc x for x from ½ to ∞ as a polynomial of (x − 3)/(x + 2) (the form of Shepherd, Laframboise 1981).</summary>
    private static ReadOnlySpan<double> ScaledErfc =>
    [
        1.2530080582697296, -0.11301758843715101, -0.051865635818310656, 0.060876965692362874,
        -0.023282702722334417, 0.0009102316064824212, 0.0022691892005134054, -0.000302164872303912,
        -0.0002889191596921296, 3.217617046540688e-05, 4.6838440848685324e-05, 9.124214248398163e-07,
        -7.90570647248672e-06, -1.81406906744402e-06, 1.0583376002276318e-06, 6.491642587360746e-07,
        -2.009109207217049e-08, -1.4594499269537413e-07, -4.7664684380605125e-08, 1.6671737437196718e-08,
        1.782031524140477e-08, 1.980528686048765e-09, -3.484358555264509e-09, -1.194847726754677e-09,
        3.1861964603020956e-10, 1.6593280715995433e-10,
    ];

    /// <summary>The error function, 2/√π·∫₀ˣ e^(−t²) dt. At most 2 ulp. erf(±∞) = ±1, erf(−0) = −0.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>A number from −1 to 1.</returns>
    public static double Erf(double x)
    {
        double size = Math.Abs(x);
        if (size < 1)
        {
            double square = x * x;
            return x + (x * (TwoOverSqrtPiMinusOne + (square * Polynomial(ErfSeries, square))));
        }
        return double.IsNaN(x) ? x : Math.CopySign(size > 6 ? 1 : 1 - UpperErfc(size), x);
    }

    /// <inheritdoc cref="Erf(double)"/>
    public static float Erf(float x) => (float)Erf((double)x);

    /// <summary>
    /// 1 − erf x without the cancellation for large x. At most 3 ulp, also where it is as small as 1e-300; subnormal results within 4 steps. erfc(−∞) = 2, erfc(∞) = 0.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>A number from 0 to 2.</returns>
    public static double Erfc(double x)
    {
        if (x >= 0.5)
        {
            return UpperErfc(x);
        }
        return x <= -0.5 ? 2 - UpperErfc(-x) : 1 - Erf(x);
    }

    /// <inheritdoc cref="Erfc(double)"/>
    public static float Erfc(float x) => (float)Erfc((double)x);

    /// <summary>erfc x for x from ½ on; beyond 28 it is below half of the smallest number.</summary>
    private static double UpperErfc(double x) => x > 28 ? 0 : Gaussian(x, x * x, ErfcOverGaussian(x));

    /// <summary>e^(x²)·erfc x for x from ½ on.</summary>
    private static double ErfcOverGaussian(double x) => Polynomial(ScaledErfc, (x - 3) / (x + 2)) / (1 + (2 * x));

    /// <summary>
    /// factor·e^(−x²), given the rounded square: the square's rounding error, which the exponential would multiply by x², is put back. The exponential
    /// is taken in halves where it alone would be subnormal.
    /// </summary>
    private static double Gaussian(double x, double square, double factor)
    {
        double lost = Math.FusedMultiplyAdd(x, x, -square);
        factor -= factor * lost;
        if (square < 690)
        {
            return Math.Exp(-square) * factor;
        }
        double half = Math.Exp(-0.5 * square);
        return half * factor * half;
    }
}
