using System.Runtime.Intrinsics;

namespace Proxima.Evolver.Search;

/// <summary>Eight double-doubles (Dekker 1971), with fused multiply-adds: errors of 10⁻¹⁵ and less are differences of known digits.</summary>
internal readonly struct Pair(Vector512<double> high, Vector512<double> low)
{
    public readonly Vector512<double> High = high;
    public readonly Vector512<double> Low = low;

    public static Pair operator -(Pair value) => new(-value.High, -value.Low);

    public static Pair operator -(Pair left, Pair right) => left + -right;

    public static Pair operator +(Pair left, Pair right)
    {
        Vector512<double> sum = left.High + right.High, part = sum - left.High;
        Vector512<double> error = (left.High - (sum - part)) + (right.High - part);
        Vector512<double> low = left.Low + right.Low, lowPart = low - left.Low;
        Vector512<double> lowError = (left.Low - (low - lowPart)) + (right.Low - lowPart);
        Pair middle = Quick(sum, error + low);
        return Quick(middle.High, middle.Low + lowError);
    }

    public static Pair operator *(Pair left, Pair right)
    {
        Vector512<double> product = left.High * right.High;
        Vector512<double> error = Vector512.FusedMultiplyAdd(left.High, right.High, -product);
        error = Vector512.FusedMultiplyAdd(left.High, right.Low, Vector512.FusedMultiplyAdd(left.Low, right.High, error));
        return Quick(product, error);
    }

    public static Pair operator /(Pair left, Pair right)
    {
        Vector512<double> first = left.High / right.High;
        Pair rest = left - (right * new Pair(first, Vector512<double>.Zero));
        Vector512<double> second = rest.High / right.High;
        rest -= right * new Pair(second, Vector512<double>.Zero);
        Pair quotient = Quick(first, second);
        return quotient + new Pair(rest.High / right.High, Vector512<double>.Zero);
    }

    public static Pair Select(Vector512<double> mask, Pair left, Pair right) => new(Vector512.ConditionalSelect(mask, left.High, right.High), Vector512.ConditionalSelect(mask, left.Low, right.Low));

    private static Pair Quick(Vector512<double> high, Vector512<double> low)
    {
        Vector512<double> sum = high + low;
        return new(sum, low - (sum - high));
    }
}
