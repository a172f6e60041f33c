namespace Proxima;

/// <summary>Enclosures of derivatives.</summary>
internal static class Slopes
{
    /// <summary>A derivative that exists nowhere on a box bounds nothing: empty becomes all reals.</summary>
    public static void Repair(Interval[] slopes)
    {
        for (int j = 0; j < slopes.Length; j++)
        {
            if (slopes[j].IsEmpty)
            {
                slopes[j] = Interval.Entire;
            }
        }
    }

    /// <summary>The generalised derivative of |g|: 1, −1 or what lies between.</summary>
    public static Interval Sign(Interval g)
    {
        if (g.Lo >= 0)
        {
            return 1;
        }
        return g.Hi <= 0 ? new Interval(-1, -1) : new Interval(-1, 1);
    }
}
