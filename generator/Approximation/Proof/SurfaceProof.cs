using System;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Proves how far a kernel of several arguments is from its function: on each box of a cover of the domain the difference is a polynomial and a rest. Boxes are halved until
/// rests are small; how large the polynomials are, their Bernstein forms say on parts of a box, which takes no more expansions.
/// </summary>
internal sealed class SurfaceProof
{
    /// <summary>As many parts a box is cut in.</summary>
    private const int MostParts = 400;

    /// <summary>A rest that is a larger share of what may be is not worth a polynomial.</summary>
    private const double LargestRest = 0.04;

    /// <summary>High powers that are a smaller share of what may be are left out.</summary>
    private const double Negligible = 0.003;

    private readonly Target _target;
    private readonly Kernel _kernel;
    private readonly ProofOptions _options;
    private readonly int _order;
    private readonly int _result;
    private readonly double[] _widths;
    private readonly WorstFirst<Box> _boxes = new();

    /// <summary>The largest error without rounding that is proved to be there.</summary>
    private double _attained;

    /// <summary>The largest error of the rounded program where it was run.</summary>
    private double _seen;
    private EquatableArray<double> _where = [];

    private SurfaceProof(Target target, Kernel kernel, Interval[] domain, ProofOptions options)
    {
        _widths = Array.ConvertAll(domain, static d => d.Width);
        _target = target;
        _kernel = kernel;
        _options = options;
        _order = OrderOf(target.Variables, options.Expected);
        _result = kernel.AddTo(target.Graph, kernel.Result);
    }

    private double Known => Math.Max(_attained, _seen);

    /// <summary>The bound on a domain; infinite where the function could not be enclosed.</summary>
    public static ErrorBound Run(Target target, Kernel kernel, EquatableArray<Interval> domain, ProofOptions options, CancellationToken token = default) =>
        new SurfaceProof(target, kernel, [.. domain], options).Run([.. domain], token);

    /// <summary>The degree of what is left of expansions, by how small it must be: more terms a box, or more boxes.</summary>
    private static int OrderOf(int variables, double expected)
    {
        int digits = -(int)(Binary.Exponent(expected) / 3.33);
        return variables == 2 ? Math.Max(6, Math.Min(14, 5 + digits)) : Math.Max(6, Math.Min(10, 4 + digits));
    }

    private ErrorBound Run(Interval[] domain, CancellationToken token)
    {
        Push(domain);
        int boxes = 1, forRounding = 0;
        while (boxes < _options.MostBoxes && Known <= _options.Limit && forRounding < _options.RoundingBoxes && _boxes.Bound > Math.Max(_options.Floor, _options.Slack * Known))
        {
            token.ThrowIfCancellationRequested();
            Box worst = _boxes.First;
            double middle = worst.Domain[worst.Axis].Midpoint;
            if (!(middle > worst.Domain[worst.Axis].Lo && middle < worst.Domain[worst.Axis].Hi))
            {
                break;
            }
            forRounding += worst.Approximation <= _options.Slack * _attained ? 1 : 0;
            _boxes.Pop();
            Push(Replaced(worst, new(worst.Domain[worst.Axis].Lo, middle)));
            Push(Replaced(worst, new(middle, worst.Domain[worst.Axis].Hi)));
            boxes++;
        }
        return new(_boxes.Bound, Known, double.NaN, _boxes.First.Approximation, boxes) { At = _where };
    }

    private static Interval[] Replaced(Box box, Interval half)
    {
        Interval[] part = (Interval[])box.Domain.Clone();
        part[box.Axis] = half;
        return part;
    }

    private void Push(Interval[] domain)
    {
        Box box = Bound(domain);
        _boxes.Push(box, box.Upper);
    }

    private Box Bound(Interval[] domain)
    {
        Series<Interval, IntervalField> onBox = new(_target.Graph, domain, _order);
        double approximation = double.PositiveInfinity, least = 1;
        int axis = Widest(domain);
        if (_target.Find(onBox) is { } function)
        {
            approximation = Smooth(function, domain, onBox, ref axis, out least);
        }
        else
        {
            Interval range = _target.Range(domain), error = onBox[_result, 0] - range;
            least = Divisor(range);
            approximation = least > 0 && error.IsBounded ? Ball.Up(error.Magnitude / least) : double.PositiveInfinity;
        }
        if (!(approximation <= double.MaxValue))
        {
            return new(domain, double.PositiveInfinity, double.PositiveInfinity, axis);
        }
        RoundingError rounding = RoundingError.Of(_kernel, domain);
        double upper = Ball.Up(approximation + Ball.Up(rounding.Absolute / least));
        if (_options.Measure == Measure.Ulps)
        {
            upper = Math.Min(upper, RoundingError.UlpsAfterRounding(Ball.Up(approximation + Ball.Up(rounding.AbsoluteBefore / least))));
        }
        if (upper > 1.01 * approximation)
        {
            Look(Array.ConvertAll(domain, static d => d.Midpoint));
        }
        return new(domain, upper, approximation, axis);
    }

