using System;
using System.Collections.Generic;
using System.Threading;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Proves how far a kernel is from its function: on each box of a cover of the domain the difference (relative: over the function) is enclosed by Taylor models and
/// the rounding by running error analysis; the box with the largest bound is halved until no box's bound is much above an error that is really there.
/// </summary>
internal sealed class ErrorProof
{
    /// <summary>As many arguments are looked at one by one.</summary>
    private const int Few = 8;

    private readonly Target _target;
    private readonly Kernel _kernel;
    private readonly ProofOptions _options;
    private readonly Measure _measure;
    private readonly int _order;
    private readonly double _slack;
    private readonly int _firstBoxes;
    private readonly double _floor;
    private readonly bool _withRounding;
    private readonly int _result;
    private readonly WorstFirst<Box> _heap = new();

    /// <summary>The largest error without rounding that is proved to be there.</summary>
    private double _attained;

    /// <summary>The largest error of the rounded program at a centre of a box.</summary>
    private double _seen;
    private double _where;

    private ErrorProof(Target target, Kernel kernel, ProofOptions options)
    {
        _target = target;
        _kernel = kernel;
        _options = options;
        _measure = options.Measure;
        _order = Math.Max(6, Math.Min(14, 4 - (int)(Binary.Exponent(options.Expected) / 5.0)));
        _slack = options.Slack;
        _firstBoxes = options.FirstBoxes;
        _floor = options.Floor;
        _withRounding = options.WithRounding;
        _result = options.IsExact ? -1 : kernel.AddTo(target.Graph, options.IsSlope ? kernel.ValueStep : kernel.Result);
    }

    /// <summary>The bound on a domain; infinite where the function could not be enclosed.</summary>
    public static ErrorBound Run(Target target, Kernel kernel, Interval domain, ProofOptions options, CancellationToken token = default) =>
        new ErrorProof(target, kernel, options).Run(domain, options.Zeros, token);

    private ErrorBound Run(Interval domain, IReadOnlyList<double> zeros, CancellationToken token)
    {
        List<double> ends = [domain.Lo, domain.Hi];
        double width = (domain.Hi - domain.Lo) / _firstBoxes;
        for (int i = 1; i < _firstBoxes; i++)
        {
            ends.Add(domain.Lo + (i * width));
        }
        if (_options.EndsAtZero && domain.Lo < 0 && domain.Hi > 0)
        {
            ends.Add(0);
        }
        ends.Sort();
        foreach (double zero in zeros)
        {
            // Nothing else ends near a zero: it gets a box of its own, with the zero at an end of the domain or in its middle.
            ends.RemoveAll(e => e != domain.Lo && e != domain.Hi && Math.Abs(e - zero) < width);
            ends.AddRange(new[] { zero - width, zero + width });
            ends.RemoveAll(e => !(e >= domain.Lo && e <= domain.Hi));
            ends.Sort();
        }
        for (int i = 1; i < ends.Count; i++)
        {
            if (ends[i] > ends[i - 1])
            {
                Push(Bound(new(ends[i - 1], ends[i]), zeros));
            }
        }
        int boxes = _heap.Count, forRounding = 0;
        while (boxes < _options.MostBoxes && Math.Max(_attained, _seen) <= _options.Limit && forRounding < _options.RoundingBoxes && _heap.First.Upper > Math.Max(_floor, _slack * Math.Max(_attained, _seen)) && Halves(_heap.First.Domain, zeros) is { } halves)
        {
            token.ThrowIfCancellationRequested();
            forRounding += _options.IsExact || _heap.First.Approximation <= _slack * _attained ? 1 : 0;
            _heap.Pop();
            foreach (Interval half in halves)
            {
                Push(Bound(half, zeros));
                boxes++;
            }
        }
        return new(_heap.First.Upper, Math.Max(_attained, _seen), _where, _heap.First.Approximation, boxes) { Worst = _heap.First.Domain };
    }

    /// <summary>A box with a zero inside gives a smaller one around it and what is left; null where a box has no middle.</summary>
    private static List<Interval>? Halves(Interval box, IReadOnlyList<double> zeros)
    {
        foreach (double zero in zeros)
        {
            if (zero >= box.Lo && zero <= box.Hi)
            {
                double reach = Math.Max(zero - box.Lo, box.Hi - zero) * 0.5;
                List<Interval> parts = [new(Math.Max(box.Lo, zero - reach), Math.Min(box.Hi, zero + reach))];
                if (box.Lo < zero - reach)
                {
                    parts.Add(new(box.Lo, zero - reach));
                }
                if (box.Hi > zero + reach)
                {
                    parts.Add(new(zero + reach, box.Hi));
                }
                return reach > 0 && parts.Count > 1 ? parts : null;
            }
        }
        double middle = box.Midpoint;
        return middle > box.Lo && middle < box.Hi ? [new(box.Lo, middle), new(middle, box.Hi)] : null;
    }

