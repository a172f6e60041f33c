using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>Polynomials of one degree for all segments of a domain: their errors with real coefficients, then rounded and proved.</summary>
internal sealed class SchemeFit
{
    /// <summary>Partial roundings that are kept for each of many segments.</summary>
    private const int Narrow = 3;

    private readonly Target _target;
    private readonly Wanted _wanted;
    private readonly double _lo;
    private readonly double _hi;
    private readonly bool _isZeroAtZero;

    /// <summary>The exact argument in each segment.</summary>
    private readonly double?[] _exact;
    private int _worst;
    private int? _parity;

    public SchemeFit(Target target, Wanted wanted, int segments)
    {
        _target = target;
        _wanted = wanted;
        Segments = segments;
        _lo = Formats.Ceiling(wanted.Lo, wanted.IsSingle);
        _hi = Formats.Floor(wanted.Hi, wanted.IsSingle);
        if (!(_lo < _hi))
        {
            throw new ApproximationException("the domain has fewer than two arguments");
        }
        _isZeroAtZero = wanted.Measure != Measure.Absolute && _lo <= 0 && _hi >= 0 && target.Value(0).IsZero;
        _exact = new double?[segments];
        foreach (double x in _isZeroAtZero && wanted.Exact.Count > 0 ? wanted.Exact.Append(0).Distinct() : wanted.Exact)
        {
            int segment = segments == 1 ? 0 : PolynomialScheme.SegmentOf(x, Grid(), wanted.IsSingle);
            CanBeExact &= _exact[segment] is null && (segments == 1 || IsInside(x));
            _exact[segment] = x;
        }
        _isZeroAtZero &= wanted.Exact.Count == 0 || segments == 1; // else zero is among the exact arguments
    }

    public int Segments { get; }

    /// <summary>False where two exact arguments are in one segment, or the function has a zero where segments meet: a polynomial can be about one argument, inside.</summary>
    public bool CanBeExact { get; } = true;

    /// <summary>The powers up to a degree that the function needs: of one parity when it has one, apart from its value at zero; none that are not zero where it is.</summary>
    public EquatableArray<int> PowersUpTo(int degree)
    {
        _parity ??= Segments == 1 && _lo == -_hi && Middle(0) == 0 ? Parity() : -1;
        bool hasConstant = _parity == 1 ? !_target.Value(0).IsZero : !_isZeroAtZero;
        return Enumerable.Range(0, degree + 1).Where(p => p == 0 ? hasConstant : _parity < 0 || (p & 1) == _parity).ToEquatableArray();
    }

    /// <summary>False for a zero between two segments, one of which would not be zero there.</summary>
    private bool IsInside(double x)
    {
        double place = (x - _lo) / (_hi - _lo) * Segments, border = Math.Round(place);
        return _wanted.Measure == Measure.Absolute || border == 0 || border == Segments || Math.Abs(place - border) > 0.01 || !_target.Value(x).IsZero;
    }

    /// <summary>The largest error of the best real polynomials, or infinity as soon as one segment is above a limit.</summary>
    public double RealError(EquatableArray<int> powers, double limit)
    {
        double largest = 0;
        for (int i = 0; i < Segments; i++)
        {
            int segment = (_worst + i) % Segments; // what failed for a lower degree fails first
            FitProblem problem = Problem(segment, powers);
            largest = problem.Powers.Count == 0 ? double.PositiveInfinity : Math.Max(largest, Minimax.RoughError(problem, limit));
            if (largest > limit)
            {
                _worst = segment;
                return double.PositiveInfinity;
            }
        }
        return largest;
    }

    /// <summary>Rounds the coefficients and proves the error.</summary>
    public Approximated Prove(EquatableArray<int> powers, CancellationToken token)
    {
        double[][] coefficients = [.. powers.Select(_ => new double[Segments])];
        double expected = 0;
        for (int segment = 0; segment < Segments; segment++)
        {
            token.ThrowIfCancellationRequested();
            FitProblem problem = Problem(segment, powers);
            (double[] rounded, double error) = BeamRounding.Run(problem, Minimax.Run(problem), _wanted.IsSingle, Segments == 1 ? BeamRounding.Wide : Narrow, _wanted.RelativeTolerance * 0.5);
            expected = Math.Max(expected, error);
            int given = problem.Fixed.Count;
            for (int j = 0; j < powers.Count; j++)
            {
                coefficients[j][segment] = j < given ? problem.Fixed[j].Value : rounded[j - given];
            }
        }
        double[] middles = Segments == 1 && Middle(0) == 0 ? [] : [.. Enumerable.Range(0, Segments).Select(Middle)];
        (double scale, double offset) = Segments == 1 ? (0, 0) : Grid();
        PolynomialScheme scheme = new(_wanted.IsSingle, _lo, _hi, powers, coefficients.Select(static c => new EquatableArray<double>(c)).ToEquatableArray(), new(middles), scale, offset)
        {
            IsBalanced = _wanted.IsLatency,
            HasExact = _wanted.Exact.Count > 0,
        };
        return new(scheme, Bound(scheme, expected, token), _wanted.CostOf(scheme.Program));
    }

