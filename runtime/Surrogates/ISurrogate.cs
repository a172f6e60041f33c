using System;

namespace Proxima;

/// <summary>
/// A scalar function that tells how it is made: f(x) = link(constant + Σ termᵢ(xᵢ)), each term with the coordinates that it reads. Explanations use what it tells to be
/// exact where others sample.
/// </summary>
/// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
/// <remarks>
/// Columns: a matrix of which each row holds one quantity for many points, so that lanes run over points; the number of points is a multiple of 8. A member that
/// <see cref="Structure"/> gives no occasion to call may throw.
/// </remarks>
public interface ISurrogate<T> : IGradient<T>
{
    /// <summary>The decomposition.</summary>
    SurrogateStructure Structure { get; }

    /// <summary>The values of one term that is not affine and has no first layer.</summary>
    /// <param name="term">Its index in the structure.</param>
    /// <param name="rows">One point per row, row-major: the term's own coordinates in their order.</param>
    /// <param name="results">Receives one value per row.</param>
    void TermValues(int term, ReadOnlySpan<T> rows, Span<T> results);

    /// <summary>The values and gradients of one term that is not affine and has no first layer.</summary>
    /// <param name="term">Its index in the structure.</param>
    /// <param name="rows">One point per row, row-major: the term's own coordinates in their order.</param>
    /// <param name="results">Receives one value per row.</param>
    /// <param name="gradients">Receives one gradient per row, row-major.</param>
    void TermGradients(int term, ReadOnlySpan<T> rows, Span<T> results, Span<T> gradients);

    /// <summary>The values of one term with a first layer, from that layer's results.</summary>
    /// <param name="term">Its index in the structure.</param>
    /// <param name="units">The layer's results as columns: units × points.</param>
    /// <param name="results">Receives one value per point.</param>
    void HeadValues(int term, ReadOnlySpan<T> units, Span<T> results);

    /// <summary>The values of one term with a first layer, and their derivatives with respect to that layer's results.</summary>
    /// <param name="term">Its index in the structure.</param>
    /// <param name="units">The layer's results as columns: units × points.</param>
    /// <param name="results">Receives one value per point.</param>
    /// <param name="gradients">Receives the derivatives as columns: units × points.</param>
    void HeadGradients(int term, ReadOnlySpan<T> units, Span<T> results, Span<T> gradients);

    /// <summary>The monotone function of the margin in which the model ends, when the structure says that there is one.</summary>
    /// <param name="margins">The margins.</param>
    /// <param name="results">Receives the link's values; may be the same memory as <paramref name="margins"/>.</param>
    /// <param name="slopes">Receives the link's derivatives, or is empty.</param>
    void Link(ReadOnlySpan<T> margins, Span<T> results, Span<T> slopes);

    /// <summary>
    /// The numbers whose signs decide which piece of the margin a point is on, in the order in which the program computes them, when the structure counts any: each is
    /// affine in the point as long as the signs of those before it stay.
    /// </summary>
    /// <param name="x">The point.</param>
    /// <param name="arguments">Receives them.</param>
    void KinkArguments(ReadOnlySpan<T> x, Span<T> arguments);
}
