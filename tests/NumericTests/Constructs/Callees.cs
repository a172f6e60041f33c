using System;
using System.Numerics;
using Proxima;

namespace NumericTests.Constructs;

/// <summary>Ways to call.</summary>
public static partial class Callees
{
    [Gradient, Batch]
    public static double RefHelper(double x, double y)
    {
        double a = x, b = y;
        Rotate(ref a, ref b);
        Rotate(ref b, ref a);
        return a * b;
    }

    [Gradient]
    public static double RefElement(ReadOnlySpan<double> x)
    {
        double[] a = x.ToArray();
        double carry = 1;
        for (int i = 0; i < a.Length; i++)
        {
            Rotate(ref a[i], ref carry);
        }
        Rotate(ref a[0], ref a[1]);
        return a[0] * a[1] * a[^1];
    }

    [Gradient, Batch]
    public static double OutHelper(double x, double y)
    {
        Divide(x, y, out double quotient, out double rest);
        double product = quotient * rest;
        Divide(product, 3 + x, out _, out rest);
        return product + rest;
    }

    [Gradient, Batch]
    public static double InHelper(double x, double y) => Norm(in x, in y) * Norm(y, 2 * x);

    [Gradient, Batch]
    public static double Recursion(double x, int n) => Power(x, n) + Power(x, n - 1);

    [Gradient, Batch]
    public static double MutualRecursion(double x, double y) => Up(x, y, 5);

    [Gradient, Batch]
    public static double LocalFunction(double x, double y)
    {
        double s = 0;
        Accumulate(x);
        Accumulate(y);
        Accumulate(x * y);
        return s;

        void Accumulate(double value) => s += value * value * (1 + s);
    }

    /// <summary>Lambdas that capture a variable, each other and a local that changes between the calls.</summary>
    [Gradient, Batch]
    public static double Lambdas(double x, double y)
    {
        double shift = y;
        Func<double, double> scaled = z => z * x;
        Func<double, double, double> combined = (a, b) => scaled(a) + (shift * b);
        double first = combined(x, y);
        shift = first;
        return combined(y, first);
    }

    [Gradient, Batch]
    public static double GenericHelper(double x, double y) =>
        Pick(x > y, x * x, y * y) + Square(x * y) + Area(new Disc(x)) + Area(new Box(x, y));

    [Gradient, Batch]
    public static double NamedAndOptional(double x, double y) => Scale(factor: y, value: x) + Scale(y);

    [Gradient, Batch]
    public static double ExtensionHelper(double x, double y) => x.Cubed() + (x * y).Cubed();

    /// <summary>A helper that takes a span and writes into it.</summary>
    [Gradient]
    public static double SpanHelper(ReadOnlySpan<double> x)
    {
        Span<double> work = new double[x.Length];
        Cumulate(x, work);
        Cumulate(work, work);
        return work[^1] * work[0];
    }

    private static void Rotate(ref double a, ref double b)
    {
        double old = a;
        a = (a * b) + 1;
        b -= old * 0.5;
    }

    private static void Divide(double a, double b, out double quotient, out double rest)
    {
        quotient = a / b;
        rest = a - (b * b);
    }

    private static double Norm(in double a, in double b) => Math.Sqrt((a * a) + (b * b));

    private static double Power(double x, int n)
    {
        if (n <= 0)
        {
            return 1;
        }
        double half = Power(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    private static double Up(double x, double y, int n) => n == 0 ? x : Down(x * y, y, n - 1) + x;

    private static double Down(double x, double y, int n) => n == 0 || x < 0.01 ? y : Up(x, y + (0.1 * x), n - 1) * y;

    private static T Pick<T>(bool first, T a, T b) => first ? a : b;

    private static T Square<T>(T value)
        where T : INumber<T> => value * value;

    private static double Area<TShape>(TShape shape)
        where TShape : struct, IShape => shape.Area();

    private static double Scale(double value, double factor = 3) => value * value * factor;

    private static void Cumulate(ReadOnlySpan<double> from, Span<double> to)
    {
        double sum = 0;
        for (int i = 0; i < from.Length; i++)
        {
            sum += from[i] * (i + 1);
            to[i] = sum * sum;
        }
    }
}

internal interface IShape
{
    double Area();
}

internal readonly record struct Disc(double Radius) : IShape
{
    public double Area() => Math.PI * Radius * Radius;
}

internal readonly record struct Box(double Width, double Height) : IShape
{
    public double Area() => Width * Height;
}

internal static class Powers
{
    public static double Cubed(this double value) => value * value * value;
}