    private ErrorBound Bound(PolynomialScheme scheme, double expected, CancellationToken token)
    {
        ErrorBound? worst = null;
        int boxes = 0;
        for (int segment = 0; segment < Segments; segment++)
        {
            if (scheme.DomainOf(segment) is not { } domain)
            {
                continue;
            }
            ProofOptions options = new(_wanted.Measure)
            {
                Expected = _wanted.Measure == Measure.Ulps ? Math.Max(expected, 1e-18) : expected,
                Zeros = ZerosIn(segment, domain),
                FirstBoxes = Segments == 1 ? 16 : 4,
                Floor = worst?.Upper ?? 0,
            };
            ErrorBound bound = ErrorProof.Run(_target, scheme.KernelOf(segment), domain, options, token);
            boxes += bound.Boxes;
            worst = worst is null || bound.Upper > worst.Upper ? bound : worst;
        }
        return worst! with { Boxes = boxes };
    }

    /// <summary>Where the function and the polynomial are zero both.</summary>
    private EquatableArray<double> ZerosIn(int segment, Interval domain)
    {
        if (_isZeroAtZero && domain.Contains(0))
        {
            return [0];
        }
        return _wanted.Measure != Measure.Absolute && _exact[segment] is { } x && domain.Contains(x) && _target.Value(x).IsZero ? [x] : [];
    }

    private FitProblem Problem(int segment, EquatableArray<int> powers)
    {
        double middle = Middle(segment);
        double lo = Segments == 1 ? _lo : _lo + ((_hi - _lo) * segment / Segments), hi = Segments == 1 ? _hi : _lo + ((_hi - _lo) * (segment + 1) / Segments);
        FitProblem problem = new(t => _target.Value(Math.Min(Math.Max(middle + t, _lo), _hi)), lo - middle, hi - middle, powers, _wanted.Measure);
        if (_exact[segment] is { } exact && powers[0] == 0)
        {
            return problem with { Powers = powers.Skip(1).ToEquatableArray(), Fixed = [(0, _wanted.NearestValue(_target, exact))] };
        }
        return Segments == 1 && PolynomialKernel.IsLifted(powers) && _parity == 1
            ? problem with { Powers = powers.Skip(1).ToEquatableArray(), Fixed = [(0, Formats.Round(_target.Value(0), _wanted.IsSingle))] }
            : problem;
    }

    /// <summary>About which a segment's polynomial is: a number of the format; the argument that must be exact, or zero for a domain around it.</summary>
    private double Middle(int segment)
    {
        if (_exact[segment] is { } exact)
        {
            return exact;
        }
        if (Segments == 1)
        {
            return _lo <= 0 && _hi >= 0 ? 0 : Formats.Round((_lo * 0.5) + (_hi * 0.5), _wanted.IsSingle);
        }
        return Formats.Round(_lo + ((_hi - _lo) * (segment + 0.5) / Segments), _wanted.IsSingle);
    }

    /// <summary>x · scale + offset from 0 to less than the number of segments, a little less steep where rounding would reach it.</summary>
    private (double Scale, double Offset) Grid()
    {
        bool isSingle = _wanted.IsSingle;
        double scale = Formats.Round(Segments / (_hi - _lo), isSingle);
        while (true)
        {
            double offset = Formats.Round(-DoubleDouble.Product(_lo, scale), isSingle);
            double last = isSingle ? RoundOnce.MultiplyAdd((float)_hi, (float)scale, (float)offset) : RoundOnce.MultiplyAdd(_hi, scale, offset);
            if (last < Segments)
            {
                return (scale, offset);
            }
            scale = Formats.Next(scale, isUp: false, isSingle);
        }
    }

    /// <summary>0 for an even function, 1 for one that is odd apart from its value at zero, else −1; as samples show to 80 bits, for what is proved does not rest on it.</summary>
    private int Parity()
    {
        bool isEven = true, isOdd = true;
        DoubleDouble centre = _target.Value(0);
        for (int i = 1; i <= 16; i++)
        {
            DoubleDouble right = _target.Value(_hi * i / 16), left = _target.Value(-_hi * i / 16);
            double scale = Math.Max(Math.Abs(right.Hi), Math.Abs(left.Hi)) * 8.271806125530277e-25; // 2⁻⁸⁰
            isEven &= Math.Abs((right - left).Hi) <= scale;
            isOdd &= Math.Abs((right + left - centre.Scale(2)).Hi) <= scale;
        }
        if (isEven)
        {
            return 0;
        }
        return isOdd ? 1 : -1;
    }
}
