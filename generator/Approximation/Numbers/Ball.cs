using System;
using System.Runtime.CompilerServices;

namespace Proxima.Generator.Approximation;

/// <summary>
/// The real numbers within <see cref="Radius"/> of a twofold: about 100 bits with a bound of their error. Every operation adds what its rounding and the radii of
/// its operands do (van der Hoeven 2009, Ball arithmetic), so that whatever is computed with balls is proved as it is computed. Middles stay between 2⁻⁴⁸⁰ and
/// 2⁴⁸⁰ or are zero; a number that leaves that range is all reals, or zero with a radius.
/// </summary>
internal readonly struct Ball
{
    private const double Largest = 3.1217485503159922e+144; // 2⁴⁸⁰
    private const double Smallest = 3.2033333951929476e-145; // 2⁻⁴⁸⁰

    /// <summary>What an operation of twofolds is within, relative; see there.</summary>
    private const double Relative = 1.9721522630525295e-31; // 2⁻¹⁰²

    public readonly Twofold Middle;
    public readonly double Radius;

    private Ball(Twofold middle, double radius)
    {
        Middle = middle;
        Radius = radius;
    }

    /// <summary>All real numbers.</summary>
    public static Ball Entire => new(default, double.PositiveInfinity);

    public bool IsZero => Radius == 0 && Middle.Hi == 0;

    public bool IsFinite => Radius <= double.MaxValue;

    /// <summary>At most |x| of each member x.</summary>
    public double Magnitude => Up(Math.Abs(Middle.Hi) + Radius);

    /// <summary>At least |x| of each member x, or zero.</summary>
    public double Mignitude => Math.Max(0, Down(Down(Math.Abs(Middle.Hi)) - Radius));

    public static implicit operator Ball(double value) => Of(value, 0);

    public static implicit operator Ball(Twofold value) => Of(value, 0);

    /// <summary>The members of an interval.</summary>
    public static implicit operator Ball(Interval interval)
    {
        if (!interval.IsBounded)
        {
            return Entire;
        }
        double middle = (interval.Lo * 0.5) + (interval.Hi * 0.5);
        return Of(middle, Up(Math.Max(Directed.SubtractUp(interval.Hi, middle), Directed.SubtractUp(middle, interval.Lo))));
    }

    public static Ball operator -(Ball value) => new(-value.Middle, value.Radius);

    public static Ball operator +(Ball left, Ball right)
    {
        if (left.IsZero)
        {
            return right;
        }
        if (right.IsZero)
        {
            return left;
        }
        Twofold sum = left.Middle + right.Middle;
        return Of(sum, Up(left.Radius + right.Radius + (Math.Abs(sum.Hi) * Relative)));
    }

    public static Ball operator -(Ball left, Ball right) => left + -right;

    public static Ball operator *(Ball left, Ball right)
    {
        if (left.IsZero || right.IsZero)
        {
            return default;
        }
        Twofold product = left.Middle * right.Middle;
        double radius = Math.Abs(product.Hi) * Relative;
        return left.Radius == 0 && right.Radius == 0
            ? Of(product, Up(radius))
            : Of(product, Up(radius + (Math.Abs(left.Middle.Hi) * right.Radius) + (Math.Abs(right.Middle.Hi) * left.Radius) + (left.Radius * right.Radius)) + Smallest);
    }

    public static Ball operator /(Ball left, Ball right)
    {
        double least = right.Mignitude;
        if (!(least > 0) || !left.IsFinite)
        {
            return Entire;
        }
        if (left.IsZero)
        {
            return default;
        }
        Twofold quotient = left.Middle / right.Middle;
        double radius = Math.Abs(quotient.Hi) * Relative;
        return left.Radius == 0 && right.Radius == 0
            ? Of(quotient, Up(radius))
            : Of(quotient, Up(radius + Up((left.Radius + (Up(Math.Abs(quotient.Hi)) * right.Radius)) / least)) + Smallest);
    }

    /// <summary>√x of the members that have one, none of which may be negative.</summary>
    public static Ball Sqrt(Ball x)
    {
        if (x.IsZero)
        {
            return x;
        }
        double least = x.Mignitude;
        if (!(x.Middle.Hi > 0) || !(least > 0))
        {
            return Entire;
        }
        Twofold root = Twofold.Sqrt(x.Middle);
        return Of(root, Up((root.Hi * Relative) + Up(x.Radius / Math.Sqrt(least)))); // |√a − √b| ≤ |a − b| / √(the lesser)
    }

    /// <summary>Times a power of two.</summary>
    public Ball Scale(double powerOfTwo) => Of(Middle.Scale(powerOfTwo), Radius == 0 ? 0 : Up(Radius * powerOfTwo) + Smallest);

    /// <summary>The same with a larger radius.</summary>
    public Ball Widen(double radius) => Of(Middle, Up(Radius + radius));

    /// <summary>The tightest doubles around it.</summary>
    public Interval ToInterval() => IsFinite
        ? Interval.Raw(Directed.AddDown(Middle.Hi, Directed.AddDown(Middle.Lo, -Radius)), Directed.AddUp(Middle.Hi, Directed.AddUp(Middle.Lo, Radius)))
        : Interval.Entire;

    /// <summary>A little more than x ≥ 0, which a few roundings may have made too small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Up(double x) => x * 1.0000000000000009; // 1 + 2⁻⁵⁰

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Down(double x) => x * 0.9999999999999991;

    private static Ball Of(Twofold middle, double radius)
    {
        double magnitude = Math.Abs(middle.Hi);
        if (!(magnitude <= Largest) || !(radius <= Largest))
        {
            return Entire;
        }
        return magnitude >= Smallest || magnitude == 0 ? new(middle, radius) : new(default, Up(radius + Smallest + Smallest));
    }
}
