using System;

namespace Proxima;

/// <summary>What is asked about every row of a call.</summary>
internal readonly ref struct Question<TModel>
    where TModel : struct, ISurrogate<double>
{
    public required TModel Model { get; init; }

    public required SurrogateStructure Structure { get; init; }

    public required Plan Plan { get; init; }

    public required ExplainOptions Options { get; init; }

    /// <summary>True when values after the link are explained.</summary>
    public required bool IsLinked { get; init; }

    /// <summary>The baselines, row-major; empty when the method has none.</summary>
    public required ReadOnlySpan<double> Baselines { get; init; }

    /// <summary>The number of baselines.</summary>
    public required int BaselineCount { get; init; }

    /// <summary>The explained output at each baseline; empty for methods that do not need it.</summary>
    public required ReadOnlySpan<double> BaseValues { get; init; }

    public int Dimension => Structure.Dimension;

    public int Players => Plan.Players;

    public ReadOnlySpan<double> Baseline(int row) => Baselines.Slice(row * Dimension, Dimension);

    public double Scale(int coordinate) => Options.Scales is { } scales ? scales[coordinate] : 1;

    public double MeanBaseValue
    {
        get
        {
            double sum = 0;
            foreach (double value in BaseValues)
            {
                sum += value;
            }
            return sum / BaseValues.Length;
        }
    }

    /// <summary>The explained output at one point.</summary>
    public double Value(ReadOnlySpan<double> x)
    {
        const int Points = 8;
        using Scratch scratch = new((Dimension + 1) * Points);
        Span<double> columns = scratch.Span[..(Dimension * Points)], results = scratch.Span.Slice(Dimension * Points, Points);
        for (int i = 0; i < x.Length; i++)
        {
            columns.Slice(i * Points, Points).Fill(x[i]);
        }
        Points<TModel>.Values(Model, Structure, IsLinked, columns, Points, 1, results);
        return results[0];
    }
}

/// <summary>What is found about one row.</summary>
internal ref struct Answer
{
    /// <summary>One value per player, or one slope per coordinate.</summary>
    public Span<double> Values;

    /// <summary>Receives half widths where values are estimated; empty when nobody asks for them, nor for the loss.</summary>
    public Span<double> HalfWidths;

    public double BaseValue;

    public double Value;

    public double Loss;

    public double Variance;

    public long Evaluations;

    public bool IsExact;

    public readonly bool IsDetailed => !HalfWidths.IsEmpty;
}
