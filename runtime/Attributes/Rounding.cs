namespace Proxima;

/// <summary>How closely generated code follows the order of the model's floating-point operations.</summary>
public enum Rounding
{
    /// <summary>
    /// Sums over a loop may be reassociated and multiply-adds of derivative expressions may fuse. Nothing else changes, and NaN and infinities are kept.
    /// </summary>
    Fast,

    /// <summary>The value of the model comes back bit for bit.</summary>
    Exact,
}
