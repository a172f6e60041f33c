using System;

namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>{erf x}.</summary>
    public static Interval Erf(Interval x) => Increasing(x, Kernels.Erf);

    /// <summary>{1 − erf x}.</summary>
    public static Interval Erfc(Interval x) => Decreasing(x, Kernels.Erfc);

    /// <summary>{½·erfc(−x/√2)}.</summary>
    public static Interval NormalCdf(Interval x) => Increasing(x, Kernels.NormalCdf);

    /// <summary>{e^(−x²/2)/√(2π)}.</summary>
    public static Interval NormalPdf(Interval x) => x.IsEmpty ? Empty : Decreasing(Raw(x.Mignitude, x.Magnitude), Kernels.NormalPdf);
}
