extern alias runtime;

using System;
using System.Collections.Generic;
using System.Globalization;
using Proxima;
using Interval = runtime::Proxima.Interval;
using Norm = runtime::Proxima.Norm;

namespace Tests.Shared;

/// <summary>
/// Looks for a counter-example to bounds: many points in each of many random boxes, of all sizes and shapes, must have their values, gradients and second
/// derivatives inside of the box's enclosures, and any two their values no further apart than the Lipschitz bounds of the box allow.
/// </summary>
/// <remarks>
/// A sample is computed in doubles and differs from the real number that is enclosed by its own roundings. So one that lies outside is judged by the
/// enclosure at the point itself, which contains the real number: nothing in common with the box's enclosure is a proof that one of the two is wrong. Otherwise
/// the sample may be outside by eight times the point enclosure's width. That width is at least two ulps of the result for each rounding that can move it
/// (outward at both ends), where the sample's rounding is half an ulp, or, in the C library's functions, 2.9 ulps at most (cbrt, measured; sines of
/// arguments beyond 2⁴⁰ excepted, which no model here has).
/// </remarks>
internal sealed class Attack
{
    private const int PointsPerBox = 256;
    private const double PointWidths = 8;

    private readonly IEnclosure _model;
    private readonly IHessianProduct<double>? _second;
    private readonly Interval[] _domain;
    private readonly int _dimension;
    private readonly Interval[] _box, _gradientRange, _hessianRange, _point, _atPoint, _atOther, _secondAtPoint;
    private readonly double[] _x, _gradient, _other, _direction, _column;
    private readonly double[] _lipschitz = new double[3];
    private readonly List<string> _violations = [];
    private ulong _state;

    // Boxes attacked, to be computed once more together.
    private const int Together = 11;
    private readonly Interval[] _boxes, _ranges = new Interval[Together], _values = new Interval[Together], _gradients, _rangesTogether = new Interval[Together], _valuesTogether = new Interval[Together], _gradientsTogether;
    private int _kept;

    /// <param name="model">The generated model.</param>
    /// <param name="domain">Bounded intervals.</param>
    /// <param name="seed">Equal seeds give equal attacks.</param>
    public Attack(IEnclosure model, ReadOnlySpan<Interval> domain, int seed)
    {
        _model = model;
        _second = model as IHessianProduct<double>;
        _domain = domain.ToArray();
        _dimension = domain.Length;
        (_box, _gradientRange, _point, _atPoint, _atOther) = (new Interval[_dimension], new Interval[_dimension], new Interval[_dimension], new Interval[_dimension], new Interval[_dimension]);
        (_hessianRange, _secondAtPoint) = (new Interval[_dimension * _dimension], new Interval[_dimension * _dimension]);
        (_x, _gradient, _other, _direction, _column) = (new double[_dimension], new double[_dimension], new double[_dimension], new double[_dimension], new double[_dimension]);
        (_boxes, _gradients, _gradientsTogether) = (new Interval[Together * _dimension], new Interval[Together * _dimension], new Interval[Together * _dimension]);
        _state = (ulong)seed;
    }

    /// <summary>What was proved wrong; the first hundred.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>Points compared.</summary>
    public long Samples { get; private set; }

    /// <summary>Numbers that were outside and had to be judged.</summary>
    public long Judged { get; private set; }

    /// <summary>Boxes on which second derivatives had bounds.</summary>
    public long SecondOrderBoxes { get; private set; }

    /// <summary>
    /// The number of samples that <c>PROXIMA_ATTACK</c> asks for (such as 1e9), or else the number for every build. A large one is for an afternoon, outside of a build.
    /// </summary>
    public static long SamplesOr(long usual) =>
        Environment.GetEnvironmentVariable("PROXIMA_ATTACK") is { Length: > 0 } text ? (long)double.Parse(text, CultureInfo.InvariantCulture) : usual;

