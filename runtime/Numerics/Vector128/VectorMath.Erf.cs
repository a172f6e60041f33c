// Vector512/VectorMath.Erf.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Erf(Vector128<double> x)
    {
        Vector128<double> size = Vector128.MinNative(Vector128.Create(ErfSaturation), Vector128.Abs(x));
        Vector128<double> isSmall = Vector128.LessThan(size, Vector128<double>.One);
        Vector128<double> square = size * size;
        Vector128<double> u = Vector128.ConditionalSelect(isSmall, square, (size - Vector128.Create(2.0)) / (size + Vector128.Create(3.0)));
        Vector128<double> p = Vector128.ConditionalSelect(isSmall, Vector128.Create(-7.779462971402075e-10), Vector128.Create(0.00011347484137554018));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(1.371098870398264e-08), Vector128.Create(0.00043070219205776947)));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(-1.6206318752916917e-07), Vector128.Create(-0.000495616825416612)));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(1.6447132699779119e-06), Vector128.Create(-0.002379349198719598)));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(-1.4924712439534138e-05), Vector128.Create(0.005955685240781812)));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(0.0001205529358693691), Vector128.Create(0.0077698066198059555)));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(-0.0008548325929766243), Vector128.Create(-0.07128988856203237)));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(0.005223977606130842), Vector128.Create(0.20394656022089624)));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(-0.026866170643113415), Vector128.Create(-0.3764243996413543)));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(0.112837916709442), Vector128.Create(0.5110865058205629)));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(-0.3761263890318352), Vector128.Create(-0.5339823092674286)));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.ConditionalSelect(isSmall, Vector128.Create(0.12837916709551256), Vector128.Create(0.255395676310506)));

        // erfc is at most a sixth of erf here: its exponential can do without the last bits.
        Vector128<double> rounded = Vector128.MultiplyAddEstimate(square, Vector128.Create(-Log2E), Vector128.Create(BiasedRounder));
        Vector128<double> r = Vector128.MultiplyAddEstimate(rounded - Vector128.Create(BiasedRounder), Vector128.Create(-Ln2), -square), z = r * r;
        Vector128<double> gaussian = (Vector128.MultiplyAddEstimate(z, ExpTail(r, z), r) + Vector128<double>.One) * PowerOfTwo(rounded);

        Vector128<double> factor = Vector128.ConditionalSelect(isSmall, size, -gaussian);
        return Vector128.CopySign(Vector128.MultiplyAddEstimate(factor, p, Vector128.ConditionalSelect(isSmall, size, Vector128<double>.One)), x);
    }
}
