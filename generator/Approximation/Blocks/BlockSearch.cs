using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Approximation;

/// <summary>
/// The cheapest block whose error is proved: for each way to reduce the lowest degree whose real polynomial is good enough and up to two degrees more, ordered by their
/// port cost; of equals the one with the smaller table, which measures faster.
/// </summary>
internal sealed class BlockSearch
{
    private const int MostDegree = 26, Retries = 2;

    private readonly bool _isSingle;
    private readonly Dictionary<(Primitive, Interval, Measure, double), FunctionBlock?> _found = [];
    private readonly Dictionary<(Primitive Function, bool IsLessOne, double Reach, int Degree), EquatableArray<double>> _fits = [];
    private readonly Dictionary<Primitive, Target> _targets = [];

    private readonly bool _isLatency;

    /// <param name="isLatency">True when the latency of a block decides, else how much of the processor it takes.</param>
    public BlockSearch(bool isSingle, bool isLatency = false)
    {
        _isSingle = isSingle;
        _isLatency = isLatency;
    }

    /// <summary>True for a function that has blocks on a domain.</summary>
    public bool Has(Primitive function, Interval domain) => function switch
    {
        _ when IsExponential(function) => ExponentialBlock.IsInRange(function, _isSingle, domain),
        _ when function == ExpM1 => ExponentialBlock.IsInRange(Exp, _isSingle, domain),
        _ when function == Log || function == Log2 || function == Log10 => LogarithmBlock.IsInRange(_isSingle, domain),
        _ when function == Sin || function == Cos => domain.Magnitude < 3 * SineBlock.MostHalfTurns,
        _ => false,
    };

    /// <summary>A block whose error is proved to be at most a tolerance, or null.</summary>
    public FunctionBlock? Find(Primitive function, Interval domain, Measure measure, double tolerance, CancellationToken token)
    {
        (Primitive, Interval, Measure, double) key = (function, domain, measure, tolerance);
        if (!_found.TryGetValue(key, out FunctionBlock? block))
        {
            block = Search(function, domain, measure, tolerance, token);
            _found.Add(key, block);
        }
        return block;
    }

    private FunctionBlock? Search(Primitive function, Interval domain, Measure measure, double tolerance, CancellationToken token)
    {
        double relative = measure == Measure.Ulps ? tolerance * 2 * Formats.HalfUnit(_isSingle) : tolerance;
        foreach ((double _, Func<FunctionBlock> create) in Candidates(function, domain, relative, token).OrderBy(static c => c.Cost))
        {
            token.ThrowIfCancellationRequested();
            FunctionBlock block = create();
            block.Prove(measure, token);
            if (block.Error(measure) <= tolerance)
            {
                return block;
            }
        }
        return null;
    }

    private static bool IsExponential(Primitive function) => function == Exp || function == Exp2 || function == Exp10;

    private IEnumerable<(double Cost, Func<FunctionBlock> Create)> Candidates(Primitive function, Interval domain, double relative, CancellationToken token)
    {
        if (IsExponential(function))
        {
            foreach (int tableBits in _isSingle ? new[] { 0, 4, 5 } : new[] { 0, 3, 4 })
            {
                double reach = ExponentialBlock.Reach(function, _isSingle, domain, tableBits);
                foreach ((int degree, int terms) in Tries(function, tableBits > 0, reach, relative, function == Exp2 ? 1 : 2))
                {
                    ExponentialBlock Create(EquatableArray<double> coefficients) =>
                        new(function, _isSingle, domain, tableBits, terms, Powers(1, degree, 1), coefficients) { IsBalanced = _isLatency };

                    yield return (Cost(Create(Zeros(degree))), () => Create(Fit(function, tableBits > 0, reach, degree)));
                }
            }
        }
        else if (function == ExpM1)
        {
            double reach = ExponentialBlock.Reach(Exp, _isSingle, domain, 0);
            foreach ((int degree, int terms) in Tries(function, true, reach, relative, 2))
            {
                GrowthBlock Create(EquatableArray<double> coefficients) => new(_isSingle, domain, terms, Powers(1, degree, 1), coefficients) { IsBalanced = _isLatency };

                yield return (Cost(Create(Zeros(degree))), () => Create(Fit(function, false, reach, degree)));
            }
        }
        else if (function == Sin || function == Cos)
        {
            double reach = SineBlock.Reach(_isSingle, domain);
            foreach ((int degree, int terms) in Tries(Sin, false, reach, relative, 3))
            {
                SineBlock Create(EquatableArray<double> coefficients) => new(function, _isSingle, domain, terms, Powers(1, degree, 2), coefficients) { IsBalanced = _isLatency };

                yield return (Cost(Create(Zeros((degree + 1) / 2))), () => Create(Fit(Sin, false, reach, degree)));
            }
        }
        else
        {
            foreach ((int degree, int _) in Tries(function, false, 0, relative, 1))
            {
                LogarithmBlock Create(EquatableArray<double> coefficients) => new(function, _isSingle, domain, Powers(1, degree, 1), coefficients) { IsBalanced = _isLatency };

                yield return (Cost(Create(Zeros(degree))), () => Create(Fit(function, false, 0, degree)));
            }
        }
    }

