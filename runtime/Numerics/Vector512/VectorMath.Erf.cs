using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The error function.</content>
public static partial class VectorMath
{
    /// <summary>
    /// The error function, 2/√π·∫₀ˣ e^(−t²) dt. Below 1 x + x·P(x²), from 1 on 1 − e^(−x²)·Q((x − 2)/(x + 3)), minimax of degree 11 with errors of 2⁻⁵⁵
    /// and 2⁻⁵⁶ of the result. Kernel: at most 1.4 ulp.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Erf(Vector512<double> x)
    {
        Vector512<double> size = Vector512.MinNative(Vector512.Create(ErfSaturation), Vector512.Abs(x));
        Vector512<double> isSmall = Vector512.LessThan(size, Vector512<double>.One);
        Vector512<double> square = size * size;
        Vector512<double> u = Vector512.ConditionalSelect(isSmall, square, (size - Vector512.Create(2.0)) / (size + Vector512.Create(3.0)));
        Vector512<double> p = Vector512.ConditionalSelect(isSmall, Vector512.Create(-7.779462971402075e-10), Vector512.Create(0.00011347484137554018));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(1.371098870398264e-08), Vector512.Create(0.00043070219205776947)));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(-1.6206318752916917e-07), Vector512.Create(-0.000495616825416612)));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(1.6447132699779119e-06), Vector512.Create(-0.002379349198719598)));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(-1.4924712439534138e-05), Vector512.Create(0.005955685240781812)));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(0.0001205529358693691), Vector512.Create(0.0077698066198059555)));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(-0.0008548325929766243), Vector512.Create(-0.07128988856203237)));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(0.005223977606130842), Vector512.Create(0.20394656022089624)));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(-0.026866170643113415), Vector512.Create(-0.3764243996413543)));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(0.112837916709442), Vector512.Create(0.5110865058205629)));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(-0.3761263890318352), Vector512.Create(-0.5339823092674286)));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.ConditionalSelect(isSmall, Vector512.Create(0.12837916709551256), Vector512.Create(0.255395676310506)));

        // erfc is at most a sixth of erf here: its exponential can do without the last bits.
        Vector512<double> rounded = Vector512.MultiplyAddEstimate(square, Vector512.Create(-Log2E), Vector512.Create(BiasedRounder));
        Vector512<double> r = Vector512.MultiplyAddEstimate(rounded - Vector512.Create(BiasedRounder), Vector512.Create(-Ln2), -square), z = r * r;
        Vector512<double> gaussian = (Vector512.MultiplyAddEstimate(z, ExpTail(r, z), r) + Vector512<double>.One) * PowerOfTwo(rounded);

        Vector512<double> factor = Vector512.ConditionalSelect(isSmall, size, -gaussian);
        return Vector512.CopySign(Vector512.MultiplyAddEstimate(factor, p, Vector512.ConditionalSelect(isSmall, size, Vector512<double>.One)), x);
    }
}