    private void Push(Box box) => _heap.Push(box, box.Upper);

    private Box Bound(Interval box, IReadOnlyList<double> zeros)
    {
        if (_withRounding && _options.Argument.IsZero && !_options.IsSlope && Exactly(box) is { } exact)
        {
            return new(box, exact, exact);
        }
        double? zero = null;
        foreach (double z in zeros)
        {
            zero = _measure != Measure.Absolute && z >= box.Lo && z <= box.Hi ? z : zero;
        }
        double centre = zero ?? box.Midpoint;
        Series<Interval, IntervalField> onBox = new(_target.Graph, box, SeriesOrder);
        double approximation = double.PositiveInfinity, least = 1;
        if (_target.Find(onBox) is { } function)
        {
            approximation = Smooth(function, box, centre, zero, onBox, out least);
        }
        if (double.IsInfinity(approximation) && !_options.IsSlope)
        {
            Interval range = _target.Range(box), error = _options.IsExact ? 0 : onBox[_result, 0] - range;
            least = Divisor(range);
            approximation = least > 0 && error.IsBounded ? Ball.Up(error.Magnitude / least) : double.PositiveInfinity;
        }
        if (!_withRounding)
        {
            return new(box, approximation, approximation);
        }
        if (_options.Argument.IsZero)
        {
            Look(_kernel.IsSingle ? (float)centre : centre);
        }
        RoundingError rounding = RoundingError.Of(_kernel, box, zero, _options.Argument);
        double upper = Ball.Up(approximation + Ball.Up((zero is null ? rounding.Absolute : rounding.PerDistance) / least));
        if (_measure == Measure.Ulps)
        {
            double before = Ball.Up(approximation + Ball.Up((zero is null ? rounding.AbsoluteBefore : rounding.PerDistanceBefore) / least));
            upper = Math.Min(upper, RoundingError.UlpsAfterRounding(before));
        }
        return new(box, double.IsNaN(upper) ? double.PositiveInfinity : upper, approximation);
    }

    /// <summary>The error without rounding where the function is smooth, and the least that an error is divided by.</summary>
    private double Smooth(int function, Interval box, double centre, double? zero, Series<Interval, IntervalField> onBox, out double least)
    {
        Interval distance = new Interval(box.Lo, box.Hi) - centre;
        least = 1;
        if (_options.IsExact && zero is null)
        {
            least = Divisor(_options.IsSlope ? onBox[function, 1] : onBox[function, 0]);
            return 0;
        }
        Series<Ball, BallField> atCentre = new(_target.Graph, centre, SeriesOrder);
        TaylorModel difference = Model(_options.IsExact ? _target.Graph.Constant(0) : _target.Graph.Minus(_result, function), atCentre, onBox);
        if (!difference.IsFinite)
        {
            return double.PositiveInfinity;
        }
        Interval error, at;
        if (_measure == Measure.Absolute)
        {
            error = difference.Range(distance);
            at = difference.Coefficients[0].ToInterval();
        }
        else
        {
            TaylorModel divisor = Model(function, atCentre, onBox);
            if (zero is not null)
            {
                if (!difference.Coefficients[0].IsZero || !divisor.Coefficients[0].IsZero || !divisor.IsFinite)
                {
                    return double.PositiveInfinity;
                }
                difference = difference.OverDistance();
                divisor = divisor.OverDistance();
            }
            Interval values = divisor.Range(distance);
            least = values.Mignitude;
            bool isOfUnits = _measure == Measure.Ulps && zero is null;
            if (isOfUnits)
            {
                least = Divisor(values);
                if (least < Formats.Unit(Ball.Up(values.Mignitude), _kernel.IsSingle) && Monotone(function, box, onBox) is { } exact)
                {
                    least = Formats.Unit(exact, _kernel.IsSingle); // at a power of two, below which units are half as large
                }
                error = difference.Range(distance) / least;
                at = difference.Coefficients[0].ToInterval() / Formats.Unit(atCentre[function, 0].Magnitude, _kernel.IsSingle);
            }
            else
            {
                error = TaylorModel.Quotient(difference, divisor, distance);
                at = (difference.Coefficients[0] / divisor.Coefficients[0]).ToInterval();
            }
            if (_measure == Measure.Ulps && zero is not null)
            {
                // A unit is more than 2⁻²⁴ of the value, or 2⁻⁵³.
                double units = 1 / Formats.HalfUnit(_kernel.IsSingle);
                least /= units;
                error *= units;
                at = 0;
            }
        }
        if (at.Mignitude > Math.Max(_attained, _seen))
        {
            _where = centre;
        }
        _attained = Math.Max(_attained, at.Mignitude);
        return error.IsBounded ? error.Magnitude : double.PositiveInfinity;
    }

