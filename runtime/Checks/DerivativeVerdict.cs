namespace Proxima;

/// <summary>What a check of derivatives found, the worst last.</summary>
public enum DerivativeVerdict
{
    /// <summary>Every number agrees with its difference.</summary>
    Passed,

    /// <summary>The function has a kink at the point; there the number lies between the slopes on both sides, and everywhere else it agrees.</summary>
    Kink,

    /// <summary>Some difference is too inaccurate to tell: the function is noisy, not smooth near the point, or not defined around it.</summary>
    Unclear,

    /// <summary>Some number is wrong: it differs from the difference by much more than the difference can be off.</summary>
    Failed,
}
