using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group C: mutual recursion, closures, structs with operators.</summary>
public static partial class Calls
{
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double MutualRecursion(double x) => Even(x, 6);

    /// <summary>A lambda that captures two variables, applied three times.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Lambda(double a, double b, double x)
    {
        Func<double, double> g = z => Math.Sin(a * z) + b;
        return g(g(g(x)));
    }

    /// <summary>The same with a local function.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double LocalFunction(double a, double b, double x)
    {
        for (int i = 0; i < 3; i++)
        {
            x = G(x);
        }
        return x;

        double G(double z) => Math.Sin(a * z) + b;
    }

    /// <summary>z ← z² + c, four times from 0; |z|².</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Orbit(double re, double im)
    {
        ComplexNumber c = new(re, im), z = new(0, 0);
        for (int i = 0; i < 4; i++)
        {
            z = (z * z) + c;
        }
        return z.SquaredModulus;
    }

    /// <summary>The same with the struct itself as the variable.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double OrbitOf(ComplexNumber c)
    {
        ComplexNumber z = default;
        for (int i = 0; i < 4; i++)
        {
            z = (z * z) + c;
        }
        return z.SquaredModulus;
    }

    private static double Even(double x, int n) => n == 0 ? 1 : (x * Odd(x, n - 1)) + 1;

    private static double Odd(double x, int n)
    {
        if (n == 0)
        {
            return x;
        }
        return Math.Sin(Even(x, n - 1));
    }
}

/// <summary>A user's own number type.</summary>
public readonly struct ComplexNumber
{
    public ComplexNumber(double re, double im)
    {
        Re = re;
        Im = im;
    }

    public double Re { get; }

    public double Im { get; }

    public double SquaredModulus => (Re * Re) + (Im * Im);

    public static ComplexNumber operator +(ComplexNumber left, ComplexNumber right) => new(left.Re + right.Re, left.Im + right.Im);

    public static ComplexNumber operator *(ComplexNumber left, ComplexNumber right) =>
        new((left.Re * right.Re) - (left.Im * right.Im), (left.Re * right.Im) + (left.Im * right.Re));
}
