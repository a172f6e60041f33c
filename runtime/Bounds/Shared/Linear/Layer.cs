namespace Proxima.Linear;

/// <summary>Operations of one kind that depend only on earlier layers, each of one or two affine expressions. Layer 0 is the inputs, which no operation makes.</summary>
internal sealed record Layer(Operation? Operation, int Count, Affine[] Arguments)
{
    /// <summary>The operation, when it has one argument.</summary>
    public Curve? Curve { get; } = Operation as Curve;

    public int Stride => Matrix.Padded(Count);
}

/// <summary>Layers in an order in which each reads earlier ones only, and affine results over all of them.</summary>
internal sealed class LayeredGraph(Layer[] layers, Affine outputs)
{
    public Layer[] Layers { get; } = layers;

    public Affine Outputs { get; } = outputs;

    public int InputCount => Layers[0].Count;

    /// <summary>
    /// γ of the a-priori error bounds: no sum of a linear bound is longer than all layers one behind another. Twice n·2⁻⁵³ leaves room for the terms of
    /// second order and for the rounding of the bounds themselves.
    /// </summary>
    public double Gamma { get; } = 2 * (Length(layers) + outputs.Count + 32) * Roundoff.Unit;

    /// <summary>About how many products one pass over a box takes: every layer's arguments are substituted back through all earlier layers, and forward again.</summary>
    public double Work
    {
        get
        {
            double work = 0, weights = 0;
            foreach (Layer layer in Layers)
            {
                foreach (Affine argument in layer.Arguments)
                {
                    foreach (Block block in argument.Blocks)
                    {
                        weights += (double)block.Weights.Rows * block.Weights.Stride;
                    }
                }
                work += 4.0 * layer.Count * weights;
            }
            return work;
        }
    }

    private static double Length(Layer[] layers)
    {
        double length = 0;
        foreach (Layer layer in layers)
        {
            length += 3 * layer.Stride;
        }
        return length;
    }
}
