using System;
using System.Collections.Generic;
using System.Numerics;

namespace Proxima;

/// <summary>All explanations of a row, and their losses.</summary>
internal static class Comparison<TModel>
    where TModel : struct, ISurrogate<double>
{
    public const int NoisePoints = 1024;
    private const int Scramblings = 8;
    private const double EndWeight = 1e6; // stands for the infinite weight of both ends, as in SHAP's and Captum's regressions

    public static List<Attribution> All(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions options)
    {
        if (options.Groups is not null || baseline.Length != at.Length)
        {
            throw new ArgumentException("Methods are compared by slopes: with one baseline and without groups.", nameof(options));
        }
        List<Attribution> all =
        [
            Explain.Shapley(model, at, baseline, options), Explain.Lime(model, at, baseline, options), Explain.Banzhaf(model, at, baseline, options), Explain.Occlusion(model, at, baseline, options),
        ];
        if (model.Structure is { Pieces: not SurrogatePieces.Steps, Discrete.Count: 0 })
        {
            all.Add(Explain.IntegratedGradients(model, at, baseline, options));
            all.Add(Explain.GradientTimesInput(model, at, baseline, options));
            all.Add(Explain.Gradient(model, at, baseline, options));
            all.Add(Explain.SmoothGrad(model, at, baseline, options));
            all.Add(Explain.CLime(model, at, baseline, options));
        }
        return all;
    }

    /// <summary>The explained output at rows.</summary>
    public static double[] Outputs(TModel model, ReadOnlySpan<double> rows, int count, ExplainOptions options)
    {
        int points = Scratch.Padded(count);
        double[] results = new double[points];
        Points<TModel>.Values(model, model.Structure, IsLinked(model, options), Columns(rows, count, points), points, count, results);
        return results[..count];
    }

    /// <summary>The weighted variance of what slopes leave, and of the values.</summary>
    public static (double Loss, double Variance) SquaredLoss(ReadOnlySpan<double> at, ReadOnlySpan<double> rows, ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<double> slopes)
    {
        double[] left = values.ToArray();
        for (int r = 0; r < left.Length; r++)
        {
            for (int i = 0; i < at.Length; i++)
            {
                left[r] -= slopes[i] * (rows[(r * at.Length) + i] - at[i]);
            }
        }
        return (Variance(left, weights), Variance(values, weights));
    }

    public static LossMatrix Matrix(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions options)
    {
        int methods = Enum.GetValues<ExplainMethod>().Length;
        List<Attribution> all = All(model, at, baseline, options);
        double[,] losses = new double[methods, methods];
        for (int k = 0; k < losses.Length; k++)
        {
            losses[k / methods, k % methods] = double.NaN;
        }
        double[] table = Table(model, at, baseline, options);
        (double[] path, double[] pathWeights) = PathGradients(model, at, baseline, options);
        double[] noise = NoiseGradients(model, at, options, out double variance);
        foreach (Attribution explanation in all)
        {
            (_, double[] slopes) = explanation.ToSlopes();
            double[] parts = new double[at.Length];
            for (int i = 0; i < at.Length; i++)
            {
                parts[i] = explanation.IsSlope ? slopes[i] * (at[i] - baseline[i]) : explanation.Values[i];
            }
            foreach (Attribution own in all)
            {
                losses[(int)explanation.Method, (int)own.Method] = own.Method switch
                {
                    ExplainMethod.Shapley => KernelLoss(table, parts),
                    ExplainMethod.Lime => CoinLoss(table, parts, own, Probabilities(at, baseline, options)),
                    ExplainMethod.Banzhaf => CoinLoss(table, parts, own, Halves(at.Length)),
                    ExplainMethod.Occlusion or ExplainMethod.GradientTimesInput => Distance(parts, own.Values),
                    ExplainMethod.Gradient => Distance(slopes, own.Values),
                    ExplainMethod.IntegratedGradients => GradientLoss(path, pathWeights, parts),
                    ExplainMethod.SmoothGrad => GradientLoss(noise, [], slopes),
                    ExplainMethod.CLime => NoiseLoss(variance, slopes, own.Values, options),
                    _ => throw new InvalidOperationException($"'{own.Method}' has no loss."),
                };
            }
        }
        return new(all, losses);
    }

    private static bool IsLinked(TModel model, ExplainOptions options) => model.Structure.HasLink && options.Scale == OutputScale.Result;

    private static double[] Columns(ReadOnlySpan<double> rows, int count, int points)
    {
        int dimension = rows.Length / count;
        double[] columns = new double[dimension * points];
        for (int i = 0; i < dimension; i++)
        {
            for (int r = 0; r < points; r++)
            {
                columns[(i * points) + r] = rows[(Math.Min(r, count - 1) * dimension) + i];
            }
        }
        return columns;
    }

    private static double Variance(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double mean = 0, variance = 0;
        for (int r = 0; r < values.Length; r++)
        {
            mean += weights[r] * values[r];
        }
        for (int r = 0; r < values.Length; r++)
        {
            variance += weights[r] * (values[r] - mean) * (values[r] - mean);
        }
        return variance;
    }

    private static double[] Table(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions options)
    {
        int dimension = at.Length, count = 1 << dimension;
        double[] rows = new double[count * dimension];
        for (int k = 0; k < rows.Length; k++)
        {
            rows[k] = ((k / dimension >> (k % dimension)) & 1) != 0 ? at[k % dimension] : baseline[k % dimension];
        }
        return Outputs(model, rows, count, options);
    }

    private static double[] Halves(int players)
    {
        double[] q = new double[players];
        Array.Fill(q, 0.5);
        return q;
    }

    private static double[] Probabilities(ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions options)
    {
        double[] q = new double[at.Length];
        double width = options.KernelWidth ?? (0.75 * Math.Sqrt(at.Length));
        for (int i = 0; i < q.Length; i++)
        {
            double scale = options.Scales?[i] ?? 1, way = scale > 0 ? (at[i] - baseline[i]) / (scale * width) : 0;
            q[i] = 1 / (1 + Math.Exp(-way * way));
        }
        return q;
    }

    // Σ kernel · (v − v₀ − Σ parts)², with a large weight where all players are in.
    private static double KernelLoss(double[] table, double[] parts)
    {
        ShapleyWeights weights = ShapleyWeights.Of(parts.Length);
        double loss = 0;
        for (int m = 1; m < table.Length; m++)
        {
            double left = table[m] - table[0];
            for (int i = 0; i < parts.Length; i++)
            {
                left -= ((m >> i) & 1) * parts[i];
            }
            loss += (m == table.Length - 1 ? EndWeight : weights.Kernel[BitOperations.PopCount((uint)m)]) * left * left;
        }
        return weights.Total > 0 ? loss / weights.Total : loss;
    }

    // The normal equations of coins are diagonal: the loss of other parts is the least one and a weighted distance.
    private static double CoinLoss(double[] table, double[] parts, Attribution own, double[] q)
    {
        double loss = Multilinear.Variance(table, q);
        for (int i = 0; i < parts.Length; i++)
        {
            double weight = q[i] * (1 - q[i]), away = parts[i] - own.Values[i];
            loss += weight * ((away * away) - (own.Values[i] * own.Values[i]));
        }
        return Math.Max(0, loss);
    }

    private static double Distance(double[] left, double[] right)
    {
        double squares = 0;
        for (int i = 0; i < left.Length; i++)
        {
            squares += (left[i] - right[i]) * (left[i] - right[i]);
        }
        return squares;
    }

    // E ‖gradient − slopes‖²; gradients row-major, equal weights when none are given.
    private static double GradientLoss(double[] gradients, double[] weights, double[] slopes)
    {
        int count = slopes.Length == 0 ? 0 : gradients.Length / slopes.Length;
        double loss = 0;
        for (int r = 0; r < count; r++)
        {
            double weight = weights.Length == 0 ? 1.0 / count : weights[r];
            for (int i = 0; i < slopes.Length; i++)
            {
                double left = gradients[(r * slopes.Length) + i] - slopes[i];
                loss += weight * left * left;
            }
        }
        return loss;
    }

    // By Stein's identity the covariance of noise and output is σ² times the average gradient, so the loss is its least value and σ² times a distance.
    private static double NoiseLoss(double variance, double[] slopes, double[] average, ExplainOptions options)
    {
        double loss = variance;
        for (int i = 0; i < slopes.Length; i++)
        {
            double sigma = options.Sigma * (options.Scales?[i] ?? 1), away = slopes[i] - average[i];
            loss += sigma * sigma * ((away * away) - (average[i] * average[i]));
        }
        return Math.Max(0, loss);
    }

    private static (double[] Gradients, double[] Weights) PathGradients(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions options)
    {
        GaussLegendre rule = GaussLegendre.Of(127);
        double[] rows = new double[rule.Count * at.Length];
        for (int k = 0; k < rows.Length; k++)
        {
            int i = k % at.Length;
            rows[k] = baseline[i] + (rule.Nodes[k / at.Length] * (at[i] - baseline[i]));
        }
        double[] gradients = Gradients(model, rows, rule.Count, options, out _);
        for (int k = 0; k < gradients.Length; k++)
        {
            gradients[k] *= at[k % at.Length] - baseline[k % at.Length];
        }
        return (gradients, rule.Weights);
    }

    private static double[] NoiseGradients(TModel model, ReadOnlySpan<double> at, ExplainOptions options, out double variance)
    {
        const int Each = NoisePoints / Scramblings;
        double[] rows = new double[NoisePoints * at.Length];
        for (int number = 0; number < Scramblings; number++)
        {
            double[] noise = Cloud.Normal(at.Length, Each, number).Columns;
            for (int k = 0; k < Each * at.Length; k++)
            {
                int i = k % at.Length;
                rows[(number * Each * at.Length) + k] = at[i] + (options.Sigma * (options.Scales?[i] ?? 1) * noise[(i * Each) + (k / at.Length)]);
            }
        }
        double[] gradients = Gradients(model, rows, NoisePoints, options, out double[] values), weights = new double[NoisePoints];
        Array.Fill(weights, 1.0 / NoisePoints);
        variance = Variance(values, weights);
        return gradients;
    }

    private static double[] Gradients(TModel model, double[] rows, int count, ExplainOptions options, out double[] values)
    {
        int points = Scratch.Padded(count), dimension = rows.Length / count;
        double[] results = new double[points], slopes = new double[dimension * points], gradients = new double[rows.Length];
        if (model.Structure is { Pieces: not SurrogatePieces.Steps, Discrete.Count: 0 })
        {
            Points<TModel>.Gradients(model, model.Structure, IsLinked(model, options), Columns(rows, count, points), points, count, results, slopes);
        }
        for (int k = 0; k < gradients.Length; k++)
        {
            gradients[k] = slopes[(k % dimension * points) + (k / dimension)];
        }
        values = results[..count];
        return gradients;
    }
}
