using System;

namespace Proxima;

/// <summary>The average gradient under Gaussian noise.</summary>
internal readonly struct SmoothGradExplanation : IExplanation
{
    public static ExplainMethod Method => ExplainMethod.SmoothGrad;

    public static bool NeedsBaseValues => false;

    public static void Row<TModel>(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
        where TModel : struct, ISurrogate<double>
    {
        NoiseMoments moments = Noise<TModel>.Run(question, at, ref answer);
        answer.BaseValue = answer.Value;
        (answer.Loss, answer.Variance) = (moments.GradientLoss, moments.GradientSquares);
    }

    public static bool TryBlock<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
        where TModel : struct, ISurrogate<double>
        => false;
}

/// <summary>Least squares under Gaussian noise: by Stein's identity the average gradient, with the average value as intercept.</summary>
internal readonly struct CLimeExplanation : IExplanation
{
    public static ExplainMethod Method => ExplainMethod.CLime;

    public static bool NeedsBaseValues => false;

    public static void Row<TModel>(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
        where TModel : struct, ISurrogate<double>
    {
        NoiseMoments moments = Noise<TModel>.Run(question, at, ref answer);
        answer.BaseValue = moments.Mean;
        (answer.Loss, answer.Variance) = (moments.ValueLoss, moments.ValueVariance);
    }

    public static bool TryBlock<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
        where TModel : struct, ISurrogate<double>
        => false;
}

/// <summary>What a cloud of points says beside the average gradient; losses are on the points that were used.</summary>
internal struct NoiseMoments
{
    public double Centre;
    public double Mean;
    public double ValueVariance;
    public double ValueLoss;
    public double GradientSquares;
    public double GradientLoss;
}
