using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace NumericTests.AdBench;

internal sealed record GmmProblem(int D, int K, int N, double[] Alphas, double[] Means, double[] Icf, double[] X, double Gamma, int M);

internal sealed record LstmProblem(int Layers, int Length, int Bits, double[] Main, double[] Extra, double[] State, double[] Sequence);

internal sealed record AdBenchGolden(double Objective, double[] Gradient);

/// <summary>Reads the problems and their reference gradients; the formats are whitespace-separated numbers.</summary>
internal static class AdBenchFiles
{
    public static GmmProblem Gmm(string name)
    {
        Numbers numbers = new(PathOf("gmm", name + ".txt"));
        (int d, int k, int n) = (numbers.Integer(), numbers.Integer(), numbers.Integer());
        return new(
            d, k, n, numbers.Reals(k), numbers.Reals(k * d), numbers.Reals(k * d * (d + 1) / 2), numbers.Reals(n * d), numbers.Real(), numbers.Integer());
    }

    public static LstmProblem Lstm(string name)
    {
        Numbers numbers = new(PathOf("lstm", name + ".txt"));
        (int layers, int length, int bits) = (numbers.Integer(), numbers.Integer(), numbers.Integer());
        return new(
            layers, length, bits,
            numbers.Reals(8 * layers * bits), numbers.Reals(3 * bits), numbers.Reals(2 * layers * bits), numbers.Reals(length * bits));
    }

    public static AdBenchGolden Golden(string folder, string name)
    {
        Numbers numbers = new(PathOf(folder, name + ".golden.txt"));
        numbers.Word("objective");
        double objective = numbers.Real();
        numbers.Word("gradient");
        return new(objective, numbers.Reals(numbers.Integer()));
    }

    private static string PathOf(string folder, string file) =>
        Path.Combine(SharedData.Find(Folder) ?? throw new DirectoryNotFoundException(Folder), folder, file);

    public const string Folder = "data/adbench";

    /// <summary>The tokens of a file, in order; lines that start with # are comments.</summary>
    private sealed class Numbers(string path)
    {
        private readonly Queue<string> _tokens = Tokens(path);

        public int Integer() => int.Parse(_tokens.Dequeue(), CultureInfo.InvariantCulture);

        public double Real() => double.Parse(_tokens.Dequeue(), CultureInfo.InvariantCulture);

        public double[] Reals(int count)
        {
            double[] reals = new double[count];
            for (int i = 0; i < count; i++)
            {
                reals[i] = Real();
            }
            return reals;
        }

        public void Word(string expected)
        {
            string found = _tokens.Dequeue();
            if (found != expected)
            {
                throw new InvalidDataException(path + ": expected '" + expected + "', found '" + found + "'");
            }
        }

        private static Queue<string> Tokens(string path)
        {
            Queue<string> tokens = [];
            foreach (string line in File.ReadLines(path))
            {
                if (!line.StartsWith('#'))
                {
                    foreach (string token in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    {
                        tokens.Enqueue(token);
                    }
                }
            }
            return tokens;
        }
    }
}
