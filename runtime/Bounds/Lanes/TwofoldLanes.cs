using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <summary>Eight of <see cref="Twofold"/>: the same operations in the same order, so that every lane has the bits of the single one.</summary>
internal readonly struct TwofoldLanes
{
    public readonly Vector512<double> Hi;
    public readonly Vector512<double> Lo;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TwofoldLanes(Vector512<double> hi, Vector512<double> lo)
    {
        Hi = hi;
        Lo = lo;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwofoldLanes operator *(TwofoldLanes left, TwofoldLanes right)
    {
        Vector512<double> product = left.Hi * right.Hi;
        return Ordered(product, Error(left.Hi, right.Hi, product) + ((left.Hi * right.Lo) + (left.Lo * right.Hi)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwofoldLanes operator *(TwofoldLanes left, Vector512<double> right)
    {
        Vector512<double> product = left.Hi * right;
        return Ordered(product, Error(left.Hi, right, product) + (left.Lo * right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwofoldLanes operator /(TwofoldLanes left, TwofoldLanes right)
    {
        Vector512<double> quotient = left.Hi / right.Hi;
        TwofoldLanes product = right * quotient;
        Vector512<double> rest = (left.Hi - product.Hi) + (left.Lo - product.Lo);
        return Ordered(quotient, rest / right.Hi);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwofoldLanes operator +(TwofoldLanes left, Vector512<double> right)
    {
        TwofoldLanes high = Sum(left.Hi, right);
        return Ordered(high.Hi, high.Lo + left.Lo);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwofoldLanes Sum(Vector512<double> a, Vector512<double> b)
    {
        Vector512<double> sum = a + b, part = sum - a;
        return new(sum, (a - (sum - part)) + (b - part));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwofoldLanes Ordered(Vector512<double> a, Vector512<double> b)
    {
        Vector512<double> sum = a + b;
        return new(sum, b - (sum - a));
    }

    /// <summary>Multiplies by powers of two, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TwofoldLanes Scale(Vector512<double> powersOfTwo) => new(Hi * powersOfTwo, Lo * powersOfTwo);

    /// <summary>The error of products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Error(Vector512<double> a, Vector512<double> b, Vector512<double> product) => Avx512F.FusedMultiplySubtract(a, b, product);
}
