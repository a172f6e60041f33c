using System;
using System.Collections.Generic;

namespace Proxima.Linear;

/// <summary>Affine expressions of one layer: Σ over earlier layers of weights · results, plus a bias. What the coefficients' rounding hides is kept beside them.</summary>
internal sealed class Affine(int count, int layers)
{
    private readonly Block?[] _byLayer = new Block?[layers];

    public int Count { get; } = count;

    public double[] Bias { get; } = new double[Matrix.Padded(count)];

    public double[] BiasRadius { get; } = new double[Matrix.Padded(count)];

    /// <summary>In the order of the layers.</summary>
    public Block[] Blocks { get; private set; } = [];

    /// <summary>The block of a layer, or none where no expression uses it.</summary>
    public Block? Of(int layer) => _byLayer[layer];

    public void Set(int layer, int columns, int row, int column, Interval coefficient)
    {
        Block block = _byLayer[layer] ??= new Block(layer, Count, columns);
        (double middle, double radius) = Split(coefficient);
        block.Weights[row, column] = middle;
        if (radius > 0)
        {
            block.Radius ??= new Matrix(Count, columns);
            block.Radius[row, column] = radius;
        }
    }

    public void SetBias(int row, Interval bias) => (Bias[row], BiasRadius[row]) = Split(bias);

    public void Seal()
    {
        List<Block> blocks = [];
        foreach (Block? block in _byLayer)
        {
            if (block is not null)
            {
                block.Seal();
                blocks.Add(block);
            }
        }
        Blocks = [.. blocks];
    }

    private static (double Middle, double Radius) Split(Interval value)
    {
        if (value.IsPoint)
        {
            return (value.Lo, 0);
        }
        if (!value.IsBounded)
        {
            return (0, double.PositiveInfinity);
        }
        double middle = (0.5 * value.Lo) + (0.5 * value.Hi);
        return (middle, Math.Max(Neighbours.Above(value.Hi - middle), Neighbours.Above(middle - value.Lo)));
    }
}

/// <summary>The part of <see cref="Affine"/> that reads one earlier layer.</summary>
internal sealed class Block(int source, int count, int columns)
{
    public int Source { get; } = source;

    public Matrix Weights { get; } = new(count, columns);

    /// <summary>weights[i, j] again as [j, i].</summary>
    public Matrix Transposed { get; private set; } = new();

    /// <summary>How far each exact coefficient may lie from its weight; none where all are exact.</summary>
    public Matrix? Radius { get; set; }

    public Matrix? RadiusTransposed { get; private set; }

    public void Seal()
    {
        Transposed = Weights.Transpose();
        RadiusTransposed = Radius?.Transpose();
    }
}
