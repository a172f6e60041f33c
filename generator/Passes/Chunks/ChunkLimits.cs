namespace Proxima.Generator.Passes;

/// <summary>How long a method may be, in operations, and how long the parts are into which a longer one is split.</summary>
/// <param name="Share">Of the counts at which the JIT compiler gives up, a method keeps to this share, because the counts before compilation are estimates.</param>
internal sealed record ChunkLimits(int Method, int Part, double Share = 0.4)
{
    /// <summary>
    /// Measured on straight-line gradients of 3,000 and 5,000 operations: parts of 200 to 1,200 operations are equally fast, of 100 10 % slower, of 2,000
    /// 70 % slower, because the compiler then gives up on some.
    /// </summary>
    public static readonly ChunkLimits Default = new(1_000, 400);

    /// <summary>Nothing is split.</summary>
    public static readonly ChunkLimits None = new(int.MaxValue, int.MaxValue, double.PositiveInfinity);

    public bool Holds(MethodSize size) => size.Operations <= Method && size.FitsIn(Share);

    public bool HoldsInPart(MethodSize size) => size.Operations <= Part && size.FitsIn(Share);
}
