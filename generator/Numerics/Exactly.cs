using System;

namespace Proxima.Generator.Numerics;

/// <summary>
/// Whether the double nearest to a sum, product or quotient is that number itself. The answer is no where that cannot be told without rounding: near
/// the ends of the exponent range, where the error of a product is no double.
/// </summary>
internal static class Exactly
{
    /// <summary>Products beyond have an error that Dekker's splitting cannot hold (2⁻⁹⁶⁹ and 2⁹⁹⁶, with room to spare).</summary>
    private const double Least = 1e-290, Largest = 1e290;

    public static bool IsSum(double left, double right, double sum)
    {
        DoubleDouble exact = DoubleDouble.Sum(left, right);
        return exact.IsFinite && exact.Hi == sum && exact.Lo == 0;
    }

    public static bool IsProduct(double left, double right, double product)
    {
        if (left == 0 || right == 0)
        {
            return product == 0;
        }
        if (!IsMiddle(left) || !IsMiddle(right) || !IsMiddle(product))
        {
            return false;
        }
        DoubleDouble exact = DoubleDouble.Product(left, right);
        return exact.Hi == product && exact.Lo == 0;
    }

    public static bool IsQuotient(double dividend, double divisor, double quotient) => divisor != 0 && IsProduct(quotient, divisor, dividend);

    private static bool IsMiddle(double value) => Math.Abs(value) is > Least and < Largest;
}
