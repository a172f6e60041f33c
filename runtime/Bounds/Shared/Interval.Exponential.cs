namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>{eˣ}.</summary>
    public static Interval Exp(Interval x) => Increasing(x, Kernels.Exp);

    /// <summary>{2ˣ}, exact at whole x.</summary>
    public static Interval Exp2(Interval x) => Increasing(x, Kernels.Exp2);

    /// <summary>{10ˣ}.</summary>
    public static Interval Exp10(Interval x) => Increasing(x, Kernels.Exp10);

    /// <summary>{eˣ − 1}, without the cancellation near 0.</summary>
    public static Interval ExpM1(Interval x) => Increasing(x, Kernels.ExpM1);

    /// <summary>{2ˣ − 1}, without the cancellation near 0.</summary>
    public static Interval Exp2M1(Interval x) => Increasing(x, Kernels.Exp2M1);

    /// <summary>{10ˣ − 1}, without the cancellation near 0.</summary>
    public static Interval Exp10M1(Interval x) => Increasing(x, Kernels.Exp10M1);

    /// <summary>{ln x : x &gt; 0}.</summary>
    public static Interval Log(Interval x) => x.Hi > 0 ? Increasing(Clip(x, 0, x.Hi), Kernels.Log) : Empty;

    /// <summary>{ln x / ln b : x &gt; 0, b &gt; 0, b ≠ 1}.</summary>
    public static Interval Log(Interval x, Interval newBase) => Log(x) / Log(newBase);

    /// <summary>{log₂ x : x &gt; 0}, exact at powers of two.</summary>
    public static Interval Log2(Interval x) => x.Hi > 0 ? Increasing(Clip(x, 0, x.Hi), Kernels.Log2) : Empty;

    /// <summary>{log₁₀ x : x &gt; 0}, exact at powers of ten.</summary>
    public static Interval Log10(Interval x) => x.Hi > 0 ? Increasing(Clip(x, 0, x.Hi), Kernels.Log10) : Empty;

    /// <summary>{ln(1 + x) : x &gt; −1}, without the cancellation near 0.</summary>
    public static Interval LogP1(Interval x) => x.Hi > -1 ? Increasing(Clip(x, -1, x.Hi), Kernels.LogP1) : Empty;

    /// <summary>{log₂(1 + x) : x &gt; −1}, without the cancellation near 0.</summary>
    public static Interval Log2P1(Interval x) => x.Hi > -1 ? Increasing(Clip(x, -1, x.Hi), Kernels.Log2P1) : Empty;

    /// <summary>{log₁₀(1 + x) : x &gt; −1}, without the cancellation near 0.</summary>
    public static Interval Log10P1(Interval x) => x.Hi > -1 ? Increasing(Clip(x, -1, x.Hi), Kernels.Log10P1) : Empty;
}
