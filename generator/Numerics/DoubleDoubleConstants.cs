namespace Proxima.Generator.Numerics;

/// <summary>Constants to 106 bits and beyond, each split from a 700-bit value (Machin's series).</summary>
internal static class DoubleDoubleConstants
{
    public static readonly DoubleDouble Pi = new(3.141592653589793, 1.2246467991473532e-16);
    public static readonly DoubleDouble HalfPi = new(1.5707963267948966, 6.123233995736766e-17);
    public static readonly DoubleDouble QuarterPi = new(0.7853981633974483, 3.061616997868383e-17);
    public static readonly DoubleDouble OverPi = new(0.3183098861837907, -1.9678676675182486e-17);
    public static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);
    public static readonly DoubleDouble Ln10 = new(2.302585092994046, -2.1707562233822494e-16);
    public static readonly DoubleDouble OverLn2 = new(1.4426950408889634, 2.0355273740931033e-17);
    public static readonly DoubleDouble OverLn10 = new(0.4342944819032518, 1.098319650216765e-17);
    public static readonly DoubleDouble RadiansPerDegree = new(0.017453292519943295, 2.9486522708701687e-19);
    public static readonly DoubleDouble DegreesPerRadian = new(57.29577951308232, -1.9878495670576283e-15);

    public static readonly DoubleDouble SqrtHalf = new(0.7071067811865476, -4.833646656726457e-17);
    public static readonly DoubleDouble SqrtPi = new(1.772453850905516, -7.666586499825799e-17);
    public static readonly DoubleDouble TwoOverSqrtPi = new(1.1283791670955126, 1.533545961316588e-17);
    public static readonly DoubleDouble OverSqrtTwoPi = new(0.3989422804014327, -2.49232720227773e-17);
    public static readonly DoubleDouble HalfLogTwoPi = new(0.9189385332046728, -3.8782941580672414e-17);

    /// <summary>ln 2 as 40 bits, whose multiples by an exponent are exact, and the rest.</summary>
    public const double Ln2Head = 0.6931471805592082;
    public static readonly DoubleDouble Ln2Tail = new(7.371002565167799e-13, 1.94704509238075e-31);

    /// <summary>π/2 as 33 bits, 33 bits and the rest: multiples by a 20-bit integer are exact.</summary>
    public const double HalfPiHead = 1.5707963267341256;
    public const double HalfPiMiddle = 6.077100506303966e-11;
    public static readonly DoubleDouble HalfPiTail = new(2.0222662487959506e-21, 1.0085854035872483e-37);
}
