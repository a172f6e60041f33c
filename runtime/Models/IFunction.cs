using System;

namespace Proxima;

/// <summary>A scalar function of a point; the point is the model's variables, flattened in parameter order.</summary>
/// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
public interface IFunction<T>
{
    /// <summary>The number of coordinates of a point.</summary>
    int Dimension { get; }

    /// <summary>The value at one point.</summary>
    /// <param name="x">The point, <see cref="Dimension"/> coordinates.</param>
    /// <returns>The value at <paramref name="x"/>.</returns>
    T Value(ReadOnlySpan<T> x);

    /// <summary>The values at many points.</summary>
    /// <param name="rows">One point per row, row-major.</param>
    /// <param name="results">Receives one value per row; its length is the number of rows.</param>
    void Values(ReadOnlySpan<T> rows, Span<T> results);
}
