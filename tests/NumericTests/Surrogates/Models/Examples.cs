using System;
using System.Collections.Generic;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>Models that tests explain.</summary>
internal static class Examples
{
    /// <summary>Friedman's function of five inputs with one product more, in its four additive terms.</summary>
    public static Sums Friedman() => new(
        5,
        SurrogatePieces.Smooth,
        new([0, 1], x => 10 * Math.Sin(Math.PI * x[0] * x[1]), x => [10 * Math.PI * x[1] * Math.Cos(Math.PI * x[0] * x[1]), 10 * Math.PI * x[0] * Math.Cos(Math.PI * x[0] * x[1])]),
        new([2], x => 20 * (x[0] - 0.5) * (x[0] - 0.5), x => [40 * (x[0] - 0.5)]),
        new([0, 3], x => (10 * x[1]) + (4 * x[0] * x[1]), x => [4 * x[1], 10 + (4 * x[0])]),
        new([4], x => 5 * x[0], x => [5]));

    /// <summary>The same as one term of which nothing is known.</summary>
    public static Sums FriedmanWhole()
    {
        Sums parts = Friedman();
        return new(5, SurrogatePieces.Smooth, new Part([0, 1, 2, 3, 4], x => parts.Value(x), x =>
        {
            double[] gradient = new double[5];
            parts.Gradient(x, gradient);
            return gradient;
        }));
    }

    /// <summary>A net with tanh units and a logistic link.</summary>
    public static Layers Net(int inputs, int hidden, ulong seed, Activation activation = Activation.Tanh, Activation link = Activation.Sigmoid)
    {
        Numbers numbers = new(seed);
        return new(
            new Layer(numbers.Normals(hidden * inputs, 1.2 / Math.Sqrt(inputs)), numbers.Normals(hidden, 0.3), activation),
            new Layer(numbers.Normals(hidden, 3 / Math.Sqrt(hidden)), [0], link));
    }

    /// <summary>A net of two hidden layers of rectified units.</summary>
    public static Layers Rectified(int inputs, Activation link)
    {
        Numbers numbers = new(16);
        return new(
            new Layer(numbers.Normals(16 * inputs, 1 / Math.Sqrt(inputs)), numbers.Normals(16, 0.3), Activation.Relu),
            new Layer(numbers.Normals(8 * 16, 0.3), numbers.Normals(8, 0.3), Activation.Relu),
            new Layer(numbers.Normals(8, 1), [0.1], link));
    }

    /// <summary>A score of 40 variables in which neighbours interact.</summary>
    public static Sums Pairs()
    {
        const int Variables = 40;
        Numbers numbers = new(40);
        Part[] parts = new Part[Variables - 1];
        for (int i = 0; i < parts.Length; i++)
        {
            double a = numbers.Normal(), b = numbers.Normal();
            parts[i] = new([i, i + 1], x => (a * x[0] * x[1]) + Math.Sin(b * (x[0] + (2 * x[1]))), x =>
            {
                double slope = b * Math.Cos(b * (x[0] + (2 * x[1])));
                return [(a * x[1]) + slope, (a * x[0]) + (2 * slope)];
            });
        }
        return new(Variables, SurrogatePieces.Smooth, parts);
    }

    /// <summary>A boosted ensemble of 100 trees of depth 4 over 10 features: one term a tree, with the features that the tree asks.</summary>
    public static Sums Trees()
    {
        Numbers numbers = new(100);
        List<Part> parts = [];
        for (int t = 0; t < 100; t++)
        {
            int[] features = new int[15];
            double[] thresholds = new double[15];
            for (int node = 0; node < 15; node++)
            {
                features[node] = (int)(numbers.Uniform() * 10);
                thresholds[node] = numbers.Normal();
            }
            double[] leaves = numbers.Normals(16, 0.1);
            int[] variables = [.. new SortedSet<int>(features)];
            int[] local = Array.ConvertAll(features, f => Array.BinarySearch(variables, f));
            parts.Add(new(variables, x =>
            {
                int node = 0;
                while (node < 15)
                {
                    node = (2 * node) + (x[local[node]] <= thresholds[node] ? 1 : 2);
                }
                return leaves[node - 15];
            }, x => new double[x.Length]));
        }
        return new(10, SurrogatePieces.Steps, [.. parts]);
    }
}
