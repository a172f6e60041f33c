using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Groups C and D: recurrences in time.</summary>
public static partial class TimeStepping
{
    private static readonly double[] CellInputs = [0.5, -0.2, 0.8];

    /// <summary>Lotka–Volterra, twenty classical Runge–Kutta steps.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double PredatorAndPrey(double a, double b, double c, double d, double u0, double w0)
    {
        const double h = 0.05;
        double u = u0, w = w0;
        for (int step = 0; step < 20; step++)
        {
            (double u1, double w1) = Rate(u, w);
            (double u2, double w2) = Rate(u + (h / 2 * u1), w + (h / 2 * w1));
            (double u3, double w3) = Rate(u + (h / 2 * u2), w + (h / 2 * w2));
            (double u4, double w4) = Rate(u + (h * u3), w + (h * w3));
            u += h / 6 * (u1 + (2 * u2) + (2 * u3) + u4);
            w += h / 6 * (w1 + (2 * w2) + (2 * w3) + w4);
        }
        return u + w;

        (double U, double W) Rate(double prey, double predator) =>
            ((a * prey) - (b * prey * predator), (-c * predator) + (d * prey * predator));
    }

    /// <summary>Three steps of a gated cell of size one; weights, then biases.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double GatedCell(ReadOnlySpan<double> weights, ReadOnlySpan<double> biases)
    {
        double h = 0.1, c = 0.1;
        for (int t = 0; t < CellInputs.Length; t++)
        {
            double x = CellInputs[t];
            double forget = Sigmoid((weights[0] * x) + biases[0]);
            double input = Sigmoid((weights[1] * h) + biases[1]);
            double output = Sigmoid((weights[2] * x) + biases[2]);
            double change = Math.Tanh((weights[3] * h) + biases[3]);
            c = (c * forget) + (input * change);
            h = output * Math.Tanh(c);
        }
        return h;
    }

    /// <summary>Semi-implicit Euler.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Pendulum(double angle, double velocity, double length)
    {
        const double h = 0.02, gravity = 9.81;
        for (int step = 0; step < 50; step++)
        {
            velocity -= h * gravity / length * Math.Sin(angle);
            angle += h * velocity;
        }
        return (angle * angle) + (velocity * velocity);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
