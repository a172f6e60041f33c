using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Exponentials of eight numbers: the kernels for one, operation by operation, where they take no branch.</content>
internal static partial class Kernels
{
    /// <summary>The doubles around eˣ, |x| ≤ 690: there 2ᵏ and both ends are normal numbers.</summary>
    public static void ExpEnds(Vector512<double> x, out Vector512<double> lo, out Vector512<double> hi)
    {
        TwofoldLanes parts = ExpPartsInLanes(x, out Vector512<double> scale);
        Near(parts, ExpError, out lo, out hi);
        Vector512<double> isZero = Vector512.Equals(x, Vector512<double>.Zero);
        lo = Vector512.ConditionalSelect(isZero, Vector512<double>.One, lo * scale);
        hi = Vector512.ConditionalSelect(isZero, Vector512<double>.One, hi * scale);
    }

    /// <summary>The doubles around 1/(1 + e⁻ˣ), |x| ≤ 80.</summary>
    public static void SigmoidEnds(Vector512<double> x, out Vector512<double> lo, out Vector512<double> hi)
    {
        Vector512<double> zero = Vector512<double>.Zero, one = Vector512<double>.One;
        TwofoldLanes small = ExpPartsInLanes(-Vector512.Abs(x), out Vector512<double> scale).Scale(scale);
        Vector512<double> isNegative = Vector512.LessThan(x, zero);
        TwofoldLanes numerator = new(Vector512.ConditionalSelect(isNegative, small.Hi, one), Vector512.ConditionalSelect(isNegative, small.Lo, zero));
        Near(numerator / (small + one), 2 * ExpError, out lo, out hi);
        Vector512<double> isZero = Vector512.Equals(x, zero), half = Vector512.Create(0.5);
        lo = Vector512.ConditionalSelect(isZero, half, lo);
        hi = Vector512.ConditionalSelect(isZero, half, Vector512.Min(hi, one));
    }

    /// <inheritdoc cref="ExpParts(Twofold, out int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TwofoldLanes ExpPartsInLanes(Vector512<double> x, out Vector512<double> scale)
    {
        Vector512<double> n = Vector512.Floor((x * Vector512.Create(StepsPerUnit)) + Vector512.Create(0.5));
        Vector512<long> step = Vector512.ConvertToInt64(n);
        scale = ((Vector512.ShiftRightArithmetic(step, 6) + Vector512.Create(1023L)) << 52).AsDouble();
        TwofoldLanes high = TwofoldLanes.Sum(x, -(n * Vector512.Create(StepHead)));
        TwofoldLanes q = ExpM1ReducedInLanes(TwofoldLanes.Sum(high.Hi, high.Lo + (Vector512<double>.Zero - (n * Vector512.Create(StepTail)))));
        Powers((step & Vector512.Create(63L)) << 1, out Vector512<double> power, out Vector512<double> powerLow);
        Vector512<double> product = power * q.Hi;
        Vector512<double> error = TwofoldLanes.Error(power, q.Hi, product);
        TwofoldLanes sum = TwofoldLanes.Ordered(power, product);
        return TwofoldLanes.Ordered(sum.Hi, sum.Lo + (error + ((power * q.Lo) + (powerLow + (powerLow * q.Hi)))));
    }

    /// <inheritdoc cref="ExpM1Reduced(Twofold)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TwofoldLanes ExpM1ReducedInLanes(TwofoldLanes r)
    {
        Vector512<double> h = r.Hi;
        TwofoldLanes square = (r * r).Scale(Vector512.Create(0.5));
        Vector512<double> series = Vector512.Create(1.0 / 5040) + (h * Vector512.Create(1.0 / 40320));
        series = Vector512.Create(1.0 / 720) + (h * series);
        series = Vector512.Create(1.0 / 120) + (h * series);
        series = Vector512.Create(1.0 / 24) + (h * series);
        series = Vector512.Create(1.0 / 6) + (h * series);
        TwofoldLanes sum = TwofoldLanes.Ordered(h, square.Hi);
        return TwofoldLanes.Ordered(sum.Hi, sum.Lo + (r.Lo + (square.Lo + (h * h * h * series))));
    }

    /// <summary>The powers of two at eight places of the table, and what they lack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Powers(Vector512<long> places, out Vector512<double> power, out Vector512<double> powerLow)
    {
        double[] table = KernelTables.PowersOfTwo;
        int a = (int)places[0], b = (int)places[1], c = (int)places[2], d = (int)places[3], e = (int)places[4], f = (int)places[5], g = (int)places[6], h = (int)places[7];
        power = Vector512.Create(table[a], table[b], table[c], table[d], table[e], table[f], table[g], table[h]);
        powerLow = Vector512.Create(table[a + 1], table[b + 1], table[c + 1], table[d + 1], table[e + 1], table[f + 1], table[g + 1], table[h + 1]);
    }

    /// <summary>The doubles around value · (1 ± relative), value positive and normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Near(TwofoldLanes value, double relative, out Vector512<double> lo, out Vector512<double> hi)
    {
        Vector512<double> radius = Vector512.Abs(value.Hi) * Vector512.Create(relative), zero = Vector512<double>.Zero;
        TwofoldLanes low = TwofoldLanes.Sum(value.Hi, value.Lo - radius), high = TwofoldLanes.Sum(value.Hi, value.Lo + radius);
        lo = Vector512.ConditionalSelect(Vector512.LessThan(low.Lo, zero), (low.Hi.AsInt64() - Vector512<long>.One).AsDouble(), low.Hi);
        hi = Vector512.ConditionalSelect(Vector512.GreaterThan(high.Lo, zero), (high.Hi.AsInt64() + Vector512<long>.One).AsDouble(), high.Hi);
    }
}