    /// <summary>Degrees from the lowest that can do, each with few and more parts of the constant.</summary>
    private IEnumerable<(int Degree, int Terms)> Tries(Primitive function, bool isLessOne, double reach, double relative, int mostTerms)
    {
        int step = function == Sin ? 2 : 1, found = 0;
        for (int degree = function == ExpM1 || function == Log ? 2 : function == Sin ? 3 : 1; degree <= MostDegree && found <= Retries; degree += step)
        {
            if (found > 0 || RealError(function, isLessOne, reach, degree, relative) <= relative)
            {
                found++;
                for (int terms = 1; terms <= mostTerms; terms++)
                {
                    yield return (degree, terms);
                }
            }
        }
    }

    /// <summary>Rounded coefficients of all powers; those that are given are among them.</summary>
    private EquatableArray<double> Fit(Primitive function, bool isLessOne, double reach, int degree)
    {
        if (!_fits.TryGetValue((function, isLessOne, reach, degree), out EquatableArray<double> coefficients))
        {
            FitProblem problem = Problem(function, isLessOne, reach, degree);
            double[] rounded = BeamRounding.Run(problem, Real(problem), _isSingle).Coefficients;
            coefficients = problem.Fixed.Where(static f => f.Power > 0).Select(static f => f.Value).Concat(rounded).ToEquatableArray();
            _fits.Add((function, isLessOne, reach, degree), coefficients);
        }
        return coefficients;
    }

    private double RealError(Primitive function, bool isLessOne, double reach, int degree, double limit)
    {
        FitProblem problem = Problem(function, isLessOne, reach, degree);
        return IsSquared(problem) ? Real(problem).Error : Minimax.RoughError(problem, limit);
    }

    /// <summary>True where all powers vanish, twice, inside the interval: relative to the function they change sign there, and no best polynomial alternates as often as there are powers.</summary>
    private static bool IsSquared(FitProblem problem) => problem.Powers[0] == 2 && problem.Lo < 0;

    /// <summary>The best polynomial, or one near it: that of (f(x) − x)/x², whose error the rounding weighs by what it is for.</summary>
    private static MinimaxFit Real(FitProblem problem)
    {
        if (!IsSquared(problem))
        {
            return Minimax.Run(problem);
        }
        FitProblem divided = new(x => Divided(problem, x == 0 ? 1e-9 : x), problem.Lo, problem.Hi, problem.Powers.Select(static p => p - 2).ToEquatableArray(), Measure.Absolute);
        MinimaxFit fit = new(Minimax.Run(divided).Coefficients, 0, [], problem.Grid(128));
        double largest = 0;
        foreach (Sample sample in fit.Grid)
        {
            largest = Math.Max(largest, Math.Abs(((Polynomials.Value(problem.Powers, fit.Coefficients, sample.X) - sample.Value) * sample.Weight).Hi));
        }
        return fit with { Error = largest };
    }

    private static DoubleDouble Divided(FitProblem problem, double x) => (problem.Function(x) - x) / ((DoubleDouble)x * x);

    /// <summary>Bʳ with the constant 1, Bʳ − 1, r + r²·… = eʳ − 1, r + r³·… = sin r, or log(1 + f).</summary>
    private FitProblem Problem(Primitive function, bool isLessOne, double reach, int degree)
    {
        if (IsExponential(function))
        {
            Target target = isLessOne ? TargetOf(function == Exp2 ? Exp2M1 : function == Exp ? ExpM1 : Exp10M1) : TargetOf(function);
            bool isIdentity = isLessOne && degree == 1 && function == Exp;
            return new(target.Value, -reach, reach, isIdentity ? [1] : Powers(1, degree, 1), isLessOne ? Measure.Absolute : Measure.Relative)
            {
                Fixed = isLessOne ? [] : [(0, 1)],
            };
        }
        if (function == ExpM1)
        {
            return new(TargetOf(ExpM1).Value, -reach, reach, Powers(2, degree, 1), Measure.Relative) { Fixed = [(1, 1)] };
        }
        if (function == Sin)
        {
            return new(TargetOf(Sin).Value, -reach, reach, Powers(3, degree, 2), Measure.Relative) { Fixed = [(1, 1)] };
        }
        Interval fractions = LogarithmBlock.Fractions;
        return new(TargetOf(LogarithmBlock.Near(function)).Value, fractions.Lo, fractions.Hi, Powers(function == Log ? 2 : 1, degree, 1), Measure.Relative)
        {
            Fixed = function == Log ? [(1, 1)] : [],
        };
    }

    private Target TargetOf(Primitive function)
    {
        if (!_targets.TryGetValue(function, out Target? target))
        {
            target = Target.OfRow(function);
            _targets.Add(function, target);
        }
        return target;
    }

    private static EquatableArray<int> Powers(int first, int last, int step) =>
        Enumerable.Range(0, ((last - first) / step) + 1).Select(i => first + (i * step)).ToEquatableArray();

    /// <summary>Coefficients as far as cost goes: the first is 1, as where it is given.</summary>
    private static EquatableArray<double> Zeros(int count) => Enumerable.Range(0, count).Select(static i => i == 0 ? 1.0 : 0.5 + i).ToEquatableArray();

    private double Cost(FunctionBlock block) => _isLatency ? Latency.Of(block.Program) : PortCost.Of(block.Program);
}
