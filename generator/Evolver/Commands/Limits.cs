namespace Proxima.Evolver.Commands;

/// <summary>How long a search goes on, how wide, and where it is kept.</summary>
/// <param name="Rounds">What ends it wherever it runs; 0 for the time alone.</param>
internal sealed record Limits(double Seconds, int Rounds, int Threads, int Islands, ulong Seed, string? Checkpoint)
{
    /// <summary>Programs that an island tries in a round: some hundredths of a second.</summary>
    public const int Programs = 4096;

    public static Limits Of(Options options) => new(
        options.Number("seconds", options.Text("rounds") is null ? 60 : double.PositiveInfinity),
        options.Count("rounds", 0),
        options.Count("threads", 1),
        options.Count("islands", 4),
        (ulong)options.Count("seed", 1),
        options.Text("checkpoint"));
}
