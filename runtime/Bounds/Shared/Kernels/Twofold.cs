using System;
using System.Runtime.CompilerServices;

namespace Proxima;

/// <summary>
/// The unevaluated sum Hi + Lo, |Lo| ≤ 2⁻⁵³·|Hi|, of the interval kernels. No special values: operands and results lie in the middle of the exponents
/// (2⁻⁴⁸⁰ to 2⁴⁸⁰, or are zero), where every operation below is within 2⁻¹⁰² relative of the exact result (Joldes, Muller and Popescu 2017, Tight and rigorous error
/// bounds for basic building blocks of double-word arithmetic; Lefèvre, Louvet, Muller, Picot and Rideau 2023 for the root). The bound of each is at its operator,
/// with u = 2⁻⁵³. Fused multiply-add only finds the exact error of a product, so that every host gives the same bits.
/// </summary>
internal readonly struct Twofold
{
    public readonly double Hi;
    public readonly double Lo;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Twofold(double hi, double lo = 0)
    {
        Hi = hi;
        Lo = lo;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Twofold(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator -(Twofold value) => new(-value.Hi, -value.Lo);

    /// <summary>3u²/(1 − 4u), also where the terms cancel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator +(Twofold left, Twofold right)
    {
        Twofold high = Sum(left.Hi, right.Hi);
        Twofold low = Sum(left.Lo, right.Lo);
        Twofold middle = Ordered(high.Hi, high.Lo + low.Hi);
        return Ordered(middle.Hi, middle.Lo + low.Lo);
    }

    /// <summary>2u².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator +(Twofold left, double right)
    {
        Twofold high = Sum(left.Hi, right);
        return Ordered(high.Hi, high.Lo + left.Lo);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator +(double left, Twofold right) => right + left;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator -(Twofold left, Twofold right) => left + -right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator -(Twofold left, double right) => left + -right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator -(double left, Twofold right) => -right + left;

    /// <summary>7u².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator *(Twofold left, Twofold right)
    {
        double product = left.Hi * right.Hi;
        double error = Residuals.ProductError(left.Hi, right.Hi, product);
        return Ordered(product, error + ((left.Hi * right.Lo) + (left.Lo * right.Hi)));
    }

    /// <summary>3u².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator *(Twofold left, double right)
    {
        double product = left.Hi * right;
        return Ordered(product, Residuals.ProductError(left.Hi, right, product) + (left.Lo * right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator *(double left, Twofold right) => right * left;

    /// <summary>15u² + 56u³.</summary>
    public static Twofold operator /(Twofold left, Twofold right)
    {
        double quotient = left.Hi / right.Hi;
        Twofold product = right * quotient;
        double rest = (left.Hi - product.Hi) + (left.Lo - product.Lo);
        return Ordered(quotient, rest / right.Hi);
    }

    public static Twofold operator /(double left, Twofold right) => new Twofold(left) / right;

    /// <summary>3u².</summary>
    public static Twofold operator /(Twofold left, double right)
    {
        double quotient = left.Hi / right;
        double product = quotient * right;
        double rest = ((left.Hi - product) - Residuals.ProductError(quotient, right, product)) + left.Lo;
        return Ordered(quotient, rest / right);
    }

    /// <summary>a + b exactly (Knuth).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold Sum(double a, double b)
    {
        double sum = a + b;
        return new(sum, Residuals.OfSum(a, b, sum));
    }

    /// <summary>a · b exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold Product(double a, double b)
    {
        double product = a * b;
        return new(product, Residuals.ProductError(a, b, product));
    }

    /// <summary>25u²/8, of a number that is not negative.</summary>
    public static Twofold Sqrt(Twofold x)
    {
        double root = Math.Sqrt(x.Hi);
        if (root == 0)
        {
            return default;
        }
        double square = root * root;
        double rest = ((x.Hi - square) - Residuals.ProductError(root, root, square)) + x.Lo;
        return Ordered(root, rest / (2 * root));
    }

    /// <summary>Multiplies by a power of two, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Twofold Scale(double powerOfTwo) => new(Hi * powerOfTwo, Lo * powerOfTwo);

    /// <summary>a + b exactly where |a| ≥ |b| or a is zero (Dekker).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Twofold Ordered(double a, double b)
    {
        double sum = a + b;
        return new(sum, b - (sum - a));
    }
}
