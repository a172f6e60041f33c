using System;
using System.Runtime.CompilerServices;

namespace Proxima;

internal static partial class Directed
{
    /// <summary>
    /// Without directed rounding in hardware. A residual that is NaN (overflow, an infinite operand) moves the result too: downwards from +∞ to the largest
    /// finite number, and −∞ nowhere.
    /// </summary>
    internal static class Portable
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double AddDown(double a, double b)
        {
            double sum = a + b;
            return Residuals.OfSum(a, b, sum) >= 0 ? sum : Neighbours.Below(sum);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double AddUp(double a, double b)
        {
            double sum = a + b;
            return Residuals.OfSum(a, b, sum) <= 0 ? sum : Neighbours.Above(sum);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double MultiplyDown(double a, double b)
        {
            double product = a * b;
            return Residuals.OfProduct(a, b, product) >= 0 ? product : Neighbours.Below(product);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double MultiplyUp(double a, double b)
        {
            double product = a * b;
            return Residuals.OfProduct(a, b, product) <= 0 ? product : Neighbours.Above(product);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double DivideDown(double a, double b)
        {
            double quotient = a / b;
            return Residuals.OfQuotient(a, b, quotient) >= 0 ? quotient : Neighbours.Below(quotient);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double DivideUp(double a, double b)
        {
            double quotient = a / b;
            return Residuals.OfQuotient(a, b, quotient) <= 0 ? quotient : Neighbours.Above(quotient);
        }

        public static double MultiplyAddDown(double a, double b, double c)
        {
            if (a == 0 || b == 0)
            {
                return c;
            }
            if (Residuals.IsMiddle(a, b, a * b) && IsAddend(c))
            {
                return MiddleMultiplyAddDown(a, b, c);
            }
            if (double.IsInfinity(a) || double.IsInfinity(b) || double.IsNaN(a + b))
            {
                return (a * b) + c;
            }
            // Scaled to the middle; rounding down there and again here is rounding down once.
            int exponent = Binary.Exponent(a) + Binary.Exponent(b);
            double scaled = Binary.Scale(c, -exponent);
            return IsAddend(scaled)
                ? ScaleDown(MiddleMultiplyAddDown(Binary.Scale(a, -Binary.Exponent(a)), Binary.Scale(b, -Binary.Exponent(b)), scaled), exponent)
                : AddDown(MultiplyDown(a, b), c);
        }

        private static bool IsAddend(double c) => c == 0 || Residuals.IsMiddle(c);

        private static double MiddleMultiplyAddDown(double a, double b, double c)
        {
            // product + c + error = sum + high + low = result + rest, each step without error.
            double product = a * b;
            double error = Residuals.ProductError(a, b, product);
            double sum = product + c;
            double carry = Residuals.OfSum(product, c, sum);
            double high = carry + error;
            double low = Residuals.OfSum(carry, error, high);
            double result = sum + high;
            double rest = Residuals.OfSum(sum, high, result) + low;
            return rest >= 0 ? result : Neighbours.Below(result);
        }

        public static double SqrtDown(double x)
        {
            double root = Math.Sqrt(x);
            return Residuals.OfRoot(x, root) >= 0 ? root : Neighbours.Below(root);
        }

        public static double SqrtUp(double x)
        {
            double root = Math.Sqrt(x);
            return Residuals.OfRoot(x, root) <= 0 ? root : Neighbours.Above(root);
        }
    }
}
