using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace Samples.Explained;

/// <summary>Boosted trees on the log loss: each tree fits what the ones before it leave, split by split, on the tenths of each input.</summary>
public static class Boosting
{
    private const int Cuts = 16;
    private const double Damping = 4; // keeps leaves of few applicants small

    public static JsonObject Run(double[] rows, double[] paidBack, int trees, int depth, double rate)
    {
        double start = Math.Round(Math.Log(paidBack.Average() / (1 - paidBack.Average())), 6);
        double[] margins = new double[paidBack.Length];
        Array.Fill(margins, start);
        double[][] cuts = [.. Enumerable.Range(0, Applicants.Names.Length).Select(i => CutsOf(rows, i))];
        JsonArray ensemble = [];
        for (int t = 0; t < trees; t++)
        {
            double[] gradient = [.. margins.Select((m, r) => paidBack[r] - (1 / (1 + Math.Exp(-m))))];
            double[] curvature = [.. margins.Select(static m => Math.Exp(-Math.Abs(m)) / Math.Pow(1 + Math.Exp(-Math.Abs(m)), 2))];
            Tree tree = new();
            tree.Grow(rows, cuts, gradient, curvature, [.. Enumerable.Range(0, paidBack.Length)], depth, rate, margins);
            ensemble.Add((JsonNode)new JsonObject
            {
                ["feature"] = Json.Array(tree.Feature),
                ["threshold"] = Json.Array(tree.Threshold),
                ["left"] = Json.Array(tree.Left),
                ["right"] = Json.Array(tree.Right),
                ["value"] = Json.Array(tree.Value),
            });
        }
        return new() { ["kind"] = "trees", ["link"] = "logistic", ["start"] = start, ["trees"] = ensemble };
    }

    private static double[] CutsOf(double[] rows, int input)
    {
        double[] sorted = [.. rows.Where((_, k) => k % Applicants.Names.Length == input).Order()];
        return [.. Enumerable.Range(1, Cuts - 1).Select(c => Math.Round(sorted[c * sorted.Length / Cuts], 4)).Distinct()];
    }

    private sealed class Tree
    {
        public List<int> Feature { get; } = [];

        public List<double> Threshold { get; } = [];

        public List<int> Left { get; } = [];

        public List<int> Right { get; } = [];

        public List<double> Value { get; } = [];

        public int Grow(double[] rows, double[][] cuts, double[] gradient, double[] curvature, int[] members, int depth, double rate, double[] margins)
        {
            int node = Value.Count, inputs = cuts.Length;
            double slope = members.Sum(r => gradient[r]), bend = members.Sum(r => curvature[r]);
            double leaf = Math.Round(rate * slope / (bend + Damping), 6);
            Feature.Add(-1);
            Threshold.Add(0);
            Left.Add(-1);
            Right.Add(-1);
            Value.Add(leaf);
            (double gain, int feature, double threshold) = depth == 0 ? default : Best(rows, cuts, gradient, curvature, members, slope, bend);
            if (gain <= 1e-9)
            {
                foreach (int r in members)
                {
                    margins[r] += leaf;
                }
                return node;
            }
            (Feature[node], Threshold[node], Value[node]) = (feature, threshold, 0);
            Left[node] = Grow(rows, cuts, gradient, curvature, [.. members.Where(r => rows[(r * inputs) + feature] <= threshold)], depth - 1, rate, margins);
            Right[node] = Grow(rows, cuts, gradient, curvature, [.. members.Where(r => rows[(r * inputs) + feature] > threshold)], depth - 1, rate, margins);
            return node;
        }

        private static (double Gain, int Feature, double Threshold) Best(double[] rows, double[][] cuts, double[] gradient, double[] curvature, int[] members, double slope, double bend)
        {
            (double Gain, int Feature, double Threshold) best = default;
            for (int i = 0; i < cuts.Length; i++)
            {
                double[] slopes = new double[cuts[i].Length + 1], bends = new double[cuts[i].Length + 1];
                foreach (int r in members)
                {
                    int bin = Array.FindIndex(cuts[i], cut => rows[(r * cuts.Length) + i] <= cut);
                    slopes[bin < 0 ? cuts[i].Length : bin] += gradient[r];
                    bends[bin < 0 ? cuts[i].Length : bin] += curvature[r];
                }
                double left = 0, leftBend = 0;
                for (int c = 0; c < cuts[i].Length; c++)
                {
                    left += slopes[c];
                    leftBend += bends[c];
                    double gain = (left * left / (leftBend + Damping)) + ((slope - left) * (slope - left) / (bend - leftBend + Damping)) - (slope * slope / (bend + Damping));
                    if (gain > best.Gain + 1e-12 && leftBend > 0 && bend > leftBend)
                    {
                        best = (gain, i, cuts[i][c]);
                    }
                }
            }
            return best;
        }
    }
}
