using System;
using Proxima.Linear;

namespace Proxima;

readonly partial struct Form
{
    /// <summary>eˣ.</summary>
    public static Form Exp(Form x) => Apply(Curve.Exp, x);

    /// <summary>2ˣ.</summary>
    public static Form Exp2(Form x) => Apply(Curve.Exp2, x);

    /// <summary>10ˣ.</summary>
    public static Form Exp10(Form x) => Apply(Curve.Exp10, x);

    /// <summary>eˣ − 1.</summary>
    public static Form ExpM1(Form x) => Apply(Curve.ExpM1, x);

    /// <summary>2ˣ − 1.</summary>
    public static Form Exp2M1(Form x) => Apply(Curve.Exp2M1, x);

    /// <summary>10ˣ − 1.</summary>
    public static Form Exp10M1(Form x) => Apply(Curve.Exp10M1, x);

    /// <summary>The natural logarithm.</summary>
    public static Form Log(Form x) => Apply(Curve.Log, x);

    /// <summary>The logarithm to a base.</summary>
    public static Form Log(Form x, Form newBase) => Log(x) / Log(newBase);

    /// <summary>The logarithm to base 2.</summary>
    public static Form Log2(Form x) => Apply(Curve.Log2, x);

    /// <summary>The logarithm to base 10.</summary>
    public static Form Log10(Form x) => Apply(Curve.Log10, x);

    /// <summary>ln(1 + x).</summary>
    public static Form LogP1(Form x) => Apply(Curve.LogP1, x);

    /// <summary>The logarithm of 1 + x to base 2.</summary>
    public static Form Log2P1(Form x) => Apply(Curve.Log2P1, x);

    /// <summary>The logarithm of 1 + x to base 10.</summary>
    public static Form Log10P1(Form x) => Apply(Curve.Log10P1, x);

    /// <summary>x².</summary>
    public static Form Sqr(Form x) => Apply(Curve.Sqr, x);

    /// <summary>The square root.</summary>
    public static Form Sqrt(Form x) => Apply(Curve.Sqrt, x);

    /// <summary>The cube root.</summary>
    public static Form Cbrt(Form x) => Apply(Curve.Cbrt, x);

    /// <summary>The hyperbolic tangent.</summary>
    public static Form Tanh(Form x) => Apply(Curve.Tanh, x);

    /// <summary>The hyperbolic sine.</summary>
    public static Form Sinh(Form x) => Apply(Curve.Sinh, x);

    /// <summary>The hyperbolic cosine.</summary>
    public static Form Cosh(Form x) => Apply(Curve.Cosh, x);

    /// <summary>The inverse hyperbolic sine.</summary>
    public static Form Asinh(Form x) => Apply(Curve.Asinh, x);

    /// <summary>The inverse hyperbolic cosine.</summary>
    public static Form Acosh(Form x) => Apply(Curve.Acosh, x);

    /// <summary>The inverse hyperbolic tangent.</summary>
    public static Form Atanh(Form x) => Apply(Curve.Atanh, x);

    /// <summary>The sine.</summary>
    public static Form Sin(Form x) => Apply(Curve.Sin, x);

    /// <summary>The cosine.</summary>
    public static Form Cos(Form x) => Apply(Curve.Cos, x);

    /// <summary>The tangent.</summary>
    public static Form Tan(Form x) => Apply(Curve.Tan, x);

    /// <summary>The sine of πx.</summary>
    public static Form SinPi(Form x) => Apply(Curve.SinPi, x);

    /// <summary>The cosine of πx.</summary>
    public static Form CosPi(Form x) => Apply(Curve.CosPi, x);

    /// <summary>The tangent of πx.</summary>
    public static Form TanPi(Form x) => Apply(Curve.TanPi, x);

    /// <summary>The inverse sine.</summary>
    public static Form Asin(Form x) => Apply(Curve.Asin, x);

    /// <summary>The inverse cosine.</summary>
    public static Form Acos(Form x) => Apply(Curve.Acos, x);

    /// <summary>The inverse tangent.</summary>
    public static Form Atan(Form x) => Apply(Curve.Atan, x);

    /// <summary>The inverse sine over π.</summary>
    public static Form AsinPi(Form x) => Apply(Curve.AsinPi, x);

    /// <summary>The inverse cosine over π.</summary>
    public static Form AcosPi(Form x) => Apply(Curve.AcosPi, x);

    /// <summary>The inverse tangent over π.</summary>
    public static Form AtanPi(Form x) => Apply(Curve.AtanPi, x);

    /// <summary>The angle of the point (x, y).</summary>
    public static Form Atan2(Form y, Form x) => Apply(Surface.Atan2, y, x);

    /// <summary>The angle of the point (x, y) over π.</summary>
    public static Form Atan2Pi(Form y, Form x) => Apply(Surface.Atan2Pi, y, x);

    /// <summary>Degrees as radians.</summary>
    public static Form DegreesToRadians(Form degrees) => degrees * (Curve.Pi / 180.0);

    /// <summary>Radians as degrees.</summary>
    public static Form RadiansToDegrees(Form radians) => radians * (180.0 / Curve.Pi);

    /// <summary>The error function.</summary>
    public static Form Erf(Form x) => Apply(Curve.Erf, x);

    /// <summary>1 − erf x.</summary>
    public static Form Erfc(Form x) => Apply(Curve.Erfc, x);

    /// <summary>The distribution function of the standard normal.</summary>
    public static Form NormalCdf(Form x) => Apply(Curve.NormalCdf, x);

    /// <summary>The density of the standard normal distribution.</summary>
    public static Form NormalPdf(Form x) => Apply(Curve.NormalPdf, x);

    /// <summary>ln |Γ(x)|.</summary>
    public static Form LogGamma(Form x) => Apply(Curve.LogGamma, x);

    /// <summary>The derivative of ln |Γ(x)|.</summary>
    public static Form Digamma(Form x) => Apply(Curve.Digamma, x);

    /// <summary>The second derivative of ln |Γ(x)|.</summary>
    public static Form Trigamma(Form x) => Apply(Curve.Polygamma(1), x);

    /// <summary>The derivative of order n + 1 of ln |Γ(x)|.</summary>
    public static Form Polygamma(int n, Form x) => n switch
    {
        < 0 => Lost(x),
        0 => Digamma(x),
        _ => Apply(Curve.Polygamma(n), x),
    };

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static Form Sigmoid(Form x) => Apply(Curve.Sigmoid, x);

    /// <summary>ln(1 + eˣ).</summary>
    public static Form SoftPlus(Form x) => Apply(Curve.SoftPlus, x);

    private static Form Apply(Curve curve, Form x) => x.Graph is null ? curve.Value(x._constant) : x.Graph.Unary(curve, x);

    private static Form Apply(Surface surface, Form a, Form b)
    {
        if (a.Graph is null && b.Graph is null)
        {
            return surface.Value(a._constant, b._constant);
        }
        return (a.Graph ?? b.Graph)!.Binary(surface, a, b);
    }

    /// <summary>Anything, with any derivative: what is not defined, or not known.</summary>
    private static Form Lost(Form x) => Apply(Curve.Lost, x);
}
