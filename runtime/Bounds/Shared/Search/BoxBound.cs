using System;

namespace Proxima;

/// <summary>
/// The bound of one box: the function's own enclosure met with its mean-value form, on what is left after every coordinate in which the function only
/// grows, or only falls, has moved to the end where it is largest.
/// </summary>
/// <remarks>
/// The mean-value form is <c>f(c) + Σ sⱼ·(xⱼ − cⱼ)</c>, valid for the generalised gradient of a locally Lipschitz function (Lebourg 1975); its centre is the
/// one of the least upper bound (Baumann 1988). Where a slope may be anything, the form bounds nothing and the function's own enclosure remains.
/// </remarks>
internal sealed class BoxBound<TObjective>
    where TObjective : IBoxObjective
{
    // A monotone function reaches once its width, a sum of a few terms a few times. At 4 the trials of EdgeChoice mislead, from 16 to 64 they do the same.
    private const double MostReach = 16;

    private readonly TObjective _objective;
    private readonly bool _isStrict;
    private readonly Interval[] _point;
    private readonly Interval[] _unmoved;

    /// <param name="objective">The function.</param>
    /// <param name="isStrict">True to keep coordinates in which the function may also be constant, so that no point of the maximum is lost.</param>
    public BoxBound(TObjective objective, bool isStrict)
    {
        _objective = objective;
        _isStrict = isStrict;
        Slopes = new Interval[objective.Dimension];
        _point = new Interval[objective.Dimension];
        SlopesAtPoint = new Interval[objective.Dimension];
        _unmoved = new Interval[objective.Dimension];
        Centre = new double[objective.Dimension];
    }

    /// <summary>The slopes on the box last bounded, where <see cref="HasSlopes"/>.</summary>
    public Interval[] Slopes { get; }

    /// <summary>True when the box last bounded had slopes.</summary>
    public bool HasSlopes { get; private set; }

    /// <summary>True when slopes and edges of the box last bounded would let the function vary many times as much as it can: it swings there.</summary>
    public bool IsSwinging { get; private set; }

    /// <summary>The point of the box last bounded at which the function was evaluated.</summary>
    public double[] Centre { get; }

    /// <summary>Encloses the value at <see cref="Centre"/>; empty where there is none.</summary>
    public Interval AtCentre { get; private set; }

    /// <summary>The slopes at the point last given to <see cref="At"/>.</summary>
    public Interval[] SlopesAtPoint { get; }

    /// <summary>An upper bound on the box, which loses the coordinates that do not matter; NaN where the function is defined nowhere on it.</summary>
    public double Upper(Interval[] box)
    {
        Interval value;
        int round = 0;
        do
        {
            HasSlopes = _objective.Evaluate(box, Slopes, out value);
            if (value.IsEmpty && round == 0)
            {
                return double.NaN;
            }
            if (value.IsEmpty)
            {
                // x^-0.5 only falls on [0, 1], and has no value at the end where it would be largest.
                Array.Copy(_unmoved, box, box.Length);
                HasSlopes = _objective.Evaluate(box, Slopes, out value);
                break;
            }
            Array.Copy(box, _unmoved, box.Length);
        }
        while (HasSlopes && round++ < box.Length && MoveToEnds(box, Slopes, _isStrict));
        ChooseCentre(box, HasSlopes ? Slopes : default(ReadOnlySpan<Interval>), Centre);
        AtCentre = EncloseAt(Centre);
        IsSwinging = HasSlopes && Swings(box, Slopes, value);
        return HasSlopes ? Meet(box, Slopes, Centre, AtCentre, value) : value.Hi;
    }

    /// <summary>The point to evaluate a box at: where the mean-value form bounds best, and without slopes, which are empty then, the middle.</summary>
    public static void ChooseCentre(Interval[] box, ReadOnlySpan<Interval> slopes, double[] centre)
    {
        for (int j = 0; j < box.Length; j++)
        {
            centre[j] = !slopes.IsEmpty ? BestCentre(box[j], slopes[j]) : SplitPoint(box[j]);
        }
    }

    /// <summary>The upper bound that values and mean-value form make together.</summary>
    public static double Meet(Interval[] box, ReadOnlySpan<Interval> slopes, double[] centre, Interval atCentre, Interval value)
    {
        if (atCentre.IsEmpty)
        {
            return value.Hi;
        }
        Interval form = atCentre;
        for (int j = 0; j < box.Length; j++)
        {
            if (!box[j].IsPoint)
            {
                form += slopes[j] * (box[j] - centre[j]);
            }
        }
        return form.Hi < value.Hi ? form.Hi : value.Hi;
    }

    public static bool Swings(Interval[] box, ReadOnlySpan<Interval> slopes, Interval value)
    {
        double reach = 0;
        for (int j = 0; j < box.Length; j++)
        {
            reach += slopes[j].Magnitude * box[j].Width;
        }
        return reach > MostReach * value.Width;
    }

    /// <summary>The value and <see cref="SlopesAtPoint"/> at a point; false where the function has no slopes there.</summary>
    public bool At(double[] point, out Interval value)
    {
        for (int j = 0; j < point.Length; j++)
        {
            _point[j] = point[j];
        }
        return _objective.Evaluate(_point, SlopesAtPoint, out value);
    }

    private Interval EncloseAt(double[] point)
    {
        for (int j = 0; j < point.Length; j++)
        {
            _point[j] = point[j];
        }
        return _objective.Enclose(_point);
    }

    /// <summary>A finite member of an edge that halves it well: half lines double.</summary>
    public static double SplitPoint(Interval edge)
    {
        if (edge.IsBounded || edge.IsEntire)
        {
            return edge.Midpoint;
        }
        return edge.Hi <= double.MaxValue
            ? Math.Max(edge.Hi >= 1 ? 0 : (2 * edge.Hi) - 1, double.MinValue)
            : Math.Min(edge.Lo <= -1 ? 0 : (2 * edge.Lo) + 1, double.MaxValue);
    }

    /// <summary>Moves coordinates in which the function only grows or falls to the end where it is largest; false when none moved.</summary>
    public static bool MoveToEnds(Interval[] box, ReadOnlySpan<Interval> slopes, bool isStrict)
    {
        bool hasMoved = false;
        for (int j = 0; j < box.Length; j++)
        {
            if (box[j].IsPoint)
            {
                continue;
            }
            if (!slopes[j].IsBounded)
            {
                continue; // slopes of one sign, unbounded beside a pole: at that end the function may have no value, whatever it has beside it
            }
            bool grows = isStrict ? slopes[j].Lo > 0 : slopes[j].Lo >= 0, falls = isStrict ? slopes[j].Hi < 0 : slopes[j].Hi <= 0;
            double end = grows ? box[j].Hi : box[j].Lo;
            if ((grows || falls) && !double.IsInfinity(end))
            {
                box[j] = end;
                hasMoved = true;
            }
        }
        return hasMoved;
    }

    /// <summary>Where <c>max(s.Hi·(x.Hi − c), s.Lo·(x.Lo − c))</c> is least.</summary>
    private static double BestCentre(Interval edge, Interval slope)
    {
        if (!edge.IsBounded)
        {
            return SplitPoint(edge);
        }
        if (slope.Lo >= 0 || slope.Hi <= 0)
        {
            return slope.Lo >= 0 ? edge.Hi : edge.Lo;
        }
        double centre = ((slope.Hi * edge.Hi) - (slope.Lo * edge.Lo)) / (slope.Hi - slope.Lo);
        return centre >= edge.Lo && centre <= edge.Hi ? centre : edge.Midpoint; // an unbounded slope makes it NaN
    }
}
