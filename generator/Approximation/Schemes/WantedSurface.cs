using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>What is asked of an approximation of several variables: an interval for each, an error that must be proved, a format.</summary>
internal sealed record WantedSurface(EquatableArray<Interval> Box, Measure Measure, double Tolerance, bool IsSingle)
{
    /// <summary>True when arguments outside of their intervals count as the nearest ends.</summary>
    public bool HasClamps { get; init; } = true;

    /// <summary>A unit in the last place is at most twice the half unit of one, as a share of the value.</summary>
    public double RelativeTolerance => Measure == Measure.Ulps ? Tolerance * 2 * Formats.HalfUnit(IsSingle) : Tolerance;

    /// <summary>The domain in numbers of the format, none outside of it.</summary>
    public EquatableArray<Interval> Arguments
    {
        get
        {
            Interval[] box = new Interval[Box.Count];
            for (int i = 0; i < box.Length; i++)
            {
                double lo = Formats.Ceiling(Box[i].Lo, IsSingle), hi = Formats.Floor(Box[i].Hi, IsSingle);
                box[i] = lo < hi ? new(lo, hi) : throw new ApproximationException("between the ends of a domain there are no two numbers of the format");
            }
            return new(box);
        }
    }
}