    /// <summary>The error without rounding where the function is smooth, and the least that an error is divided by.</summary>
    private double Smooth(int function, Interval[] domain, Series<Interval, IntervalField> onBox, ref int axis, out double least)
    {
        double[] centre = Array.ConvertAll(domain, static d => d.Midpoint), reach = new double[centre.Length];
        bool isModerate = true;
        for (int i = 0; i < reach.Length; i++)
        {
            reach[i] = (domain[i] - centre[i]).Magnitude;
            isModerate &= reach[i] is > 1e-20 and < 1e20; // up to the 14th power they are normal numbers
        }
        bool isDivided = _options.Measure != Measure.Absolute;
        least = isDivided ? Divisor(onBox[function, 0]) : 1;
        SurfaceModel difference = new(_target.Graph.Minus(_result, function), _order, reach, onBox);
        if (difference.IsFinite && difference.Rest > 0)
        {
            axis = Array.IndexOf(difference.Shares, difference.Shares.Max());
        }
        double most = _options.Limit * (isDivided ? SizeOf(onBox[function, 0]) : 1);
        if (!isModerate || !difference.IsFinite || !SurfaceModel.IsSmooth(function, _order, reach.Length, onBox) || !(difference.Rest <= LargestRest * most))
        {
            return double.PositiveInfinity;
        }
        Series<Ball, BallField> atCentre = new(_target.Graph, Array.ConvertAll(centre, static c => (Ball)c), _order - 1);
        BernsteinForm? divisor = null;
        if (isDivided)
        {
            SurfaceModel values = new(function, _order, reach, onBox);
            if (!values.IsFinite)
            {
                return double.PositiveInfinity;
            }
            divisor = values.Form(atCentre, Negligible * least);
            least = Math.Max(least, Divisor(divisor.Range));
            if (!(least > 0))
            {
                return double.PositiveInfinity;
            }
        }
        return Largest(new(difference.Form(atCentre, double.IsInfinity(most) ? 0 : Negligible * most), divisor, domain));
    }

    /// <summary>The largest quotient on a box, whose parts are halved until none's bound is much above an error that is there.</summary>
    private double Largest(Part whole)
    {
        WorstFirst<Part> parts = new();
        parts.Push(whole, Upper(whole));
        for (int i = 0; i < MostParts && parts.Bound > _options.Slack * _attained && _attained <= _options.Limit; i++)
        {
            Part part = parts.Pop();
            int axis = part.Difference.Steepest();
            double middle = part.Domain[axis].Midpoint;
            (BernsteinForm low, BernsteinForm high) = part.Difference.Halve(axis);
            (BernsteinForm? under, BernsteinForm? over) = part.Divisor is { } divisor ? divisor.Halve(axis) : default;
            foreach (bool isLow in new[] { true, false })
            {
                Interval[] domain = (Interval[])part.Domain.Clone();
                domain[axis] = isLow ? Interval.Raw(domain[axis].Lo, middle) : Interval.Raw(middle, domain[axis].Hi); // what is said to a reader, no more
                Part half = new(isLow ? low : high, isLow ? under : over, domain);
                parts.Push(half, Upper(half));
            }
        }
        return parts.Bound;
    }

    private double Upper(Part part)
    {
        for (int corner = 0; corner < 1 << part.Domain.Length; corner++)
        {
            Interval error = part.Difference.AtCorner(corner);
            double divisor = part.Divisor is { } form ? SizeOf(form.AtCorner(corner)) : 1;
            double there = error.Mignitude / divisor * 0.999999; // less than it is, whatever rounds
            if (there > Known)
            {
                _where = Place(part.Domain, corner);
            }
            _attained = there > _attained ? there : _attained;
        }
        double least = part.Divisor is { } values ? Divisor(values.Range) : 1;
        return least > 0 ? Ball.Up(part.Difference.Range.Magnitude / least) : double.PositiveInfinity;
    }

    private static EquatableArray<double> Place(Interval[] domain, int corner)
    {
        double[] place = new double[domain.Length];
        for (int i = 0; i < place.Length; i++)
        {
            place[i] = (corner & (1 << i)) != 0 ? domain[i].Hi : domain[i].Lo;
        }
        return new(place);
    }

    /// <summary>The variable along which a box is the largest share of the domain.</summary>
    private int Widest(Interval[] domain)
    {
        int widest = 0;
        for (int i = 1; i < domain.Length; i++)
        {
            widest = domain[i].Width / _widths[i] > domain[widest].Width / _widths[widest] ? i : widest;
        }
        return widest;
    }

    /// <summary>What the program really does at a point.</summary>
    private void Look(double[] at)
    {
        double[] x = _kernel.IsSingle ? Array.ConvertAll(at, static v => (double)(float)v) : at;
        DoubleDouble value = _target.Value(x);
        if (!value.IsFinite || (value.IsZero && _options.Measure != Measure.Absolute))
        {
            return;
        }
        double error = Math.Abs((_kernel.Run(x) - value).Hi) / SizeOf(value.Hi);
        if (error > Known)
        {
            _where = new(x);
        }
        _seen = error > _seen ? error : _seen;
    }

    /// <summary>The least that an error is divided by where the function has such values.</summary>
    private double Divisor(Interval values) => _options.Measure switch
    {
        Measure.Absolute => 1,
        Measure.Relative => values.Mignitude,
        _ => values.Mignitude > 0 ? Formats.Unit(values.Mignitude, _kernel.IsSingle) : 0,
    };

    /// <summary>The most.</summary>
    private double SizeOf(Interval values) => _options.Measure switch
    {
        Measure.Absolute => 1,
        Measure.Relative => values.Magnitude,
        _ => Formats.Unit(values.Magnitude, _kernel.IsSingle),
    };

    private readonly record struct Box(Interval[] Domain, double Upper, double Approximation, int Axis);

    /// <summary>A part of a box: the difference and, where errors are shares of the function, the function.</summary>
    private readonly record struct Part(BernsteinForm Difference, BernsteinForm? Divisor, Interval[] Domain);
}
