using System;
using Proxima;

namespace Benchmarks;

/// <summary>Functions that are approximated to the precision that each row of the benchmark is about.</summary>
public static partial class Approximations
{
    [Approximate(-87, 88, Ulps = 1)]
    public static float Exp1(float x) => MathF.Exp(x);

    [Approximate(-87, 88, Ulps = 2)]
    public static float Exp2(float x) => MathF.Exp(x);

    [Approximate(-80, 80, RelativeError = 1e-5)]
    public static float ExpFive(float x) => MathF.Exp(x);

    [Approximate(-80, 80, RelativeError = 1e-3)]
    public static float ExpThree(float x) => MathF.Exp(x);

    [Approximate(-80, 80, RelativeError = 1e-5, Clamp = false)]
    public static float ExpFiveInside(float x) => MathF.Exp(x);

    [Approximate(-80, 80, RelativeError = 1e-3, Clamp = false)]
    public static float ExpThreeInside(float x) => MathF.Exp(x);

    [Approximate(1e-37, 1e38, Ulps = 2, Clamp = false)]
    public static float LogInside(float x) => MathF.Log(x);

    [Approximate(-700, 700, Ulps = 1.5, Clamp = false)]
    public static double DoubleExpInside(double x) => Math.Exp(x);

    [Approximate(-1, 1, RelativeError = 1e-15)]
    public static double ExpMany(double x) => Math.Exp(x);

    [Approximate(-1, 1, RelativeError = 1e-15, Latency = true)]
    public static double ExpSoon(double x) => Math.Exp(x);

    [Approximate(1e-37, 1e38, Ulps = 2)]
    public static float Log(float x) => MathF.Log(x);

    [Approximate(-100, 100, Ulps = 2.4)]
    public static float Sin(float x) => MathF.Sin(x);

    [Approximate(-10, 10, Ulps = 4.5)]
    public static float Tanh(float x) => MathF.Tanh(x);

    [Approximate(-20, 20, Ulps = 5)]
    public static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

    [Approximate(-4, 4, MaxError = 1e-6)]
    public static float Erf(float x) => (float)Special.Erf(x);

    [Approximate(-700, 700, Ulps = 1.5)]
    public static double DoubleExp(double x) => Math.Exp(x);

    [Approximate(-100, 100, Ulps = 2.4)]
    public static double DoubleSin(double x) => Math.Sin(x);
}
