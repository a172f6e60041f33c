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
