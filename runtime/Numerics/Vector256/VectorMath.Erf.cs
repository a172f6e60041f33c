// Vector512/VectorMath.Erf.cs for Vector256: made from it, and compared with it by the tests. Change that file.
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
    public static Vector256<double> Erf(Vector256<double> x)
    {
        Vector256<double> size = Vector256.MinNative(Vector256.Create(ErfSaturation), Vector256.Abs(x));
        Vector256<double> isSmall = Vector256.LessThan(size, Vector256<double>.One);
        Vector256<double> square = size * size;
        Vector256<double> u = Vector256.ConditionalSelect(isSmall, square, (size - Vector256.Create(2.0)) / (size + Vector256.Create(3.0)));
        Vector256<double> p = Vector256.ConditionalSelect(isSmall, Vector256.Create(-7.779462971402075e-10), Vector256.Create(0.00011347484137554018));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(1.371098870398264e-08), Vector256.Create(0.00043070219205776947)));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(-1.6206318752916917e-07), Vector256.Create(-0.000495616825416612)));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(1.6447132699779119e-06), Vector256.Create(-0.002379349198719598)));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(-1.4924712439534138e-05), Vector256.Create(0.005955685240781812)));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(0.0001205529358693691), Vector256.Create(0.0077698066198059555)));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(-0.0008548325929766243), Vector256.Create(-0.07128988856203237)));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(0.005223977606130842), Vector256.Create(0.20394656022089624)));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(-0.026866170643113415), Vector256.Create(-0.3764243996413543)));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(0.112837916709442), Vector256.Create(0.5110865058205629)));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(-0.3761263890318352), Vector256.Create(-0.5339823092674286)));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.ConditionalSelect(isSmall, Vector256.Create(0.12837916709551256), Vector256.Create(0.255395676310506)));

        // erfc is at most a sixth of erf here: its exponential can do without the last bits.
        Vector256<double> rounded = Vector256.MultiplyAddEstimate(square, Vector256.Create(-Log2E), Vector256.Create(BiasedRounder));
        Vector256<double> r = Vector256.MultiplyAddEstimate(rounded - Vector256.Create(BiasedRounder), Vector256.Create(-Ln2), -square), z = r * r;
        Vector256<double> gaussian = (Vector256.MultiplyAddEstimate(z, ExpTail(r, z), r) + Vector256<double>.One) * PowerOfTwo(rounded);

        Vector256<double> factor = Vector256.ConditionalSelect(isSmall, size, -gaussian);
        return Vector256.CopySign(Vector256.MultiplyAddEstimate(factor, p, Vector256.ConditionalSelect(isSmall, size, Vector256<double>.One)), x);
    }
}
