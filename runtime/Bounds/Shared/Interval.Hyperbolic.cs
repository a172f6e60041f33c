namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>{sinh x}.</summary>
    public static Interval Sinh(Interval x) => Increasing(x, Kernels.Sinh);

    /// <summary>{cosh x}.</summary>
    public static Interval Cosh(Interval x) => x.IsEmpty ? Empty : Increasing(Raw(x.Mignitude, x.Magnitude), Kernels.Cosh);

    /// <summary>{tanh x}.</summary>
    public static Interval Tanh(Interval x) => Increasing(x, Kernels.Tanh);

    /// <summary>{arsinh x}.</summary>
    public static Interval Asinh(Interval x) => Increasing(x, Kernels.Asinh);

    /// <summary>{arcosh x : x ≥ 1}.</summary>
    public static Interval Acosh(Interval x) => x.Hi >= 1 ? Increasing(Clip(x, 1, x.Hi), Kernels.Acosh) : Empty;

    /// <summary>{artanh x : −1 &lt; x &lt; 1}.</summary>
    public static Interval Atanh(Interval x) => x.Lo < 1 && x.Hi > -1 ? Increasing(Clip(x, -1, 1), Kernels.Atanh) : Empty;

    /// <summary>{1/(1 + e⁻ˣ)}.</summary>
    public static Interval Sigmoid(Interval x) => Increasing(x, Kernels.Sigmoid);

    /// <summary>{ln(1 + eˣ)}.</summary>
    public static Interval SoftPlus(Interval x) => Increasing(x, Kernels.SoftPlus);
}
