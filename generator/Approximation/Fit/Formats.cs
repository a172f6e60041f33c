using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>Floats and doubles as places for coefficients.</summary>
internal static class Formats
{
    /// <summary>The bits of the least number that is not below √½.</summary>
    public const int SingleSqrtHalf = 0x3F3504F3;

    public const long DoubleSqrtHalf = 0x3FE6A09E667F3BCD;

    /// <summary>Half a unit in the last place of one: what rounding moves a normal number by at most, as a share of it.</summary>
    public static double HalfUnit(bool isSingle) => isSingle ? 5.9604644775390625e-08 : 1.1102230246251565e-16; // 2⁻²⁴, 2⁻⁵³

    public static double SmallestNormal(bool isSingle) => isSingle ? 1.1754943508222875e-38 : 2.2250738585072014e-308; // 2⁻¹²⁶, 2⁻¹⁰²²

    public static double Round(DoubleDouble value, bool isSingle)
    {
        if (!isSingle)
        {
            return value.Hi;
        }
        double single = (float)value.Hi;
        // The middle between two floats rounds by what the double leaves out.
        return value.Hi != single && Math.Abs(value.Hi - single) * 2 == Unit(single, true) && (value.Hi - single > 0) == (value.Lo > 0) && value.Lo != 0
            ? Next(single, value.Lo > 0, true)
            : single;
    }

    /// <summary>One unit in the last place.</summary>
    public static double Unit(double value, bool isSingle) => value == 0
        ? isSingle ? float.Epsilon : double.Epsilon
        : Binary.Scale(1, isSingle ? Math.Max(Binary.Exponent(value) - 23, -149) : Math.Max(Binary.Exponent(value) - 52, -1074));

    /// <summary>The least number of the format that is not below a value.</summary>
    public static double Ceiling(double value, bool isSingle)
    {
        double near = Round(value, isSingle);
        return near < value ? Next(near, true, isSingle) : near;
    }

    public static double Floor(double value, bool isSingle) => -Ceiling(-value, isSingle);

    /// <summary>The place of a number among all of its format, in order.</summary>
    public static long Place(double value, bool isSingle)
    {
        long bits = isSingle ? Floats.ToBits((float)value) : BitConverter.DoubleToInt64Bits(value);
        long sign = isSingle ? int.MinValue : long.MinValue;
        return bits >= 0 ? bits : unchecked(sign - bits);
    }

    /// <summary>The number at a place.</summary>
    public static double At(long place, bool isSingle)
    {
        long sign = isSingle ? int.MinValue : long.MinValue;
        long bits = place >= 0 ? place : unchecked(sign - place);
        return isSingle ? Floats.FromBits((int)bits) : BitConverter.Int64BitsToDouble(bits);
    }

    /// <summary>The next number of the format.</summary>
    public static double Next(double value, bool isUp, bool isSingle)
    {
        if (!isSingle)
        {
            return isUp ? RoundOnce.BitIncrement(value) : RoundOnce.BitDecrement(value);
        }
        return isUp ? RoundOnce.BitIncrement((float)value) : RoundOnce.BitDecrement((float)value);
    }

    /// <summary>The numbers of the format nearest to a value, nearest first.</summary>
    public static IEnumerable<double> Around(DoubleDouble value, bool isSingle, int count)
    {
        double nearest = Round(value, isSingle);
        List<double> around = [nearest];
        double up = nearest, down = nearest;
        for (int i = 0; i < count; i++)
        {
            around.Add(up = Next(up, true, isSingle));
            around.Add(down = Next(down, false, isSingle));
        }
        return around.OrderBy(v => (v - value).Abs().Hi).Take(count);
    }
}
