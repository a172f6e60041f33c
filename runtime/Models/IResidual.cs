using System;

namespace Proxima;

/// <summary>A vector function of a point with the products of its Jacobian; the point is the model's variables, flattened in parameter order.</summary>
/// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
public interface IResidual<T>
{
    /// <summary>The number of coordinates of a point.</summary>
    int Inputs { get; }

    /// <summary>The number of results.</summary>
    int Outputs { get; }

    /// <summary>The results at one point.</summary>
    /// <param name="x">The point, <see cref="Inputs"/> coordinates.</param>
    /// <param name="y">Receives the <see cref="Outputs"/> results.</param>
    void Value(ReadOnlySpan<T> x, Span<T> y);

    /// <summary>The Jacobian times a direction.</summary>
    /// <param name="x">The point.</param>
    /// <param name="v">The direction, <see cref="Inputs"/> coordinates.</param>
    /// <param name="jv">Receives the derivative of each result along <paramref name="v"/>.</param>
    void Jvp(ReadOnlySpan<T> x, ReadOnlySpan<T> v, Span<T> jv);

    /// <summary>The transposed Jacobian times a seed.</summary>
    /// <param name="x">The point.</param>
    /// <param name="seed">One weight per result.</param>
    /// <param name="gradient">Receives the derivative of the weighted sum of the results with respect to each coordinate.</param>
    void Vjp(ReadOnlySpan<T> x, ReadOnlySpan<T> seed, Span<T> gradient);
}
