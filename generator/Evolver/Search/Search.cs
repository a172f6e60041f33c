using System;
using System.Threading.Tasks;

namespace Proxima.Evolver.Search;

/// <summary>
/// Islands that run side by side and send each other their best after every round. A round is a count of programs, so that what is found depends on the seed and the
/// number of rounds alone, however many threads there are and however fast they run.
/// </summary>
internal sealed class Search : IDisposable
{
    private const int Migrants = 2;

    private readonly Island[] _islands;

    public Search(Quest quest, int islands, ulong seed)
    {
        Quest = quest;
        Seed = seed;
        _islands = new Island[islands];
        for (int i = 0; i < islands; i++)
        {
            _islands[i] = new(quest, seed + (0x9E3779B97F4A7C15 * (ulong)(i + 1)));
        }
    }

    public Quest Quest { get; }

    public ulong Seed { get; }

    public ReadOnlySpan<Island> Islands => _islands;

    public int Rounds { get; set; }

    public long Evaluations
    {
        get
        {
            long sum = 0;
            foreach (Island island in _islands)
            {
                sum += island.Evaluations;
            }
            return sum;
        }
    }

    /// <summary>One round on up to a number of threads.</summary>
    public void Round(int programs, int threads)
    {
        if (threads == 1)
        {
            foreach (Island island in _islands)
            {
                island.Run(programs);
            }
        }
        else
        {
            Parallel.ForEach(_islands, new ParallelOptions { MaxDegreeOfParallelism = threads }, island => island.Run(programs));
        }
        Rounds++;
        if (Rounds % 16 == 0)
        {
            Migrate();
        }
    }

    /// <summary>The best program of a cost on any island, or null.</summary>
    public Archive.Entry? Best(int cost)
    {
        Archive.Entry? best = null;
        foreach (Island island in _islands)
        {
            ReadOnlySpan<Archive.Entry> bin = island.Archive[cost];
            best = bin.Length > 0 && (best is null || bin[0].Error < best.Value.Error) ? bin[0] : best;
        }
        return best;
    }

    public void Dispose()
    {
        foreach (Island island in _islands)
        {
            island.Dispose();
        }
    }

    /// <summary>Around the ring, the best of every cost.</summary>
    private void Migrate()
    {
        for (int i = 0; i < _islands.Length && _islands.Length > 1; i++)
        {
            Island to = _islands[(i + 1) % _islands.Length];
            Archive from = _islands[i].Archive;
            for (int cost = 1; cost <= from.MostCost; cost++)
            {
                for (int rank = 0; rank < Math.Min(Migrants, from[cost].Length); rank++)
                {
                    to.Welcome(from[cost][rank].Genome);
                }
            }
        }
    }
}
