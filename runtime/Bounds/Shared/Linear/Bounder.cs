namespace Proxima.Linear;

/// <summary>The two passes over one graph, with storage that is used again.</summary>
internal sealed class Bounder
{
    public Bounder(LayeredGraph graph)
    {
        Forward = new Forward(graph);
        Adjoint = new Adjoint(Forward);
    }

    public Forward Forward { get; }

    public Adjoint Adjoint { get; }
}
