using System.Numerics;
using Proxima;

namespace NumericTests.Library;

/// <summary>Models of complex numbers.</summary>
public static partial class ComplexModels
{
    [Gradient]
    public static double Arithmetic(Complex z, Complex w, double s)
    {
        Complex sum = (z * w) + (s / z) - (w / (z - s)) + (-Complex.Conjugate(w) * s) + Complex.One;
        return Complex.Abs(sum) + (sum.Phase * z.Magnitude) + (Complex.FromPolarCoordinates(s, z.Real) * w).Imaginary;
    }

    [Gradient]
    public static double Functions(Complex z, Complex w)
    {
        Complex sum = Complex.Exp(z) + (Complex.Log(w) * Complex.Sin(z)) - (Complex.Cos(w) * Complex.Sqrt(z)) + Complex.Tan(z) + (Complex.Sinh(w) / Complex.Cosh(z)) + Complex.Tanh(w);
        return sum.Real + (2 * sum.Imaginary);
    }

    [Gradient]
    public static double Powers(Complex z, Complex w, double s)
    {
        Complex sum = Complex.Pow(z, w) + Complex.Pow(w, s) + (Complex.Sqrt(w) * Complex.ImaginaryOne);
        return sum.Real - (3 * sum.Imaginary);
    }

    [Gradient]
    public static double Root(Complex z) => Complex.Sqrt(z).Real + (2 * Complex.Sqrt(z).Imaginary);

    [Gradient]
    public static double Square(Complex z) => Complex.Pow(z, 2).Real + Complex.Pow(z, 1).Imaginary;
}
