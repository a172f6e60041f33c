namespace Proxima;

/// <summary>Irrational constants, each the 106 bits nearest, so within 2⁻¹⁰⁶ relative.</summary>
internal static class KernelConstants
{
    public static readonly Twofold Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);
    public static readonly Twofold Ln10 = new(2.302585092994046, -2.1707562233822494e-16);
    public static readonly Twofold OverLn2 = new(1.4426950408889634, 2.0355273740931033e-17);
    public static readonly Twofold OverLn10 = new(0.4342944819032518, 1.098319650216765e-17);
    public static readonly Twofold Pi = new(3.141592653589793, 1.2246467991473532e-16);
    public static readonly Twofold HalfPi = new(1.5707963267948966, 6.123233995736766e-17);
    public static readonly Twofold OverPi = new(0.3183098861837907, -1.9678676675182486e-17);
    public static readonly Twofold PiOver64 = new(0.04908738521234052, 1.9135106236677394e-18);
    public static readonly Twofold RadiansPerDegree = new(0.017453292519943295, 2.9486522708701687e-19);
    public static readonly Twofold DegreesPerRadian = new(57.29577951308232, -1.9878495670576283e-15);
    public static readonly Twofold Third = new(0.3333333333333333, 1.850371707708594e-17);
    public static readonly Twofold SqrtHalf = new(0.7071067811865476, -4.833646656726457e-17);
    public static readonly Twofold OverSqrtPi = new(0.5641895835477563, 7.66772980658294e-18);
    public static readonly Twofold TwoOverSqrtPi = new(1.1283791670955126, 1.533545961316588e-17);
    public static readonly Twofold OverSqrtTwoPi = new(0.3989422804014327, -2.49232720227773e-17);
    public static readonly Twofold HalfLogTwoPi = new(0.9189385332046728, -3.8782941580672414e-17);
    public static readonly Twofold LogPi = new(1.1447298858494002, 1.0265951162707826e-17);
}
