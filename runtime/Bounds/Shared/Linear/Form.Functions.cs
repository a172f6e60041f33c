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

    /// <summary>The natural logarithm.</summary>
    public static Form Log(Form x) => Apply(Curve.Log, x);

    /// <summary>The logarithm to base 2.</summary>
    public static Form Log2(Form x) => Apply(Curve.Log2, x);

    /// <summary>The logarithm to base 10.</summary>
    public static Form Log10(Form x) => Apply(Curve.Log10, x);

    /// <summary>ln(1 + x).</summary>
    public static Form LogP1(Form x) => Apply(Curve.LogP1, x);

    /// <summary>x².</summary>
    public static Form Sqr(Form x) => Apply(Curve.Sqr, x);

    /// <summary>The square root.</summary>
    public static Form Sqrt(Form x) => Apply(Curve.Sqrt, x);

    /// <summary>The cube root.</summary>
    public static Form Cbrt(Form x) => Apply(Curve.Cbrt, x);

    /// <summary>xⁿ.</summary>
    public static Form Pow(Form x, int n) => n switch
    {
        0 => 1.0,
        1 => x,
        2 => Sqr(x),
        -1 => 1.0 / x,
        _ => Apply(Curve.Power(n), x),
    };

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

    /// <summary>The inverse sine.</summary>
    public static Form Asin(Form x) => Apply(Curve.Asin, x);

    /// <summary>The inverse cosine.</summary>
    public static Form Acos(Form x) => Apply(Curve.Acos, x);

    /// <summary>The inverse tangent.</summary>
    public static Form Atan(Form x) => Apply(Curve.Atan, x);

    /// <summary>The error function.</summary>
    public static Form Erf(Form x) => Apply(Curve.Erf, x);

    /// <summary>1 − erf x.</summary>
    public static Form Erfc(Form x) => Apply(Curve.Erfc, x);

    /// <summary>The distribution function of the standard normal.</summary>
    public static Form NormalCdf(Form x) => Apply(Curve.NormalCdf, x);

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static Form Sigmoid(Form x) => Apply(Curve.Sigmoid, x);

    /// <summary>ln(1 + eˣ).</summary>
    public static Form SoftPlus(Form x) => Apply(Curve.SoftPlus, x);

    private static Form Apply(Curve curve, Form x) => x.Graph is null ? curve.Value(x._constant) : x.Graph.Unary(curve, x);
}
