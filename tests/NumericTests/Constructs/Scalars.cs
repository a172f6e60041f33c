using System;
using Proxima;

namespace NumericTests.Constructs;

/// <summary>Integers, booleans, casts, guards and two precisions.</summary>
public static partial class Scalars
{
    [Gradient, Batch]
    public static double IntegerArithmetic(double x, int n, int k)
    {
        int remainder = n % k, quotient = n / k, mask = (n << 2) ^ (k | 1);
        int a = n, b = k;
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }
        long wide = (long)n * k;
        return (x * x * remainder) + (quotient * x) + (mask & 7) + (a * x) + wide;
    }

    [Gradient, Batch]
    public static double Casts(double x, int n)
    {
        byte wrapped = (byte)(n * 100);
        int truncated = (int)3.99;
        double ratio = (double)n / 4;
        float narrow = n;
        uint unsigned = (uint)n;
        return (x * wrapped) + (x * x * truncated) + (ratio * narrow * x) + unsigned;
    }

    [Gradient, Batch]
    public static double Checked(double x, int n)
    {
        int size = checked((n * 3) + 1);
        checked
        {
            size += n;
        }
        return size * x * x;
    }

    [Gradient, Batch]
    public static double Guards(double x, int n)
    {
        if (n < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(n), "A count is not negative.");
        }
        double root = x > 0 ? Math.Sqrt(x) : throw new ArgumentException("No root.", nameof(x));
        return n switch
        {
            0 => root,
            < 10 => root * n * x,
            _ => throw new NotSupportedException(),
        };
    }

    [Gradient]
    public static double MixedPrecision(float x, double y)
    {
        double product = x * y;
        float single = (float)(y * y) * x;
        return product + single;
    }

    [Gradient]
    public static float SinglePrecision(float x, float y)
    {
        float s = x;
        for (int i = 1; i <= 3; i++)
        {
            s += MathF.Sin(y * i) / (i + x);
        }
        return s * 0.5f;
    }
}