    /// <summary>Takes at least so many more samples.</summary>
    public void Run(long samples)
    {
        for (long end = Samples + samples; Samples < end;)
        {
            ChooseBox();
            Interval range = _model.Range(_box);
            Interval value = _model.GradientRange(_box, _gradientRange);
            Keep(range, value);
            bool hasSecond = _model.HessianRange(_box, _hessianRange);
            SecondOrderBoxes += hasSecond ? 1 : 0;
            for (int i = 0; i < _lipschitz.Length; i++)
            {
                _lipschitz[i] = Boxes.Lipschitz(_gradientRange, (Norm)i);
            }
            double before = double.NaN;
            for (int i = 0; i < PointsPerBox; i++, Samples++)
            {
                _x.CopyTo(_other, 0);
                ChoosePoint();
                double sample = _model.Gradient(_x, _gradient);
                if (!double.IsFinite(sample))
                {
                    before = double.NaN; // no value there, or one beyond the doubles
                    continue;
                }
                CheckFirst(sample, range, value);
                if (!double.IsNaN(before))
                {
                    CheckSlope(sample, before);
                }
                if (hasSecond && i % 16 == 0)
                {
                    CheckSecond();
                }
                before = sample;
            }
        }
    }

    /// <summary>Bounds of several boxes together are those of each alone.</summary>
    private void Keep(Interval range, Interval value)
    {
        _box.CopyTo(_boxes, _kept * _dimension);
        _gradientRange.CopyTo(_gradients, _kept * _dimension);
        (_ranges[_kept], _values[_kept]) = (range, value);
        if (++_kept < Together)
        {
            return;
        }
        _kept = 0;
        _model.Ranges(_boxes, _rangesTogether);
        _model.GradientRanges(_boxes, _valuesTogether, _gradientsTogether);
        RequireSame(_ranges, _rangesTogether);
        RequireSame(_values, _valuesTogether);
        RequireSame(_gradients, _gradientsTogether);
    }

    private void RequireSame(Interval[] alone, Interval[] together)
    {
        for (int i = 0; i < alone.Length; i++)
        {
            if (!alone[i].Lo.Equals(together[i].Lo) || !alone[i].Hi.Equals(together[i].Hi))
            {
                Report("together with other boxes", together[i], alone[i]);
            }
        }
    }

    private void CheckFirst(double sample, Interval range, Interval value)
    {
        if (!range.Contains(sample) || !value.Contains(sample))
        {
            Interval exact = _model.Range(Point(_x));
            Judge("value", sample, exact, range);
            Judge("value beside the gradient", sample, exact, value);
        }
        for (int j = 0; j < _dimension; j++)
        {
            if (!_gradientRange[j].Contains(_gradient[j]) && double.IsFinite(_gradient[j]))
            {
                _model.GradientRange(Point(_x), _atPoint);
                Judge("derivative " + j.ToString(CultureInfo.InvariantCulture), _gradient[j], _atPoint[j], _gradientRange[j]);
            }
        }
    }

    /// <summary>The real values differ at least by the gap between the two point enclosures.</summary>
    private void CheckSlope(double sample, double before)
    {
        (double largest, double sum, double squares) = (0, 0, 0);
        for (int j = 0; j < _dimension; j++)
        {
            double move = Math.Abs(_x[j] - _other[j]);
            (largest, sum, squares) = (Math.Max(largest, move), sum + move, squares + (move * move));
        }
        for (int i = 0; i < _lipschitz.Length; i++)
        {
            double distance = (Norm)i switch { Norm.Infinity => largest, Norm.One => sum, _ => Math.Sqrt(squares) };
            if (!(Math.Abs(sample - before) <= _lipschitz[i] * distance) && !double.IsPositiveInfinity(_lipschitz[i]))
            {
                Judged++;
                Interval allowed = _lipschitz[i] * Distance((Norm)i);
                Interval apart = Interval.Abs(_model.Range(Point(_x)) - _model.Range(Point(_other)));
                if (apart.Lo > allowed.Hi)
                {
                    Report((Norm)i + " slope", apart, allowed);
                }
            }
        }
    }

    private Interval Distance(Norm norm)
    {
        Interval distance = 0;
        for (int j = 0; j < _dimension; j++)
        {
            Interval move = Interval.Abs((Interval)_x[j] - _other[j]);
            distance = norm switch { Norm.Infinity => Interval.Max(distance, move), Norm.One => distance + move, _ => distance + Interval.Sqr(move) };
        }
        return norm == Norm.Two ? Interval.Sqrt(distance) : distance;
    }

