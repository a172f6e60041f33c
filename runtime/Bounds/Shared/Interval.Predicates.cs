using System;

namespace Proxima;

/// <content>Questions about single numbers. Functions are undefined in places where the set of their results does not say so, hence NaN is never ruled out.</content>
readonly partial record struct Interval
{
    /// <summary>Maybe: a set of results does not say where there is none. Always when empty.</summary>
    public static Truth IsNaN(Interval x) => new(true, !x.IsEmpty);

    /// <summary>Maybe, for what is not a number is not finite. Never when empty.</summary>
    public static Truth IsFinite(Interval x) => new(!x.IsEmpty, true);

    /// <summary>Possible where the set is unbounded, which is where results overflow.</summary>
    public static Truth IsInfinity(Interval x) => IsPositiveInfinity(x) | IsNegativeInfinity(x);

    /// <summary>Possible where the set is unbounded above.</summary>
    public static Truth IsPositiveInfinity(Interval x) => new(double.IsPositiveInfinity(x.Hi), true);

    /// <summary>Possible where the set is unbounded below.</summary>
    public static Truth IsNegativeInfinity(Interval x) => new(double.IsNegativeInfinity(x.Lo), true);

    /// <summary>What the sign bit can be; a zero has either sign.</summary>
    public static Truth IsNegative(Interval x) => new(x.IsEmpty || x.Lo <= 0, x.IsEmpty || x.Hi >= 0);

    /// <summary>What the sign bit can be; a zero has either sign.</summary>
    public static Truth IsPositive(Interval x) => !IsNegative(x);

    /// <summary>Whether members are whole numbers.</summary>
    public static Truth IsInteger(Interval x) => new(Math.Ceiling(x.Lo) <= x.Hi, !(x.IsPoint && Math.Floor(x.Lo) == x.Lo));
}
