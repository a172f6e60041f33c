namespace Proxima.Linear;

/// <summary>Operations of one kind that depend only on earlier layers: a curve of one affine expression each, or the product of two. Layer 0 is the inputs.</summary>
internal sealed record Layer(Curve? Curve, int Count, Affine[] Arguments)
{
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
