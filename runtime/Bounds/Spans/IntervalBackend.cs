namespace Proxima;

/// <summary>How vectors of intervals are rounded outwards.</summary>
internal enum IntervalBackend
{
    /// <summary>One by one.</summary>
    Scalar,

    /// <summary>Portable, 128 bits.</summary>
    Vector128,

    /// <summary>Portable, 256 bits.</summary>
    Vector256,

    /// <summary>Portable, 512 bits.</summary>
    Vector512,

    /// <summary>By the instruction, AVX-512.</summary>
    Embedded,
}
