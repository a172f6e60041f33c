namespace Proxima.Linear;

internal abstract partial record Curve
{
    private static readonly Interval TwoOverRootPi = Interval.Raw(1.1283791670955126, 1.1283791670955128);
    private static readonly Interval OverRootTwoPi = Interval.Raw(0.3989422804014326, 0.39894228040143276);
    private static readonly Interval Ln2 = Interval.Raw(0.6931471805599453, 0.6931471805599454);
    private static readonly Interval Ln10 = Interval.Raw(2.302585092994045, 2.302585092994046);
    private static readonly Interval OverLn2 = Interval.Raw(1.4426950408889634, 1.4426950408889636);
    private static readonly Interval OverLn10 = Interval.Raw(0.4342944819032518, 0.43429448190325187);
    public static readonly Interval Pi = Interval.Raw(3.141592653589793, 3.1415926535897936);
    public static readonly Interval OverPi = 1.0 / Pi;

    public static readonly Curve Exp = new Smooth("exp", Interval.Exp, static (_, y) => y, static (_, y) => y, Third: static (_, y) => y);
    public static readonly Curve Exp2 = new Smooth("exp2", Interval.Exp2, static (_, y) => Ln2 * y, static (_, y) => Ln2 * Ln2 * y, Third: static (_, y) => Ln2 * Ln2 * Ln2 * y);
    public static readonly Curve Exp10 = new Smooth("exp10", Interval.Exp10, static (_, y) => Ln10 * y, static (_, y) => Ln10 * Ln10 * y, Third: static (_, y) => Ln10 * Ln10 * Ln10 * y);
    public static readonly Curve ExpM1 = new Smooth("expm1", Interval.ExpM1, static (x, _) => Interval.Exp(x), static (x, _) => Interval.Exp(x), Third: static (x, _) => Interval.Exp(x));
    public static readonly Curve Exp2M1 = new Smooth("exp2m1", Interval.Exp2M1, static (x, _) => Ln2 * Interval.Exp2(x), static (x, _) => Ln2 * Ln2 * Interval.Exp2(x));
    public static readonly Curve Exp10M1 = new Smooth("exp10m1", Interval.Exp10M1, static (x, _) => Ln10 * Interval.Exp10(x), static (x, _) => Ln10 * Ln10 * Interval.Exp10(x));
    public static readonly Curve Log = new Smooth("log", Interval.Log, static (x, _) => 1.0 / x, static (x, _) => -1.0 / Interval.Sqr(x), Third: static (x, _) => 2.0 / (x * Interval.Sqr(x)));
    public static readonly Curve Log2 = new Smooth("log2", Interval.Log2, static (x, _) => OverLn2 / x, static (x, _) => -OverLn2 / Interval.Sqr(x), Third: static (x, _) => 2.0 * OverLn2 / (x * Interval.Sqr(x)));
    public static readonly Curve Log10 = new Smooth("log10", Interval.Log10, static (x, _) => OverLn10 / x, static (x, _) => -OverLn10 / Interval.Sqr(x), Third: static (x, _) => 2.0 * OverLn10 / (x * Interval.Sqr(x)));
    public static readonly Curve LogP1 = new Smooth("logp1", Interval.LogP1, static (x, _) => 1.0 / (1.0 + x), static (x, _) => -1.0 / Interval.Sqr(1.0 + x), Third: static (x, _) => 2.0 / ((1.0 + x) * Interval.Sqr(1.0 + x)));
    public static readonly Curve Log2P1 = new Smooth("log2p1", Interval.Log2P1, static (x, _) => OverLn2 / (1.0 + x), static (x, _) => -OverLn2 / Interval.Sqr(1.0 + x));
    public static readonly Curve Log10P1 = new Smooth("log10p1", Interval.Log10P1, static (x, _) => OverLn10 / (1.0 + x), static (x, _) => -OverLn10 / Interval.Sqr(1.0 + x));

