using System;
using System.Collections.Generic;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// The irrational numbers whose nearest double stands in derivatives of the table. Where such a double appears in a bound it means the interval between its
/// neighbours, which holds the double (should the user have meant that) as well as the number.
/// </summary>
internal static class IrrationalConstants
{
    private static readonly HashSet<double> s_rounded =
    [
        DoubleDoubleConstants.Pi.Hi, DoubleDoubleConstants.OverPi.Hi,
        DoubleDoubleConstants.Ln2.Hi, DoubleDoubleConstants.Ln10.Hi, DoubleDoubleConstants.OverLn2.Hi, DoubleDoubleConstants.OverLn10.Hi,
        DoubleDoubleConstants.RadiansPerDegree.Hi, DoubleDoubleConstants.DegreesPerRadian.Hi,
        DoubleDoubleConstants.TwoOverSqrtPi.Hi,
    ];

    public static IEnumerable<double> All => s_rounded;

    public static bool Contains(double value) => s_rounded.Contains(Math.Abs(value));

    /// <summary>The doubles next to one of the constants, which are positive, normal and no powers of two.</summary>
    public static (double Lo, double Hi) Around(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        double below = BitConverter.Int64BitsToDouble(bits - 1), above = BitConverter.Int64BitsToDouble(bits + 1);
        return value < 0 ? (-above, -below) : (below, above);
    }
}
