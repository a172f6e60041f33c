using System;

namespace Proxima;

/// <summary>
/// Gaussian noise on an affine margin is Gaussian noise on one number: its density and the link are analytic, so the trapezoidal rule converges faster than any
/// power of its
/// step (Trefethen and Weideman 2014). The step is halved until nothing changes.
/// </summary>
internal static class AffineNoise<TModel>
    where TModel : struct, ISurrogate<double>
{
    private const double Reach = 9; // deviations: e^(−81/2) is below the last digit
    private const int Halvings = 8;

    public static NoiseMoments Run(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
    {
        int dimension = question.Dimension;
        using Scratch scratch = new(dimension);
        Span<double> weights = scratch.Span[..dimension];
        weights.Clear();
        double margin = question.Structure.Constant, variance = 0;
        foreach (SurrogateTerm term in question.Structure.Terms)
        {
            margin += AffineLayer.Value(term, at);
            for (int v = 0; v < term.Variables.Length; v++)
            {
                weights[term.Variables[v]] += term.Weights[v];
            }
        }
        double squares = 0;
        for (int i = 0; i < dimension; i++)
        {
            double deviation = question.Options.Sigma * question.Scale(i) * weights[i];
            variance += deviation * deviation;
            squares += weights[i] * weights[i];
        }
        Moments moments = question.IsLinked ? Converged(question, margin, Math.Sqrt(variance)) : new() { Slope = 1, SlopeSquare = 1, Value = margin, Spread = variance };
        for (int i = 0; i < dimension; i++)
        {
            answer.Values[i] = weights[i] * moments.Slope;
        }
        answer.Value = question.Value(at);
        answer.IsExact = true;
        answer.Evaluations = moments.Evaluations;
        return new()
        {
            Mean = moments.Value,
            ValueVariance = moments.Spread,
            ValueLoss = Math.Max(0, moments.Spread - (moments.Slope * moments.Slope * variance)),
            GradientSquares = squares * moments.SlopeSquare,
            GradientLoss = Math.Max(0, squares * (moments.SlopeSquare - (moments.Slope * moments.Slope))),
        };
    }

    private static Moments Converged(in Question<TModel> question, double margin, double deviation)
    {
        Moments moments = Trapezoidal(question, margin, deviation, 0.5);
        double step = 0.25;
        for (int k = 0; k < Halvings; k++, step *= 0.5)
        {
            Moments finer = Trapezoidal(question, margin, deviation, step);
            finer.Evaluations += moments.Evaluations;
            bool isSame = Math.Abs(finer.Slope - moments.Slope) <= 4e-15 * Math.Abs(finer.Slope) && Math.Abs(finer.Value - moments.Value) <= 4e-15 * Math.Abs(finer.Value);
            moments = finer;
            if (isSame)
            {
                break;
            }
        }
        return moments;
    }

    private static Moments Trapezoidal(in Question<TModel> question, double margin, double deviation, double step)
    {
        int count = (2 * (int)(Reach / step)) + 1;
        using Scratch scratch = new(3 * count);
        Span<double> margins = scratch.Span[..count], values = scratch.Span.Slice(count, count), slopes = scratch.Span.Slice(2 * count, count);
        for (int k = 0; k < count; k++)
        {
            margins[k] = margin + (deviation * step * (k - (count / 2)));
        }
        question.Model.Link(margins, values, slopes);
        double total = 0, spread = 0;
        Moments moments = new() { Evaluations = count };
        for (int k = 0; k < count; k++)
        {
            double t = step * (k - (count / 2)), density = Math.Exp(-0.5 * t * t);
            total += density;
            moments.Slope += density * slopes[k];
            moments.SlopeSquare += density * slopes[k] * slopes[k];
            moments.Value += density * values[k];
        }
        moments.Slope /= total;
        moments.SlopeSquare /= total;
        moments.Value /= total;
        for (int k = 0; k < count; k++)
        {
            double t = step * (k - (count / 2)), left = values[k] - moments.Value;
            spread += Math.Exp(-0.5 * t * t) * left * left;
        }
        moments.Spread = spread / total;
        return moments;
    }

    private struct Moments
    {
        public double Slope;
        public double SlopeSquare;
        public double Value;
        public double Spread;
        public int Evaluations;
    }
}
