using System;
using Proxima;

namespace Benchmarks;

/// <summary>Elementary functions one by one, for their lanes.</summary>
public static partial class Functions
{
    [Batch]
    public static double Exp(double x) => Math.Exp(x);

    [Batch]
    public static double ExpM1(double x) => double.ExpM1(x);

    [Batch]
    public static double Log(double x) => Math.Log(x);

    [Batch]
    public static double LogP1(double x) => double.LogP1(x);

    [Batch]
    public static double Sin(double x) => Math.Sin(x);

    [Batch]
    public static double Cos(double x) => Math.Cos(x);

    [Batch]
    public static double Tan(double x) => Math.Tan(x);

    [Batch]
    public static double Tanh(double x) => Math.Tanh(x);

    [Batch]
    public static double Sigmoid(double x) => Special.Sigmoid(x);

    [Batch]
    public static double SoftPlus(double x) => Special.SoftPlus(x);

    [Batch]
    public static double Atan(double x) => Math.Atan(x);

    [Batch]
    public static double Asin(double x) => Math.Asin(x);

    [Batch]
    public static double Acos(double x) => Math.Acos(x);

    [Batch]
    public static double Atan2(double x) => Math.Atan2(x, 0.7);

    [Batch]
    public static double Pow(double x) => Math.Pow(x, 1.7);

    [Batch]
    public static double Cbrt(double x) => Math.Cbrt(x);

    [Batch]
    public static double Erf(double x) => Special.Erf(x);

    [Batch]
    public static double Sqrt(double x) => Math.Sqrt(x);
}
