using System;

namespace Proxima;

/// <summary>A function that writes its program as a graph of affine expressions and nonlinear operations, for linear bounds.</summary>
public interface ILinearEnclosure
{
    /// <summary>Runs the program once on symbolic numbers.</summary>
    /// <param name="graph">Receives the operations.</param>
    /// <param name="x">The point, one form per coordinate.</param>
    /// <param name="results">Receives the results.</param>
    void Trace(BoundGraph graph, ReadOnlySpan<Form> x, Span<Form> results);
}
