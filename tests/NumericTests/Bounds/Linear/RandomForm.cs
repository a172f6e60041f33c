using System;
using System.Collections.Generic;
using Proxima;

namespace NumericTests.Bounds.Linear;

/// <summary>A straight-line program of operations that are defined everywhere, to run on forms and on numbers.</summary>
internal sealed class RandomForm
{
    public const int Inputs = 3;

    private readonly List<(int Operation, int Left, int Right, double Constant)> _steps = [];

    public static RandomForm Generate(int seed)
    {
        Random random = new(seed);
        RandomForm program = new();
        int count = 3 + random.Next(12);
        for (int i = 0; i < count; i++)
        {
            program._steps.Add((random.Next(15), random.Next(Inputs + i), random.Next(Inputs + i), (4 * random.NextDouble()) - 2));
        }
        return program;
    }

    public Form Trace(Form[] x)
    {
        List<Form> values = [.. x];
        foreach ((int operation, int left, int right, double c) in _steps)
        {
            Form a = values[left], b = values[right];
            values.Add(operation switch
            {
                0 => a + b,
                1 => a - (c * b),
                2 => a * b,
                3 => Form.Tanh(a) * b,
                4 => Form.Sin(a),
                5 => Form.Sigmoid(a) + c,
                6 => Form.Max(a, b),
                7 => Form.Min(a, c),
                8 => Form.Abs(a),
                9 => a / (1.0 + Form.Sqr(b)),
                10 => Form.Exp(Form.Tanh(a)),
                11 => Form.Sqrt(1.0 + Form.Sqr(a)),
                12 => Form.Select(Form.Greater(a, b), a - b, c * (b - a)),
                13 => Form.Log(2.0 + Form.Sin(a)),
                _ => Form.Atan(a) - Form.Clamp(b, -0.5, 0.75),
            });
        }
        return values[^1];
    }

    public double Evaluate(Interval[] point)
    {
        List<double> values = [.. Array.ConvertAll(point, static x => x.Lo)];
        foreach ((int operation, int left, int right, double c) in _steps)
        {
            double a = values[left], b = values[right];
            values.Add(operation switch
            {
                0 => a + b,
                1 => a - (c * b),
                2 => a * b,
                3 => Math.Tanh(a) * b,
                4 => Math.Sin(a),
                5 => (1 / (1 + Math.Exp(-a))) + c,
                6 => Math.Max(a, b),
                7 => Math.Min(a, c),
                8 => Math.Abs(a),
                9 => a / (1 + (b * b)),
                10 => Math.Exp(Math.Tanh(a)),
                11 => Math.Sqrt(1 + (a * a)),
                12 => a > b ? a - b : c * (b - a),
                13 => Math.Log(2 + Math.Sin(a)),
                _ => Math.Atan(a) - Math.Clamp(b, -0.5, 0.75),
            });
        }
        return values[^1];
    }
}
