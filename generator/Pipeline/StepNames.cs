namespace Proxima.Generator.Pipeline;

/// <summary>Names of the pipeline's steps, by which the caching tests ask for them.</summary>
internal static class StepNames
{
    /// <summary>Reading the methods that have <c>[Gradient]</c>.</summary>
    public const string GradientRequests = nameof(GradientRequests);

    /// <summary>Reading the methods that have <c>[Batch]</c> only.</summary>
    public const string BatchRequests = nameof(BatchRequests);

    /// <summary>Compiling a request of <c>[Gradient]</c>.</summary>
    public const string GradientFiles = nameof(GradientFiles);

    /// <summary>Compiling a request of <c>[Batch]</c> only.</summary>
    public const string BatchFiles = nameof(BatchFiles);
}
