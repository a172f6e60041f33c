using System;

namespace Proxima;

/// <summary>
/// Averages under Gaussian noise. An affine margin needs one dimension. Otherwise a cubature of about 2d gradients, term by term where no link mixes the terms, while
/// the averages of its pairs of opposite points agree; where they do not, eight scramblings of Sobol points.
/// </summary>
internal static class Noise<TModel>
    where TModel : struct, ISurrogate<double>
{
    private const int WholeModel = -1;
    private const int Scramblings = 8;
    private const int DefaultPoints = 128; // of each scrambling
    private const double Student = 2.365; // 95 % with 7 degrees of freedom

    public static NoiseMoments Run(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
    {
        answer.HalfWidths.Clear();
        if (question.Structure.AreAffine)
        {
            return AffineNoise<TModel>.Run(question, at, ref answer);
        }
        answer.IsExact = false;
        if (question.Options.Evaluations <= 2 * question.Dimension)
        {
            answer.Values.Clear();
            NoiseMoments moments = Cubature(question, at, isOther: false, answer.Values, out bool isSmooth, out answer.Evaluations);
            if (isSmooth || question.Options.Evaluations > 0)
            {
                answer.Value = moments.Centre;
                Compare(question, at, ref answer);
                return moments;
            }
        }
        return Sample(question, at, ref answer);
    }

    // Pairs in different directions see different second derivatives of the gradient. When their spread is below half of the average, what a rule of degree 3
    // leaves out is a
    // fraction of a percent (measured on nets and a product of sines); the rules for one and two coordinates are of higher degree.
    private static double LargestSpread(int dimension) => dimension switch { 1 => 2, 2 => 1, _ => 0.5 };

    private static NoiseMoments Cubature(in Question<TModel> question, ReadOnlySpan<double> at, bool isOther, Span<double> average, out bool isSmooth, out long evaluations)
    {
        SurrogateStructure structure = question.Structure;
        double spread = 0, squares = 0;
        NoiseMoments moments;
        if (question.IsLinked || structure.Terms.Length == 1)
        {
            NoiseRule rule = NoiseRule.Of(question.Dimension, isOther);
            evaluations = rule.Count;
            moments = Apply(question, at, WholeModel, question.Plan.All, rule, average, ref spread);
        }
        else
        {
            moments = new() { Mean = structure.Constant, Centre = structure.Constant, ValueLoss = double.NaN, GradientLoss = double.NaN };
            evaluations = 0;
            for (int t = 0; t < structure.Terms.Length; t++)
            {
                SurrogateTerm term = structure.Terms[t];
                NoiseRule rule = NoiseRule.Of(Math.Max(term.Variables.Length, 1), isOther);
                NoiseMoments own = Apply(question, at, t, term.Variables, rule, average, ref spread);
                moments.Mean += own.Mean;
                moments.Centre += own.Centre;
                evaluations += rule.Count;
            }
        }
        foreach (double slope in average)
        {
            squares += slope * slope;
        }
        isSmooth = spread <= squares;
        return moments;
    }

    // Adds the average gradient of one term, or of the model.
    private static NoiseMoments Apply(
        in Question<TModel> question, ReadOnlySpan<double> at, int index, ReadOnlySpan<int> variables, NoiseRule rule, Span<double> average, ref double spread)
    {
        int dimension = question.Dimension, points = rule.Points;
        using Scratch scratch = new((((2 * dimension) + 1) * points) + dimension);
        Span<double> columns = scratch.Span[..(dimension * points)], slopes = scratch.Span.Slice(dimension * points, dimension * points);
        Span<double> results = scratch.Span.Slice(2 * dimension * points, points), own = scratch.Span.Slice(((2 * dimension) + 1) * points, dimension);
        for (int i = 0; i < dimension; i++)
        {
            columns.Slice(i * points, points).Fill(at[i]);
        }
        for (int v = 0; v < variables.Length; v++)
        {
            int i = variables[v];
            Columns.Line(rule.Columns.AsSpan(v * points, points), at[i], question.Options.Sigma * question.Scale(i), columns.Slice(i * points, points));
        }
        if (index < 0)
        {
            Points<TModel>.Gradients(question.Model, question.Structure, question.IsLinked, columns, points, rule.Count, results, slopes);
        }
        else
        {
            results.Clear();
            slopes.Clear();
            Points<TModel>.AddTermGradients(question.Model, index, question.Structure.Terms[index], columns, points, rule.Count, results, slopes);
        }
        NoiseMoments moments = Average(at, columns, rule.Weights, results, slopes, points, own);
        moments.Centre = results[2 * rule.Pairs];
        double largest = LargestSpread(variables.Length);
        spread += Spread(rule, slopes, own) / (largest * largest);
        for (int i = 0; i < dimension; i++)
        {
            average[i] += own[i];
        }
        return moments;
    }

    // How far the averages of opposite points are from the average of all: mean square.
    private static double Spread(NoiseRule rule, ReadOnlySpan<double> slopes, ReadOnlySpan<double> average)
    {
        double spread = 0;
        for (int i = 0; i < average.Length; i++)
        {
            for (int k = 0; k < rule.Pairs; k++)
            {
                double pair = (0.5 * (slopes[(i * rule.Points) + (2 * k)] + slopes[(i * rule.Points) + (2 * k) + 1])) - average[i];
                spread += 2 * rule.Weights[2 * k] * pair * pair;
            }
        }
        return spread;
    }

    // How far another rule is from this one estimates the error of both.
    private static void Compare(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
    {
        if (!answer.IsDetailed)
        {
            return;
        }
        Cubature(question, at, isOther: true, answer.HalfWidths, out _, out long evaluations);
        double largest = 0;
        for (int i = 0; i < at.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(answer.Values[i] - answer.HalfWidths[i]));
        }
        answer.HalfWidths.Fill(2 * largest); // two rules may agree by chance in one coordinate, hardly in all
        answer.Evaluations += evaluations;
    }

    private static NoiseMoments Sample(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
    {
        int dimension = question.Dimension;
        int count = question.Options.Evaluations > 0 ? Math.Max(question.Options.Evaluations / Scramblings, 1) : DefaultPoints, points = Scratch.Padded(count);
        using Scratch scratch = new((((2 * dimension) + 2) * points) + (3 * dimension));
        Span<double> columns = scratch.Span[..(dimension * points)], slopes = scratch.Span.Slice(dimension * points, dimension * points);
        Span<double> results = scratch.Span.Slice(2 * dimension * points, points), weights = scratch.Span.Slice(((2 * dimension) + 1) * points, points);
        Span<double> own = scratch.Span.Slice(((2 * dimension) + 2) * points, dimension), squares = scratch.Span.Slice((((2 * dimension) + 2) * points) + dimension, dimension);
        weights.Clear();
        weights[..count].Fill(1.0 / count);
        answer.Values.Clear();
        squares.Clear();
        NoiseMoments moments = default;
        for (int number = 0; number < Scramblings; number++)
        {
            double[] noise = Cloud.Normal(dimension, count, number).Columns;
            for (int i = 0; i < dimension; i++)
            {
                Span<double> column = columns.Slice(i * points, points);
                column.Fill(at[i]);
                double sigma = question.Options.Sigma * question.Scale(i);
                for (int r = 0; r < count; r++)
                {
                    column[r] += sigma * noise[(i * count) + r];
                }
            }
            Points<TModel>.Gradients(question.Model, question.Structure, question.IsLinked, columns, points, count, results, slopes);
            NoiseMoments each = Average(at, columns, weights, results, slopes, points, own);
            for (int i = 0; i < dimension; i++)
            {
                answer.Values[i] += own[i] / Scramblings;
                squares[i] += own[i] * own[i] / Scramblings;
            }
            moments.Mean += each.Mean / Scramblings;
            moments.ValueVariance += each.ValueVariance / Scramblings;
            moments.ValueLoss += each.ValueLoss / Scramblings;
            moments.GradientSquares += each.GradientSquares / Scramblings;
            moments.GradientLoss += each.GradientLoss / Scramblings;
        }
        for (int i = 0; answer.IsDetailed && i < dimension; i++)
        {
            double variance = Math.Max(0, squares[i] - (answer.Values[i] * answer.Values[i])) / (Scramblings - 1);
            answer.HalfWidths[i] = Student * Math.Sqrt(variance);
        }
        answer.Value = question.Value(at);
        answer.Evaluations += ((long)Scramblings * count) + 1;
        return moments;
    }

    // The average gradient of weighted points, and the losses of the linear model that it makes.
    private static NoiseMoments Average(
        ReadOnlySpan<double> at, ReadOnlySpan<double> columns, ReadOnlySpan<double> weights, ReadOnlySpan<double> results, ReadOnlySpan<double> slopes, int points, Span<double> average)
    {
        NoiseMoments moments = new() { Mean = Columns.Dot(weights, results[..points]) };
        using Scratch scratch = new(points);
        Span<double> left = scratch.Span[..points];
        for (int r = 0; r < points; r++)
        {
            left[r] = results[r] - moments.Mean;
        }
        moments.ValueVariance = Columns.DotSquares(weights, left);
        for (int i = 0; i < at.Length; i++)
        {
            ReadOnlySpan<double> slope = slopes.Slice(i * points, points);
            average[i] = Columns.Dot(weights, slope);
            double squares = Columns.DotSquares(weights, slope);
            moments.GradientSquares += squares;
            moments.GradientLoss += squares - (average[i] * average[i]);
            ReadOnlySpan<double> column = columns.Slice(i * points, points);
            for (int r = 0; r < points; r++)
            {
                left[r] -= average[i] * (column[r] - at[i]);
            }
        }
        moments.GradientLoss = Math.Max(0, moments.GradientLoss);
        moments.ValueLoss = Columns.DotSquares(weights, left);
        return moments;
    }
}