    /// <summary>Of derivatives one order more is needed.</summary>
    private int SeriesOrder => _options.IsSlope ? _order + 1 : _order;

    private TaylorModel Model(int node, Series<Ball, BallField> atCentre, Series<Interval, IntervalField> onBox)
    {
        TaylorModel model = TaylorModel.Of(node, SeriesOrder, atCentre, onBox);
        return _options.IsSlope ? model.Derivative() : model;
    }

    /// <summary>The least |value| of a function that does not turn in a box, from its ends.</summary>
    private double? Monotone(int function, Interval box, Series<Interval, IntervalField> onBox)
    {
        Interval slope = onBox[function, 1];
        if (slope.Lo < 0 && slope.Hi > 0)
        {
            return null;
        }
        Ball low = new Series<Ball, BallField>(_target.Graph, box.Lo, 0)[function, 0], high = new Series<Ball, BallField>(_target.Graph, box.Hi, 0)[function, 0];
        return low.Middle.Hi > 0 == high.Middle.Hi > 0 ? Math.Min(low.Radius == 0 ? Math.Abs(low.Middle.Hi) : low.Mignitude, high.Radius == 0 ? Math.Abs(high.Middle.Hi) : high.Mignitude) : null;
    }

    /// <summary>The least that an error is divided by where the function has such values.</summary>
    private double Divisor(Interval values) => _measure switch
    {
        Measure.Absolute => 1,
        Measure.Relative => values.Mignitude,
        _ => values.Mignitude > 0 ? Formats.Unit(values.Mignitude, _kernel.IsSingle) : 0,
    };

    /// <summary>
    /// The largest error at the arguments in a box that has only a few of them, or null. Where a result crosses a power of two that is far below what interval analysis
    /// must assume.
    /// </summary>
    private double? Exactly(Interval box)
    {
        bool isSingle = _kernel.IsSingle;
        double first = isSingle ? (float)box.Lo : box.Lo, end = first;
        first = end = first < box.Lo ? Formats.Next(first, true, isSingle) : first;
        for (int i = 0; i < Few && end <= box.Hi; i++)
        {
            end = Formats.Next(end, true, isSingle);
        }
        if (end <= box.Hi)
        {
            return null;
        }
        double largest = 0;
        for (double x = first; x < end; x = Formats.Next(x, true, isSingle))
        {
            if (_target.Find(x) is not { } function)
            {
                return null;
            }
            Ball value = new Series<Ball, BallField>(_target.Graph, x, 0)[function, 0];
            if (_measure != Measure.Absolute && value.IsZero)
            {
                continue; // where the limit counts, which a larger box knows
            }
            Ball error = (Ball)_kernel.Run(x) - value;
            double size = _measure switch
            {
                Measure.Absolute => error.Magnitude,
                Measure.Relative => (error / value).Magnitude,
                _ => error.Magnitude / Formats.Unit(value.Mignitude, isSingle),
            };
            largest = size <= largest ? largest : size; // not Max: a NaN must not get lost
            Look(x);
        }
        return largest;
    }

    /// <summary>What the program really does at an argument of its format.</summary>
    private void Look(double x)
    {
        DoubleDouble value = _options.IsSlope ? _target.Slope(x) : _target.Value(x);
        if (double.IsNaN(value.Hi))
        {
            return;
        }
        if (_measure != Measure.Absolute && value.IsZero)
        {
            return;
        }
        double error = Math.Abs((_kernel.Run(x) - value).Hi) / Size(value.Hi);
        if (error > Math.Max(_seen, _attained))
        {
            _where = x;
        }
        _seen = Math.Max(_seen, error);
    }

    private double Size(double value) => _measure switch
    {
        Measure.Absolute => 1,
        Measure.Relative => Math.Abs(value),
        _ => Formats.Unit(value, _kernel.IsSingle),
    };

    private readonly record struct Box(Interval Domain, double Upper, double Approximation);
}
