using System;

namespace Proxima;

/// <summary>A scalar function with its gradient and the product of its Hessian with a vector.</summary>
/// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
public interface IHessianProduct<T> : IGradient<T>
{
    /// <summary>The product of the Hessian with a vector.</summary>
    /// <param name="x">The point.</param>
    /// <param name="v">The vector, in the order of the point's coordinates.</param>
    /// <param name="product">Receives the Hessian at <paramref name="x"/> times <paramref name="v"/>.</param>
    /// <returns>The value at <paramref name="x"/>.</returns>
    T HessianProduct(ReadOnlySpan<T> x, ReadOnlySpan<T> v, Span<T> product);
}
