namespace Proxima;

/// <summary>The norm in which changes of the inputs are measured.</summary>
#if NETSTANDARD2_0
internal
#else
public
#endif
enum Norm
{
    /// <summary>The largest change of an input, ℓ∞.</summary>
    Infinity,

    /// <summary>The sum of the changes, ℓ₁.</summary>
    One,

    /// <summary>The Euclidean length of the change, ℓ₂.</summary>
    Two,
}
