using System;
using System.Collections.Generic;
using System.Globalization;

namespace Proxima;

/// <summary>How a model decomposes: the terms of its margin, whether a link follows, and what the margin is between kinks.</summary>
public sealed class SurrogateStructure
{
    private readonly SurrogateTerm[] _terms;
    private Plan? _plan;

    /// <summary>A decomposition.</summary>
    /// <param name="dimension">The number of coordinates of a point.</param>
    /// <param name="terms">The terms; a model without any is constant.</param>
    /// <exception cref="ArgumentException">A term reads a coordinate that is not there.</exception>
    public SurrogateStructure(int dimension, IEnumerable<SurrogateTerm> terms)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        ArgumentNullException.ThrowIfNull(terms);
        Dimension = dimension;
        _terms = [.. terms];
        foreach (SurrogateTerm term in _terms)
        {
            if (!term.Variables.IsEmpty && term.Variables[^1] >= dimension)
            {
                throw new ArgumentException($"A term reads coordinate {term.Variables[^1]} of {dimension}.", nameof(terms));
            }
        }
        AreAffine = Array.TrueForAll(_terms, static term => term.IsAffine);
    }

    /// <summary>The number of coordinates of a point.</summary>
    public int Dimension { get; }

    /// <summary>The terms.</summary>
    public ReadOnlySpan<SurrogateTerm> Terms => _terms;

    /// <summary>What the margin adds to its terms.</summary>
    public double Constant { get; init; }

    /// <summary>True when the value is a monotone function of the margin; otherwise it is the margin.</summary>
    public bool HasLink { get; init; }

    /// <summary>What the margin is between kinks or jumps.</summary>
    public SurrogatePieces Pieces { get; init; }

    /// <summary>The number of kink arguments when the pieces are affine.</summary>
    public int Kinks { get; init; }

    /// <summary>
    /// The coordinates that stand for bools, integers or enums, increasing. Between their values there is nothing, so methods that go there refuse the model.
    /// </summary>
    public IReadOnlyList<int> Discrete { get; init; } = [];

    /// <summary>True when the margin is affine.</summary>
    internal bool AreAffine { get; }

    /// <summary>The players when each coordinate is one.</summary>
    internal Plan Plan => _plan ??= new Plan(this, groups: null);

    /// <summary>Nothing is known but the number of coordinates: one term that reads all of them.</summary>
    /// <param name="dimension">The number of coordinates of a point.</param>
    /// <returns>The decomposition.</returns>
    public static SurrogateStructure Whole(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        return new(dimension, [SurrogateTerm.Of(Plan.Ramp(dimension))]);
    }

    /// <summary>The decomposition in words, and what an exact Shapley value costs.</summary>
    /// <returns>One sentence.</returns>
    public override string ToString()
    {
        int largest = 0;
        double evaluations = 0;
        foreach (SurrogateTerm term in _terms)
        {
            largest = Math.Max(largest, term.IsAffine ? 1 : term.Variables.Length);
            evaluations += term.IsAffine ? 0 : Math.ScaleB(1, term.Variables.Length);
        }
        string link = HasLink ? " under a link" : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{Dimension} inputs, {_terms.Length} additive term(s) of at most {largest} input(s){link}; exact Shapley values of the margin take {evaluations} evaluations of a term.");
    }
}
