using System;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>Models of which the compiler tells how they are made.</summary>
public static partial class Scores
{
    private static readonly double[] Products =
    [
        -1.982, 0.527, 0.798, 0.162, 1.435, -0.351, 0.64, 0.668, 0.785, -0.739, 2.094, 0.381, 0.981,
        1.043, -0.812, -0.759, 0.606, -0.147, -0.389, -0.3, 0.546, -0.12, -1.884, -0.155, 0.337, -0.303,
        1.379, -1.34, -0.675, 1.539, 0.083, 0.572, 0.449, 0.733, 0.513, -0.988, 2.113, -0.146, 0.262,
    ];

    private static readonly double[] Frequencies =
    [
        1.033, 1.217, 0.521, -1.026, -0.841, 1.167, 0.726, 1.46, 1.243, -0.444, 0.11, 2.379, -0.323,
        -1.132, 2.006, -0.269, 1.205, -1.586, -0.782, 0.249, 0.117, 0.586, 0.793, 0.46, -1.535, 1.268,
        1.021, 0.073, 0.183, -2.175, 0.286, 0.895, -0.6, 0.196, -0.626, 1.356, 2.126, -0.293, -0.542,
    ];

    /// <summary>Friedman's function of five inputs with one product more.</summary>
    [Surrogate]
    public static double Friedman(double x0, double x1, double x2, double x3, double x4) =>
        10 * Math.Sin(Math.PI * x0 * x1) + 20 * (x2 - 0.5) * (x2 - 0.5) + 10 * x3 + 5 * x4 + 4 * x0 * x3;

    /// <summary>A score of 40 inputs in which neighbours interact.</summary>
    [Surrogate]
    public static double Pairs(ReadOnlySpan<double> x)
    {
        double sum = 0.25;
        for (int i = 0; i < Products.Length; i++)
        {
            sum += Products[i] * x[i] * x[i + 1] + Math.Sin(Frequencies[i] * (x[i] + 2 * x[i + 1]));
        }
        return sum;
    }

    /// <summary>A logistic score with a product, a bool, an enum and an integer among its inputs.</summary>
    [Surrogate]
    public static double Loan(double income, double debt, bool owns, Purpose purpose, int dependants)
    {
        double margin = 0.8 * income - 1.3 * debt * (purpose == Purpose.Car ? 1.2 : 1) - 0.25 * dependants;
        if (owns)
        {
            margin += 0.4 + 0.1 * income;
        }
        return 1 / (1 + Math.Exp(-margin));
    }

    /// <summary>The same kind of score in single precision.</summary>
    [Surrogate]
    public static float Single(float income, float debt, float age) => 1 / (1 + MathF.Exp(-(0.8f * income - 1.3f * debt + 0.02f * age * MathF.Sqrt(income))));

    /// <summary>A logistic regression whose weights, and how many they are, only the caller knows.</summary>
    [Surrogate]
    public static double Regression(ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> weights)
    {
        double margin = 0.5;
        for (int i = 0; i < x.Length; i++)
        {
            margin += weights[i] * x[i];
        }
        return 1 / (1 + Math.Exp(-margin));
    }

    /// <summary>Terms with a weight that the caller gives.</summary>
    [Surrogate]
    public static double Weighted(double a, double b, double c, [Constant] double weight) => weight * (a * b + c) + weight * weight + Math.Exp(0.1 * c);

    /// <summary>Integrated gradients written out.</summary>
    [Surrogate(Method = SurrogateMethod.IntegratedGradients)]
    public static double Bend(double a, double b) => Math.Max(a + 2 * b, 0.5) + Math.Abs(a - b) - (b > 1 ? 2 * b : b + 1);

    /// <summary>A model with bounds.</summary>
    [Lipschitz, Surrogate]
    public static double Wave(double x, double y, double z) => x * y + Math.Sin(x + 2 * z);

    /// <summary>A model with second derivatives.</summary>
    [Hessian]
    public static double Curved(double x, double y, double z) => Math.Sin(x + y) + x * y * z + Math.Exp(0.5 * z);

    /// <summary>Endings of models.</summary>
    [Surrogate]
    public static double Growth(double a, double b) => 100 * Math.Exp(0.3 * a - 0.2 * b) + 5;

    [Surrogate]
    public static double Survival(double a, double b) => 1 - 1 / (1 + Math.Exp(-(a + b * b)));

    [Surrogate]
    public static double Hinge(double a, double b) => Math.Log(1 + Math.Exp(a - 0.5 * b));

    [Surrogate]
    public static double Distance(double a, double b) => Math.Sqrt(a * a + b * b);
}

/// <summary>What a loan is for.</summary>
public enum Purpose
{
    Home,
    Car,
    Other,
}