    public static readonly Curve Sqr = new Smooth("sqr", Interval.Sqr, static (x, _) => 2.0 * x, static (_, _) => 2.0, Third: static (_, _) => 0.0);
    public static readonly Curve Sqrt = new Smooth("sqrt", Interval.Sqrt, static (_, y) => 0.5 / y, static (x, y) => -0.25 / (x * y), Third: static (x, y) => 0.375 / (Interval.Sqr(x) * y));
    public static readonly Curve Cbrt = new Smooth("cbrt", Interval.Cbrt, static (_, y) => 1.0 / (3.0 * Interval.Sqr(y)), static (x, y) => -2.0 / (9.0 * x * Interval.Sqr(y)), Inflection: 0);
    public static readonly Curve Reciprocal = new Smooth("reciprocal", static x => 1.0 / x, static (x, _) => -1.0 / Interval.Sqr(x), static (x, _) => 2.0 / (x * Interval.Sqr(x)), Third: static (x, _) => -6.0 / Interval.Sqr(Interval.Sqr(x)));

    // 1 − t² and ¼ − (s − ½)²: the result used once, so that the bell's range is exact.
    public static readonly Curve Tanh = new Smooth("tanh", Interval.Tanh, static (_, y) => 1.0 - Interval.Sqr(y), static (_, y) => TanhBend(y), Inflection: 0, static (_, y) => (1.0 - Interval.Sqr(y)) * ((6.0 * Interval.Sqr(y)) - 2.0));
    public static readonly Curve Sigmoid = new Smooth("sigmoid", Interval.Sigmoid, static (_, y) => SigmoidSlope(y), static (_, y) => SigmoidBend(y), Inflection: 0, static (_, y) => SigmoidSlope(y) * (1.0 - (6.0 * SigmoidSlope(y))));
    public static readonly Curve SoftPlus = new Smooth("softplus", Interval.SoftPlus, static (x, _) => Interval.Sigmoid(x), static (x, _) => SigmoidSlope(Interval.Sigmoid(x)), Third: static (x, _) => SigmoidBend(Interval.Sigmoid(x)));

    public static readonly Curve Atan = new Smooth(
        "atan", Interval.Atan, static (x, _) => 1.0 / (1.0 + Interval.Sqr(x)), static (x, _) => -2.0 * x / Interval.Sqr(1.0 + Interval.Sqr(x)), Inflection: 0);

    public static readonly Curve Erf = new Smooth("erf", Interval.Erf, static (x, _) => Bell(x), static (x, _) => -2.0 * x * Bell(x), Inflection: 0);
    public static readonly Curve Erfc = new Smooth("erfc", Interval.Erfc, static (x, _) => -Bell(x), static (x, _) => 2.0 * x * Bell(x), Inflection: 0);
    public static readonly Curve NormalCdf = new Smooth("normalCdf", Interval.NormalCdf, static (x, _) => Density(x), static (x, _) => -x * Density(x), Inflection: 0);

    public static readonly Curve NormalPdf = new Smooth("normalPdf", Interval.NormalPdf, static (x, y) => -x * y, static (x, y) => (Interval.Sqr(x) - 1.0) * y);

    public static readonly Curve Sin = new Smooth("sin", Interval.Sin, static (x, _) => Interval.Cos(x), static (_, y) => -y, Third: static (x, _) => -Interval.Cos(x));
    public static readonly Curve Cos = new Smooth("cos", Interval.Cos, static (x, _) => -Interval.Sin(x), static (_, y) => -y, Third: static (x, _) => Interval.Sin(x));
    public static readonly Curve Tan = new Smooth("tan", Interval.Tan, static (_, y) => 1.0 + Interval.Sqr(y), static (_, y) => 2.0 * y * (1.0 + Interval.Sqr(y)), Inflection: 0);
    public static readonly Curve SinPi = new Smooth("sinpi", Interval.SinPi, static (x, _) => Pi * Interval.CosPi(x), static (_, y) => -(Pi * Pi * y));
    public static readonly Curve CosPi = new Smooth("cospi", Interval.CosPi, static (x, _) => -(Pi * Interval.SinPi(x)), static (_, y) => -(Pi * Pi * y));
    public static readonly Curve TanPi = new Smooth(
        "tanpi", Interval.TanPi, static (_, y) => Pi * (1.0 + Interval.Sqr(y)), static (_, y) => 2.0 * Pi * Pi * y * (1.0 + Interval.Sqr(y)), Inflection: 0);

