using System;

namespace Proxima;

/// <summary>One explanation of one row: a linear model of the explained output, what it rests on and how good it is.</summary>
public sealed partial class Attribution
{
    /// <summary>How it was chosen.</summary>
    public required ExplainMethod Method { get; init; }

    /// <summary>Which output is explained.</summary>
    public required OutputScale Scale { get; init; }

    /// <summary>One contribution per feature or group; for <see cref="IsSlope"/> methods one slope per coordinate.</summary>
    public required double[] Values { get; init; }

    /// <summary>
    /// What the contributions are added to: the mean output at the baselines, for least squares over masks the intercept; for slopes the surrogate's value at the row.
    /// </summary>
    public required double BaseValue { get; init; }

    /// <summary>The explained output at the row.</summary>
    public required double Value { get; init; }

    /// <summary>
    /// What the linear model misses at the row: <see cref="Value"/> − <see cref="BaseValue"/> − Σ contributions. 0 to rounding for Shapley values and integrated
    /// gradients.
    /// </summary>
    public double Residual { get; init; }

    /// <summary>
    /// The method's own loss on its own neighbourhood (Han, Srinivas, Lakkaraju 2022), averaged over it: of values, or for gradient methods of gradients. NaN where
    /// it would
    /// take more evaluations than the explanation.
    /// </summary>
    public double Loss { get; init; } = double.NaN;

    /// <summary>1 − loss / loss of a constant (for gradient methods: of no slope; for Shapley values: of equal shares). NaN where the loss is.</summary>
    public double R2 { get; init; } = double.NaN;

    /// <summary>Evaluations of the model, or of its terms where these were asked one by one; a gradient counts as one.</summary>
    public long Evaluations { get; init; }

    /// <summary>True when the values are exact up to rounding; false when they are estimated.</summary>
    public bool IsExact { get; init; }

    /// <summary>For each estimated value how far off it may be: an estimate too, at about 95 %. Null when exact.</summary>
    public double[]? HalfWidths { get; init; }

    /// <summary>The explained row.</summary>
    public required double[] At { get; init; }

    /// <summary>The baselines, row-major; empty for slopes.</summary>
    public required double[] Baselines { get; init; }

    /// <summary>True when the output before a link was explained, and not what the model returns.</summary>
    public bool IsMargin { get; init; }

    /// <summary>True when <see cref="Values"/> are slopes: the surrogate is BaseValue + Σ slope · (x − row).</summary>
    public bool IsSlope => IsSlopeMethod(Method);

    /// <summary>The surrogate as a function of the point: its value at the row and its slope along each coordinate.</summary>
    /// <returns>A contribution is spread over its way from the baseline; along coordinates that do not differ from the baseline the slope is 0.</returns>
    /// <exception cref="InvalidOperationException">Contributions of groups, or of several baselines, have no slope.</exception>
    public (double Value, double[] Slopes) ToSlopes()
    {
        if (IsSlope)
        {
            return (BaseValue, (double[])Values.Clone());
        }
        if (Values.Length != At.Length || Baselines.Length != At.Length)
        {
            throw new InvalidOperationException("Contributions have slopes only for one baseline and without groups.");
        }
        double[] slopes = new double[At.Length];
        double value = BaseValue;
        for (int i = 0; i < slopes.Length; i++)
        {
            double way = At[i] - Baselines[i];
            slopes[i] = way == 0 ? 0 : Values[i] / way;
            value += Values[i];
        }
        return (value, slopes);
    }

    internal static bool IsSlopeMethod(ExplainMethod method) => method is ExplainMethod.Gradient or ExplainMethod.SmoothGrad or ExplainMethod.CLime;

    internal static Attribution From<TModel>(in Question<TModel> question, ExplainMethod method, ReadOnlySpan<double> at, in Answer answer, double[] values, double[] widths)
        where TModel : struct, ISurrogate<double>
    {
        double residual = answer.Value - answer.BaseValue;
        if (!IsSlopeMethod(method))
        {
            foreach (double value in values)
            {
                residual -= value;
            }
        }
        return new()
        {
            Method = method,
            Scale = question.Options.Scale,
            IsMargin = question.Structure.HasLink && !question.IsLinked,
            Values = values,
            BaseValue = answer.BaseValue,
            Value = answer.Value,
            Residual = residual,
            Loss = answer.Loss,
            R2 = answer.Loss == 0 ? 1 : 1 - (answer.Loss / answer.Variance),
            Evaluations = answer.Evaluations,
            IsExact = answer.IsExact,
            HalfWidths = answer.IsExact ? null : widths,
            At = at.ToArray(),
            Baselines = question.Baselines.ToArray(),
        };
    }
}
