using System;
using System.Numerics;

namespace Proxima;

/// <summary>Reads intervals written as IEEE 1788 has them. Numbers are exact quotients until the ends are rounded outwards.</summary>
internal static class IntervalText
{
    public static bool TryRead(string text, out Interval interval)
    {
        interval = Interval.Empty;
        if (text.Length >= 2 && text[0] == '[' && text[text.Length - 1] == ']')
        {
            return TryReadInside(text.Substring(1, text.Length - 2).Trim(), out interval);
        }
        return text.IndexOf('?') >= 0 ? TryReadUncertain(text, out interval) : TryReadPoint(text, out interval);
    }

    private static bool TryReadInside(string text, out Interval interval)
    {
        interval = Interval.Empty;
        if (text.Length == 0 || IsWord(text, "empty"))
        {
            return true;
        }
        if (IsWord(text, "entire"))
        {
            interval = Interval.Entire;
            return true;
        }
        int comma = text.IndexOf(',');
        return comma < 0
            ? TryReadPoint(text, out interval)
            : TryReadEnds(text.Substring(0, comma).Trim(), text.Substring(comma + 1).Trim(), out interval);
    }

    private static bool TryReadPoint(string text, out Interval interval)
    {
        bool isRead = NumberText.TryReadQuotient(text, out Rational value);
        interval = isRead ? Interval.Raw(value.Down(), value.Up()) : Interval.Empty;
        return isRead;
    }

    private static bool TryReadEnds(string low, string high, out Interval interval)
    {
        interval = Interval.Empty;
        bool isUnboundedBelow = low.Length == 0 || IsWord(low, "-inf") || IsWord(low, "-infinity");
        bool isUnboundedAbove = high.Length == 0 || IsWord(high.TrimStart('+'), "inf") || IsWord(high.TrimStart('+'), "infinity");
        Rational lo = default;
        Rational hi = default;
        if ((!isUnboundedBelow && !NumberText.TryReadQuotient(low, out lo)) || (!isUnboundedAbove && !NumberText.TryReadQuotient(high, out hi)))
        {
            return false;
        }
        if (!isUnboundedBelow && !isUnboundedAbove && lo.CompareTo(hi) > 0)
        {
            return false;
        }
        interval = Interval.Raw(
            isUnboundedBelow ? double.NegativeInfinity : lo.Down(),
            isUnboundedAbove ? double.PositiveInfinity : hi.Up());
        return true;
    }

    /// <summary>3.56?, 3.56?2, 3.56?? , each with u or d and an exponent.</summary>
    private static bool TryReadUncertain(string text, out Interval interval)
    {
        interval = Interval.Empty;
        int mark = text.IndexOf('?');
        if (!NumberText.TryReadDigits(text.Substring(0, mark), out BigInteger centre, out int decimals))
        {
            return false;
        }
        int at = mark + 1;
        bool isUnbounded = at < text.Length && text[at] == '?';
        at += isUnbounded ? 1 : 0;
        int start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }
        if (isUnbounded && at > start)
        {
            return false;
        }
        // In half units, the default being one of them.
        BigInteger radius = at > start ? 2 * NumberText.Whole(text.Substring(start, at - start)) : BigInteger.One;
        char direction = at < text.Length ? char.ToLowerInvariant(text[at]) : ' ';
        at += direction is 'u' or 'd' ? 1 : 0;
        BigInteger exponent = BigInteger.Zero;
        if (at < text.Length && !NumberText.TryReadExponent(text.Substring(at), 'e', out exponent))
        {
            return false;
        }
        BigInteger low = (2 * centre) - (direction == 'u' ? BigInteger.Zero : radius);
        BigInteger high = (2 * centre) + (direction == 'd' ? BigInteger.Zero : radius);
        // Half units are fives of a tenth.
        BigInteger scale = exponent - decimals - 1;
        interval = Interval.Raw(
            isUnbounded && direction != 'u' ? double.NegativeInfinity : Rational.Create(5 * low, 10, scale).Down(),
            isUnbounded && direction != 'd' ? double.PositiveInfinity : Rational.Create(5 * high, 10, scale).Up());
        return true;
    }

    private static bool IsWord(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