    public static readonly Curve Asin = new Smooth("asin", Interval.Asin, static (x, _) => ArcSlope(x), static (x, _) => ArcBend(x), Inflection: 0);
    public static readonly Curve Acos = new Smooth("acos", Interval.Acos, static (x, _) => -ArcSlope(x), static (x, _) => -ArcBend(x), Inflection: 0);
    public static readonly Curve AsinPi = new Smooth("asinpi", Interval.AsinPi, static (x, _) => OverPi * ArcSlope(x), static (x, _) => OverPi * ArcBend(x), Inflection: 0);
    public static readonly Curve AcosPi = new Smooth("acospi", Interval.AcosPi, static (x, _) => -(OverPi * ArcSlope(x)), static (x, _) => -(OverPi * ArcBend(x)), Inflection: 0);
    public static readonly Curve AtanPi = new Smooth(
        "atanpi", Interval.AtanPi, static (x, _) => OverPi / (1.0 + Interval.Sqr(x)), static (x, _) => OverPi * -2.0 * x / Interval.Sqr(1.0 + Interval.Sqr(x)), Inflection: 0);

    public static readonly Curve Sinh = new Smooth("sinh", Interval.Sinh, static (x, _) => Interval.Cosh(x), static (_, y) => y, Inflection: 0, static (x, _) => Interval.Cosh(x));
    public static readonly Curve Cosh = new Smooth("cosh", Interval.Cosh, static (x, _) => Interval.Sinh(x), static (_, y) => y, Third: static (x, _) => Interval.Sinh(x));
    public static readonly Curve Asinh = new Smooth(
        "asinh",
        Interval.Asinh,
        static (x, _) => 1.0 / Interval.Sqrt(1.0 + Interval.Sqr(x)),
        static (x, _) => -x / ((1.0 + Interval.Sqr(x)) * Interval.Sqrt(1.0 + Interval.Sqr(x))),
        Inflection: 0);

    public static readonly Curve Acosh = new Smooth(
        "acosh", Interval.Acosh, static (x, _) => 1.0 / Interval.Sqrt(Interval.Sqr(x) - 1.0), static (x, _) => -x / ((Interval.Sqr(x) - 1.0) * Interval.Sqrt(Interval.Sqr(x) - 1.0)));

    public static readonly Curve Atanh = new Smooth(
        "atanh", Interval.Atanh, static (x, _) => 1.0 / (1.0 - Interval.Sqr(x)), static (x, _) => 2.0 * x / Interval.Sqr(1.0 - Interval.Sqr(x)), Inflection: 0);

    public static readonly Curve LogGamma = new Smooth("logGamma", Interval.LogGamma, static (x, _) => Interval.Digamma(x), static (x, _) => Interval.Trigamma(x));
    public static readonly Curve Digamma = new Smooth("digamma", Interval.Digamma, static (x, _) => Interval.Trigamma(x), static (x, _) => Interval.Polygamma(2, x));

    private static Interval ArcSlope(Interval x) => 1.0 / Interval.Sqrt(1.0 - Interval.Sqr(x));

    private static Interval ArcBend(Interval x) => x / ((1.0 - Interval.Sqr(x)) * Interval.Sqrt(1.0 - Interval.Sqr(x)));

    private static Interval TanhBend(Interval t) => -2.0 * t * (1.0 - Interval.Sqr(t));

    private static Interval SigmoidSlope(Interval s) => 0.25 - Interval.Sqr(s - 0.5);

    private static Interval SigmoidBend(Interval s) => SigmoidSlope(s) * (1.0 - (2.0 * s));

    private static Interval Bell(Interval x) => TwoOverRootPi * Interval.Exp(-Interval.Sqr(x));

    private static Interval Density(Interval x) => OverRootTwoPi * Interval.Exp(-0.5 * Interval.Sqr(x));
}
