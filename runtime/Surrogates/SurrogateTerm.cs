using System;

namespace Proxima;

/// <summary>One additive term of a margin: the coordinates that it reads, and its affine first layer when it has one.</summary>
public sealed class SurrogateTerm
{
    private readonly int[] _variables;
    private readonly double[] _weights;
    private readonly double[] _offsets;

    private SurrogateTerm(ReadOnlySpan<int> variables, ReadOnlySpan<double> weights, ReadOnlySpan<double> offsets, bool isAffine)
    {
        for (int i = 0; i < variables.Length; i++)
        {
            if (variables[i] < 0 || (i > 0 && variables[i] <= variables[i - 1]))
            {
                throw new ArgumentException($"Coordinates are given in increasing order from 0; number {i} is {variables[i]}.", nameof(variables));
            }
        }
        if (weights.Length != variables.Length * offsets.Length)
        {
            throw new ArgumentException($"{offsets.Length} units of {variables.Length} coordinates have {weights.Length} weights.", nameof(weights));
        }
        _variables = variables.ToArray();
        _weights = weights.ToArray();
        _offsets = offsets.ToArray();
        IsAffine = isAffine;
        int padded = Scratch.Padded(offsets.Length);
        ByVariable = new double[(variables.Length + 1) * padded];
        for (int k = 0; k < weights.Length; k++)
        {
            ByVariable[(k % variables.Length * padded) + (k / variables.Length)] = weights[k];
        }
        offsets.CopyTo(ByVariable.AsSpan(variables.Length * padded));
    }

    /// <summary>A term about which nothing else is known.</summary>
    /// <param name="variables">The coordinates that it reads, increasing.</param>
    /// <returns>The term.</returns>
    /// <exception cref="ArgumentException">The coordinates are negative or not increasing.</exception>
    public static SurrogateTerm Of(params ReadOnlySpan<int> variables) => new(variables, [], [], isAffine: false);

    /// <summary>A term that is offset + Σ weight · coordinate.</summary>
    /// <param name="variables">The coordinates that it reads, increasing.</param>
    /// <param name="weights">One weight per coordinate.</param>
    /// <param name="offset">The constant.</param>
    /// <returns>The term.</returns>
    /// <exception cref="ArgumentException">The coordinates are negative or not increasing, or the number of weights is another.</exception>
    public static SurrogateTerm Affine(ReadOnlySpan<int> variables, ReadOnlySpan<double> weights, double offset) => new(variables, weights, [offset], isAffine: true);

    /// <summary>A term that reads its coordinates only through an affine layer.</summary>
    /// <param name="variables">The coordinates that it reads, increasing.</param>
    /// <param name="weights">The layer's weights, row-major: units × coordinates.</param>
    /// <param name="offsets">The layer's constants: one per unit.</param>
    /// <returns>The term.</returns>
    /// <exception cref="ArgumentException">The coordinates are negative or not increasing, there is no unit, or the number of weights is another.</exception>
    public static SurrogateTerm Layered(ReadOnlySpan<int> variables, ReadOnlySpan<double> weights, ReadOnlySpan<double> offsets)
    {
        if (offsets.IsEmpty)
        {
            throw new ArgumentException("A layer has at least one unit.", nameof(offsets));
        }
        return new(variables, weights, offsets, isAffine: false);
    }

    /// <summary>The coordinates that the term reads, increasing.</summary>
    public ReadOnlySpan<int> Variables => _variables;

    /// <summary>The weights of the affine layer, row-major: units × coordinates; empty without one.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The constants of the affine layer; empty without one.</summary>
    public ReadOnlySpan<double> Offsets => _offsets;

    /// <summary>True when the term is nothing but its affine layer of one unit.</summary>
    public bool IsAffine { get; }

    /// <summary>The number of units of the affine layer.</summary>
    internal int Units => _offsets.Length;

    /// <summary>The weights by coordinate, whole vectors of units each; then the constants.</summary>
    internal double[] ByVariable { get; }
}
