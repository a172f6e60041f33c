using System;
using Proxima;

namespace NumericTests.Batches;

/// <summary>One elementary function each: a lane may be 4 ulp from the scalar companion.</summary>
public static partial class TranscendentalModels
{
    [Gradient, Batch]
    public static double Exponential(double x) => Math.Exp(x);

    [Gradient, Batch]
    public static double Logarithm(double x) => Math.Log(x);

    [Gradient, Batch]
    public static double Sine(double x) => Math.Sin(x);

    [Gradient, Batch]
    public static double Cosine(double x) => Math.Cos(x);

    [Gradient, Batch]
    public static double Tangent(double x) => Math.Tan(x);

    [Gradient, Batch]
    public static double HyperbolicTangent(double x) => Math.Tanh(x);

    [Gradient, Batch]
    public static double Arctangent(double x) => Math.Atan(x);

    [Gradient, Batch]
    public static double CubeRoot(double x) => Math.Cbrt(x);

    [Gradient, Batch]
    public static double Arcsine(double x) => Math.Asin(x);

    [Gradient, Batch]
    public static double Arccosine(double x) => Math.Acos(x);

    [Gradient, Batch]
    public static double ExponentialLessOne(double x) => double.ExpM1(x);

    [Gradient, Batch]
    public static double LogarithmOfOneMore(double x) => double.LogP1(x);

    [Gradient, Batch]
    public static double ErrorFunction(double x) => Special.Erf(x);

    [Gradient, Batch]
    public static double Logistic(double x) => Special.Sigmoid(x);

    [Gradient, Batch]
    public static double SmoothRamp(double x) => Special.SoftPlus(x);

    [Gradient, Batch]
    public static double BinaryLogarithm(double x) => Math.Log2(x);

    [Gradient, Batch]
    public static double Power(double x, double y) => Math.Pow(x, y);

    [Gradient, Batch]
    public static double Angle(double x, double y) => Math.Atan2(x, y);

    [Gradient, Batch]
    public static double Length(double x, double y) => double.Hypot(x, y);
}
