using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace Samples.Explained;

/// <summary>Trains what a data scientist would have exported: a logistic regression, a net of eight tanh units, and boosted trees.</summary>
public static class Training
{
    public static void Run(string folder)
    {
        (double[] rows, double[] paidBack) = Applicants.Draw(4000, seed: 7);
        Directory.CreateDirectory(folder);
        Export(Path.Combine(folder, "Logistic.json"), Net(rows, paidBack, hidden: 0, steps: 4000, rate: 0.02));
        Export(Path.Combine(folder, "Net.json"), Net(rows, paidBack, hidden: 8, steps: 6000, rate: 0.01));
        Export(Path.Combine(folder, "Trees.json"), Boosting.Run(rows, paidBack, trees: 100, depth: 4, rate: 0.1));
    }

    private static void Export(string file, JsonObject model)
    {
        File.WriteAllText(file, model.ToJsonString() + "\n");
        Console.WriteLine(file);
    }

    // Adam on mini-batches of 64 in the order of the data.
    private static JsonObject Net(double[] rows, double[] paidBack, int hidden, int steps, double rate)
    {
        int inputs = Applicants.Names.Length, size = hidden == 0 ? inputs + 1 : (hidden * (inputs + 1)) + hidden + 1;
        double[] weights = new double[size], gradient = new double[size], mean = new double[size], square = new double[size];
        uint state = 3;
        for (int k = 0; hidden > 0 && k < size; k++)
        {
            state = (1664525 * state) + 1013904223;
            weights[k] = ((state >> 8) * (1.0 / (1 << 24)) - 0.5) * 0.8;
        }
        for (int step = 1; step <= steps; step++)
        {
            Array.Clear(gradient);
            for (int b = 0; b < 64; b++)
            {
                int row = ((step * 64) + b) % paidBack.Length;
                Add(weights, rows.AsSpan(row * inputs, inputs), paidBack[row], hidden, gradient);
            }
            for (int k = 0; k < size; k++)
            {
                mean[k] = (0.9 * mean[k]) + (0.1 * gradient[k] / 64);
                square[k] = (0.999 * square[k]) + (0.001 * gradient[k] * gradient[k] / 4096);
                double fade = rate / (1 + (4.0 * step / steps));
                weights[k] -= fade * mean[k] / (1 - Math.Pow(0.9, step)) / (Math.Sqrt(square[k] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }
        double[] exported = [.. weights.Select(static w => Math.Round(w, 4))];
        JsonArray layers = hidden == 0
            ? new(Layer(exported, inputs, 1, 0, "sigmoid"))
            : new(Layer(exported, inputs, hidden, 0, "tanh"), Layer(exported, hidden, 1, hidden * (inputs + 1), "sigmoid"));
        return new() { ["kind"] = "net", ["layers"] = layers };
    }

    private static JsonObject Layer(double[] weights, int inputs, int units, int start, string activation) => new()
    {
        ["activation"] = activation,
        ["weights"] = new JsonArray([.. Enumerable.Range(0, units).Select(j => Json.Array(weights[(start + (j * inputs))..(start + ((j + 1) * inputs))]))]),
        ["offsets"] = Json.Array(weights[(start + (units * inputs))..(start + (units * (inputs + 1)))]),
    };

    // The gradient of the log loss of one applicant.
    private static void Add(double[] weights, ReadOnlySpan<double> x, double paidBack, int hidden, double[] gradient)
    {
        int inputs = x.Length, last = hidden * (inputs + 1);
        Span<double> units = stackalloc double[Math.Max(hidden, inputs)];
        for (int j = 0; j < hidden; j++)
        {
            double sum = weights[(hidden * inputs) + j];
            for (int i = 0; i < inputs; i++)
            {
                sum += weights[(j * inputs) + i] * x[i];
            }
            units[j] = Math.Tanh(sum);
        }
        if (hidden == 0)
        {
            x.CopyTo(units);
        }
        int width = hidden == 0 ? inputs : hidden;
        double margin = weights[last + width];
        for (int j = 0; j < width; j++)
        {
            margin += weights[last + j] * units[j];
        }
        double error = (1 / (1 + Math.Exp(-margin))) - paidBack;
        gradient[last + width] += error;
        for (int j = 0; j < width; j++)
        {
            gradient[last + j] += error * units[j];
            for (int i = 0; hidden > 0 && i <= inputs; i++)
            {
                double slope = error * weights[last + j] * (1 - (units[j] * units[j]));
                gradient[i == inputs ? (hidden * inputs) + j : (j * inputs) + i] += slope * (i == inputs ? 1 : x[i]);
            }
        }
    }
}
