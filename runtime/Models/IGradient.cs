using System;

namespace Proxima;

/// <summary>A scalar function with its gradient.</summary>
/// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
public interface IGradient<T> : IFunction<T>
{
    /// <summary>The value and the gradient at one point.</summary>
    /// <param name="x">The point.</param>
    /// <param name="gradient">Receives the partial derivatives, in the order of the point's coordinates.</param>
    /// <returns>The value at <paramref name="x"/>.</returns>
    T Gradient(ReadOnlySpan<T> x, Span<T> gradient);

    /// <summary>The values and gradients at many points.</summary>
    /// <param name="rows">One point per row, row-major.</param>
    /// <param name="results">Receives one value per row; its length is the number of rows.</param>
    /// <param name="gradients">Receives one gradient per row, row-major.</param>
    void Gradients(ReadOnlySpan<T> rows, Span<T> results, Span<T> gradients);
}