    /// <summary>One column of the Hessian; where the model has none, what its gradient changes along one coordinate.</summary>
    private void CheckSecond()
    {
        int column = (int)(Next() % (ulong)_dimension);
        if (_second is null)
        {
            CheckSecondBySecant(column);
            return;
        }
        Array.Clear(_direction);
        _direction[column] = 1;
        _second.HessianProduct(_x, _direction, _column);
        for (int row = 0; row < _dimension; row++)
        {
            Interval bound = _hessianRange[(row * _dimension) + column];
            if (!bound.Contains(_column[row]) && double.IsFinite(_column[row]))
            {
                if (!_model.HessianRange(Point(_x), _secondAtPoint))
                {
                    Report("second derivative without bounds at a point of a box with bounds", _column[row], bound);
                    continue;
                }
                // The entry across the diagonal is the same number by other operations; they may be exact where the sample's are not, or the other way round.
                Interval here = _secondAtPoint[(row * _dimension) + column], across = _secondAtPoint[(column * _dimension) + row];
                Judge(FormattableString.Invariant($"second derivative {row}, {column}"), _column[row], here, bound, Math.Max(here.Width, across.Width));
            }
        }
    }

    /// <summary>By the mean-value theorem a derivative changes from x to y by a second derivative between them times y − x.</summary>
    private void CheckSecondBySecant(int column)
    {
        double x = _x[column];
        double y = Within(_box[column]);
        _model.GradientRange(Point(_x), _atPoint);
        _x[column] = y;
        _model.GradientRange(Point(_x), _atOther);
        _x[column] = x;
        for (int row = 0; row < _dimension; row++)
        {
            Interval bound = _hessianRange[(row * _dimension) + column] * ((Interval)y - x);
            Interval change = _atOther[row] - _atPoint[row];
            if (Interval.Intersect(change, bound).IsEmpty)
            {
                Report(FormattableString.Invariant($"second derivative {row}, {column}"), change, bound);
            }
        }
    }

    private void Judge(string what, double sample, Interval exact, Interval bound) => Judge(what, sample, exact, bound, exact.Width);

    private void Judge(string what, double sample, Interval exact, Interval bound, double width)
    {
        Judged++;
        if (bound.Contains(sample))
        {
            return;
        }
        double margin = PointWidths * width;
        if (Interval.Intersect(exact, bound).IsEmpty || !(bound.Lo - margin <= sample && sample <= bound.Hi + margin))
        {
            Report(what, sample, bound);
        }
    }

    private void Report(string what, Interval found, Interval bound)
    {
        if (_violations.Count < 100)
        {
            _violations.Add(FormattableString.Invariant($"{what}: {found} is outside of {bound} at ({string.Join(", ", Array.ConvertAll(_x, static x => x.ToString("R", CultureInfo.InvariantCulture)))}) in {string.Join(" × ", _box)}"));
        }
    }

    private Interval[] Point(double[] x)
    {
        Interval[] point = ReferenceEquals(x, _x) ? _point : new Interval[_dimension];
        for (int j = 0; j < _dimension; j++)
        {
            point[j] = x[j];
        }
        return point;
    }

    /// <summary>Sides from whole ones down to 2⁻³⁰ of the domain's, a point now and then.</summary>
    private void ChooseBox()
    {
        double common = Unit() * 30;
        for (int j = 0; j < _dimension; j++)
        {
            ulong kind = Next() % 16;
            double part = kind < 8 ? Math.Pow(2, -common) : Math.Pow(2, -30 * Unit());
            Interval side = _domain[j];
            double width = side.Width * (kind == 15 ? 0 : kind == 14 ? 1 : part);
            double lo = Math.Clamp(side.Lo + (Unit() * (side.Width - width)), side.Lo, side.Hi);
            _box[j] = kind == 14 ? side : new(lo, Math.Clamp(lo + width, lo, side.Hi));
        }
    }

    private void ChoosePoint()
    {
        for (int j = 0; j < _dimension; j++)
        {
            _x[j] = Within(_box[j]);
        }
    }

    /// <summary>Bounds are most often touched at ends.</summary>
    private double Within(Interval side)
    {
        ulong random = Next();
        return (random & 15) switch
        {
            0 => side.Lo,
            1 => side.Hi,
            _ => Math.Clamp(side.Lo + ((random >> 11) * (1.0 / (1UL << 53)) * (side.Hi - side.Lo)), side.Lo, side.Hi),
        };
    }

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
