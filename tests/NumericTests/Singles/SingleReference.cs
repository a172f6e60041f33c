using System;
using System.Runtime.Intrinsics;
using Proxima;

namespace NumericTests.Singles;

/// <summary>
/// Functions of single-precision arguments in double precision, eight at a time, from the exponential, the logarithm, the sine and the cosine of <see cref="VectorMath"/>, which other
/// tests hold to 4 ulp of double precision. A few such operations stay within 50 ulp, which is 1e-7 ulp of single precision. Inverse functions are checked by the function itself:
/// the reference is the kernel's value plus what the function says is missing.
/// </summary>
internal static class SingleReference
{
    private static readonly Vector512<double> One = Vector512<double>.One;
    private static readonly Vector512<double> Infinity = Vector512.Create(double.PositiveInfinity);

    public static Vector512<double> Exp(Vector512<double> x, Vector512<double> value) => VectorMath.Exp(x);

    public static Vector512<double> ExpM1(Vector512<double> x, Vector512<double> value)
    {
        Vector512<double> tanh = VectorMath.Tanh(x * Vector512.Create(0.5));
        Vector512<double> near = (tanh + tanh) / (One - tanh);
        return Select(Vector512.LessThan(Vector512.Abs(x), One), near, VectorMath.Exp(x) - One);
    }

    public static Vector512<double> Log(Vector512<double> x, Vector512<double> value)
    {
        Vector512<double> isOrdinary = Vector512.GreaterThan(x, Vector512<double>.Zero) & Vector512.LessThan(x, Infinity);
        Vector512<double> special = Select(Vector512.Equals(x, Vector512<double>.Zero), -Infinity, Select(Vector512.Equals(x, Infinity), x, Vector512.Create(double.NaN)));
        return Select(isOrdinary, VectorMath.Log(Select(isOrdinary, x, One)), special);
    }

    /// <summary>log(u)·x/(u − 1) with u = 1 + x rounded (Kahan 1979).</summary>
    public static Vector512<double> LogP1(Vector512<double> x, Vector512<double> value)
    {
        Vector512<double> sum = One + x;
        Vector512<double> ratio = Select(Vector512.LessThan(Vector512.Abs(x), Vector512.Create(1e30)), x / (sum - One), One);
        return Select(Vector512.Equals(sum, One), x, Log(sum, value) * ratio);
    }

    public static Vector512<double> Sin(Vector512<double> x, Vector512<double> value) => VectorMath.Sin(x);

    public static Vector512<double> Cos(Vector512<double> x, Vector512<double> value) => VectorMath.Cos(x);

    public static Vector512<double> Tan(Vector512<double> x, Vector512<double> value) => VectorMath.Sin(x) / VectorMath.Cos(x);

    public static Vector512<double> Tanh(Vector512<double> x, Vector512<double> value) => VectorMath.Tanh(x);

    public static Vector512<double> Sigmoid(Vector512<double> x, Vector512<double> value)
    {
        Vector512<double> small = VectorMath.Exp(-Vector512.Abs(x));
        return Select(Vector512.LessThan(x, Vector512<double>.Zero), small, One) / (One + small);
    }

    public static Vector512<double> SoftPlus(Vector512<double> x, Vector512<double> value)
    {
        Vector512<double> small = VectorMath.Exp(-Vector512.Abs(x));
        return Vector512.Max(x, Vector512<double>.Zero) + LogP1(small, value);
    }

    /// <summary>θ = y + sin(θ − y), for tan θ = x and the value y.</summary>
    public static Vector512<double> Atan(Vector512<double> x, Vector512<double> value)
    {
        Vector512<double> finite = Vector512.Max(Vector512.Min(x, Vector512.Create(1e40)), Vector512.Create(-1e40));
        Vector512<double> sine = VectorMath.Sin(value), cosine = VectorMath.Cos(value);
        return Select(Vector512.Equals(value, Vector512<double>.Zero), x, value + (((finite * cosine) - sine) / (cosine + (finite * sine))));
    }

    /// <summary>θ = y + sin(θ − y), for sin θ = x and the value y.</summary>
    public static Vector512<double> Asin(Vector512<double> x, Vector512<double> value)
    {
        Vector512<double> other = Vector512.Sqrt((One - x) * (One + x));
        Vector512<double> missing = (x * VectorMath.Cos(value)) - (other * VectorMath.Sin(value));
        return Select(Vector512.Equals(value, Vector512<double>.Zero), x, value + missing);
    }

    /// <summary>θ = y + sin(θ − y), for cos θ = x and the value y.</summary>
    public static Vector512<double> Acos(Vector512<double> x, Vector512<double> value)
    {
        Vector512<double> other = Vector512.Sqrt((One - x) * (One + x));
        return value + ((other * VectorMath.Cos(value)) - (x * VectorMath.Sin(value)));
    }

    /// <summary>One step of Newton's iteration from the value: its square is exact in double precision, its cube is taken away unrounded.</summary>
    public static Vector512<double> Cbrt(Vector512<double> x, Vector512<double> value)
    {
        Vector512<double> isSpecial = Vector512.Equals(x, Vector512<double>.Zero) | Vector512.Equals(Vector512.Abs(x), Infinity);
        Vector512<double> square = value * value;
        return Select(isSpecial, x, value - (Vector512.FusedMultiplyAdd(square, value, -x) / (square * Vector512.Create(3.0))));
    }

    /// <summary>The series near 0 and the limits far away; between them <see cref="Special.Erf(double)"/>, which is slow.</summary>
    public static Vector512<double> Erf(Vector512<double> x, Vector512<double> value)
    {
        Vector512<double> size = Vector512.Abs(x);
        Vector512<double> far = Vector512.CopySign(One, x);
        Vector512<double> near = x * (Vector512.Create(1.1283791670955126) * (One - (x * x * Vector512.Create(1 / 3.0))));
        Vector512<double> isNear = Vector512.LessThan(size, Vector512.Create(1e-4)), isFar = Vector512.GreaterThan(size, Vector512.Create(6.0));
        Vector512<double> result = Select(isNear, near, Select(isFar, far, x));
        ulong between = Vector512.ExtractMostSignificantBits(~(isNear | isFar));
        for (int lane = 0; between != 0; lane++, between >>= 1)
        {
            result = (between & 1) == 0 ? result : result.WithElement(lane, Special.Erf(x[lane]));
        }
        return result;
    }

    private static Vector512<double> Select(Vector512<double> mask, Vector512<double> left, Vector512<double> right) => Vector512.ConditionalSelect(mask, left, right);
}
