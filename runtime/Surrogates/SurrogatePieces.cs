namespace Proxima;

/// <summary>What the margin of a model is between its kinks or jumps.</summary>
public enum SurrogatePieces
{
    /// <summary>The margin has no kinks.</summary>
    Smooth,

    /// <summary>The margin is affine between the kinks that <see cref="ISurrogate{T}.KinkArguments"/> tells.</summary>
    Affine,

    /// <summary>The margin bends in places that nobody tells.</summary>
    Bent,

    /// <summary>The margin is constant between jumps, as in trees: its gradient says nothing.</summary>
    Steps,
}
