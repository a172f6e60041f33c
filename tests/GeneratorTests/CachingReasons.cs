using Microsoft.CodeAnalysis;

namespace GeneratorTests;

/// <summary>What happened to one model: to its request, which is read again whenever anything changed, and to its file, which follows only a changed request.</summary>
internal sealed record CachingReasons(IncrementalStepRunReason Read, IncrementalStepRunReason Compile)
{
    /// <summary>Read again with the same result, so compiled no more.</summary>
    public static CachingReasons Cached { get; } = new(IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);

    /// <summary>Not even read again.</summary>
    public static CachingReasons Untouched { get; } = Cached with { Read = IncrementalStepRunReason.Cached };

    public static CachingReasons Modified { get; } = new(IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified);

    public static CachingReasons New { get; } = new(IncrementalStepRunReason.New, IncrementalStepRunReason.New);

    public static CachingReasons Removed { get; } = new(IncrementalStepRunReason.Removed, IncrementalStepRunReason.Removed);
}
