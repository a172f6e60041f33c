using System;

namespace Proxima.Evolver.Search;

/// <summary>
/// The survivors: for every cost a bin of the best programs, no two with one error (Mouret and Clune 2015, with cost as the one trait), so that a program is compared
/// only with those that cost the same.
/// </summary>
internal sealed class Archive
{
    public const int BinSize = 60;

    private readonly Entry[][] _bins;
    private readonly int[] _counts;

    public Archive(int mostCost)
    {
        _bins = new Entry[mostCost + 1][];
        _counts = new int[mostCost + 1];
        for (int cost = 0; cost <= mostCost; cost++)
        {
            _bins[cost] = new Entry[BinSize];
            for (int i = 0; i < BinSize; i++)
            {
                _bins[cost][i] = new(new(), double.PositiveInfinity, 0);
            }
        }
    }

    public int MostCost => _bins.Length - 1;

    /// <summary>The survivors of a cost, the best first.</summary>
    public ReadOnlySpan<Entry> this[int cost] => _bins[cost].AsSpan(0, _counts[cost]);

    /// <summary>An error that a program of a cost must be below to survive.</summary>
    public double Limit(int cost) => _counts[cost] == BinSize ? _bins[cost][BinSize - 1].Error : double.PositiveInfinity;

    /// <summary>One of the survivors: every cost that has any is as likely as another, the better of two is taken.</summary>
    public Genome? Pick(Chance chance)
    {
        int filled = 0;
        foreach (int count in _counts)
        {
            filled += count > 0 ? 1 : 0;
        }
        if (filled == 0)
        {
            return null;
        }
        int wanted = chance.Below(filled), cost = 0;
        while (_counts[cost] == 0 || wanted-- > 0)
        {
            cost++;
        }
        int first = chance.Below(_counts[cost]), second = chance.Below(_counts[cost]);
        return _bins[cost][Math.Min(first, second)].Genome;
    }

    /// <summary>Adds a program unless it is worse than what there is, or does just as well as another; of one structure only the best stays.</summary>
    public bool Add(Genome genome, ulong structure, int cost, double error)
    {
        Entry[] bin = _bins[cost];
        int count = _counts[cost], known = 0, place = 0;
        while (known < count && bin[known].Structure != structure)
        {
            known++;
        }
        while (place < count && bin[place].Error <= error)
        {
            place++;
        }
        bool isEqual = (place > 0 && IsSame(bin[place - 1].Error, error)) || (place < count && place != known && IsSame(bin[place].Error, error));
        if (place == BinSize || isEqual || !double.IsFinite(error) || (known < count && place > known))
        {
            return false;
        }
        int last = known < count ? known : Math.Min(count, BinSize - 1);
        Genome free = bin[last].Genome;
        Array.Copy(bin, place, bin, place + 1, last - place);
        free.CopyFrom(genome);
        bin[place] = new(free, error, structure);
        _counts[cost] = Math.Max(count, last + 1);
        return true;
    }

    private static bool IsSame(double a, double b) => Math.Abs(a - b) <= 1e-7 * b;

    internal readonly record struct Entry(Genome Genome, double Error, ulong Structure);
}
