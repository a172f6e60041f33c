namespace Proxima;

/// <summary>Enclosures of derivatives.</summary>
internal static class Slopes
{
    /// <summary>A derivative that exists nowhere on a box bounds nothing: empty becomes all reals.</summary>
    public static void Repair(Interval[] slopes) => Repair(slopes, 0, slopes.Length);

    /// <inheritdoc cref="Repair(Interval[])"/>
    public static void Repair(Interval[] slopes, int start, int count)
    {
        for (int j = start; j < start + count; j++)
        {
            if (slopes[j].IsEmpty)
            {
                slopes[j] = Interval.Entire;
            }
        }
    }

    /// <summary>
    /// Encloses values and slopes. The value comes with the slopes where these are bounded, and is asked for itself where they are not: only then may the function be
    /// defined on a part of the box, or nowhere, which the values that come with slopes do not tell.
    /// </summary>
    public static Interval Evaluate<TModel>(TModel model, Interval[] box, Interval[] slopes)
        where TModel : IBoxModel
    {
        Interval value = model.GradientRange(box, slopes);
        if (AreBounded(slopes, 0, slopes.Length))
        {
            return value;
        }
        Repair(slopes);
        return model.Range(box);
    }

    /// <summary>True when all are bounded; an empty one is not.</summary>
    public static bool AreBounded(Interval[] slopes, int start, int count)
    {
        for (int j = start; j < start + count; j++)
        {
            if (!slopes[j].IsBounded)
            {
                return false;
            }
        }
        return true;
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
