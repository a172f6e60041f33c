namespace Proxima.Generator.Passes;

/// <summary>How long a method may be, in operations, and how long the parts are into which a longer one is split.</summary>
internal sealed record ChunkLimits(int Method, int Part)
{
    /// <summary>
    /// Measured on straight-line gradients: parts of 100 to 400 operations of the model are equally fast, a whole method is at most 10 % faster up to its
    /// limit, and 2 to 5 times slower beyond. A gradient has about three operations for each one of the model.
    /// </summary>
    public static readonly ChunkLimits Default = new(1_000, 400);

    /// <summary>Of the counts at which the JIT compiler gives up, a method keeps to this part, because the counts before compilation are estimates.</summary>
    public const double Safe = 0.4;

    public bool Holds(MethodSize size) => size.Operations <= Method && size.FitsIn(Safe);

    public bool HoldsInPart(MethodSize size) => size.Operations <= Part && size.FitsIn(Safe);
}
