using System;

namespace Proxima;

readonly partial record struct Interval
{
    /// <summary><c>[lo, hi]</c> in decimals that contain the interval; <c>[x]</c> for a number that has at most 17 digits, <c>[empty]</c> and <c>[entire]</c>.</summary>
    public override string ToString() => ToString(17);

    /// <summary><c>[lo, hi]</c> in decimals of at most so many significant digits, rounded so that they contain the interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">digits is not within 1 … 50.</exception>
    public string ToString(int digits)
    {
        if (digits is < 1 or > 50)
        {
            throw new ArgumentOutOfRangeException(nameof(digits), digits, "An interval is written with 1 to 50 digits.");
        }
        if (IsEmpty)
        {
            return "[empty]";
        }
        if (IsEntire)
        {
            return "[entire]";
        }
        string lo = DecimalText.Down(Lo, digits);
        string hi = DecimalText.Up(Hi, digits);
        return lo == hi ? "[" + lo + "]" : "[" + lo + ", " + hi + "]";
    }

    /// <summary>
    /// The tightest interval that contains what the text says, after IEEE 1788: <c>[lo, hi]</c>, <c>[x]</c>, <c>x</c>, <c>[empty]</c>, <c>[entire]</c>,
    /// <c>3.56?2</c> (± 2 units of the last digit; <c>?</c> alone ± half a unit, <c>??</c> unbounded, followed by <c>u</c> or <c>d</c>: upwards or downwards only).
    /// Numbers are decimal, hexadecimal (<c>0x1.8p3</c>), quotients (<c>1/3</c>) or <c>inf</c>; an end left out is infinite.
    /// </summary>
    /// <exception cref="FormatException">The text is none of these, or its ends are out of order.</exception>
    public static Interval Parse(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }
        return TryParse(text, out Interval interval) ? interval : throw new FormatException("'" + text + "' is not an interval: expected [lo, hi], [x], [empty], [entire] or 3.56?2.");
    }

    /// <summary>Like <see cref="Parse"/>; false instead of an exception.</summary>
    public static bool TryParse(string? text, out Interval interval)
    {
        interval = Empty;
        return text is not null && IntervalText.TryRead(text.Trim(), out interval);
    }
}
