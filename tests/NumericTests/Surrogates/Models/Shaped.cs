using System;
using System.Numerics;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>Explained models of every shape of variable: vectors, structs, tuples, matrices, and these with numbers and arrays.</summary>
public static partial class Shaped
{
    [Surrogate]
    public static double Vector2Of(Vector2 position, double weight) => weight * position.X * position.Y + Math.Sin(position.X) - 2 * position.Y;

    [Surrogate]
    public static float Vector3Of(Vector3 position) => position.X * position.Y + MathF.Sin(position.Z) + 0.5f * position.X;

    /// <summary>Four numbers in one term, and a link.</summary>
    [Surrogate]
    public static double Vector4Of(Vector4 position) => 1 / (1 + Math.Exp(-(position.X * Math.Cos(position.Y * position.Z) * position.W)));

    [Surrogate]
    public static double StructOf(Point point) => point.X * point.X * point.Y + 3 * point.X;

    [Surrogate]
    public static double NestedStructOf(Segment segment, double scale) => scale * (segment.From.X - segment.To.X) + segment.From.Y * segment.To.Y;

    /// <summary>What is no real is the row's own and is not explained.</summary>
    [Surrogate]
    public static double StatefulStructOf(Applicant applicant) => applicant.Income * applicant.Purpose + applicant.Debt * applicant.Debt * applicant.Income;

    /// <summary>The same with an array, of which each row has one.</summary>
    [Surrogate]
    public static double StatefulStructAndArrayOf(Applicant applicant, ReadOnlySpan<double> x) => applicant.Income * applicant.Purpose * x[0] + x[1] * applicant.Debt;

    [Surrogate]
    public static double TupleOf((double Income, double Debt) person, double age) => person.Income * age - person.Debt * person.Debt + Math.Exp(0.1 * age);

    [Surrogate]
    public static double MatrixOf(double[,] matrix, double scale)
    {
        double sum = 0;
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            double row = 1;
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                row *= matrix[i, j];
            }
            sum += scale * row;
        }
        return sum;
    }

    [Surrogate]
    public static float SingleMatrixOf(float[,] matrix) => matrix[0, 0] * matrix[1, 1] - matrix[0, 1] * matrix[1, 0];

    [Surrogate]
    public static double StructAndArrayOf(Point point, ReadOnlySpan<double> x, Vector2 rest) => point.X * x[0] * rest.Y + x[1] * point.Y * x[2] + rest.X;

    [Surrogate]
    public static double ByReference(in double a, in double b) => a * b + a;

    [Surrogate(Method = SurrogateMethod.IntegratedGradients)]
    public static double PathOf(Point point, (double First, double Second) pair) => Math.Max(point.X + pair.First, 0) - Math.Abs(point.Y - pair.Second);
}

/// <summary>A struct of the user's own.</summary>
public readonly record struct Point(double X, double Y);

/// <summary>A struct of structs.</summary>
public readonly record struct Segment(Point From, Point To);

/// <summary>A struct with state that is no real.</summary>
public struct Applicant
{
    public double Income { get; set; }

    public int Purpose { get; set; }

    public double Debt { get; set; }
}
