using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Approximation;

/// <summary>
/// The model's own arithmetic over blocks: what it computes without branches on the domain, each elementary function a block that reduces its argument. Blocks are made
/// less and less precise until the proof of the whole fails.
/// </summary>
internal sealed class Composition
{
    /// <summary>The errors that blocks may have, as multiples of the error of the whole.</summary>
    private static readonly double[] s_shares = [4, 2, 1, 0.5, 0.25, 0.1, 0.03];

    private readonly Target _target;
    private readonly Wanted _wanted;
    private readonly BlockSearch _search;
    private readonly double _lo;
    private readonly double _hi;
    private readonly Series<Interval, IntervalField> _onDomain;
    private readonly Dictionary<int, int> _uses = [];

    private Composition(Target target, Wanted wanted)
    {
        _target = target;
        _wanted = wanted;
        _search = new(wanted.IsSingle, wanted.IsLatency);
        _lo = Formats.Ceiling(wanted.Lo, wanted.IsSingle);
        _hi = Formats.Floor(wanted.Hi, wanted.IsSingle);
        _onDomain = new(target.Graph, new Interval(_lo, _hi), 0);
    }

    /// <summary>Compositions whose error is proved to be at most what is wanted, or nothing.</summary>
    public static Approximated? Find(Target target, Wanted wanted, CancellationToken token)
    {
        Composition composition = new(target, wanted);
        return composition._lo < composition._hi && target.Find(composition._onDomain) is { } node && composition.IsKnown(node, []) ? composition.Find(node, token) : null;
    }

    private Approximated? Find(int node, CancellationToken token)
    {
        Node root = _target.Graph[node];
        if (root.Kind == NodeKind.Function && root.Arguments.Count == 1 && root.Arguments[0] == _target.Graph.Variable && _search.Has(root.Primitive!, new(_lo, _hi)))
        {
            return Alone(node, root.Primitive!, token);
        }
        double scale = _wanted.Measure == Measure.Absolute ? Math.Min(1, 1 / Math.Max(_onDomain[node, 0].Magnitude, double.Epsilon)) : 1;
        double relative = _wanted.RelativeTolerance * scale, best = 2.2 * Formats.HalfUnit(_wanted.IsSingle);
        foreach (double tolerance in s_shares.Select(s => s * relative).Where(t => t > best && t < 0.25).Concat([best]))
        {
            token.ThrowIfCancellationRequested();
            if (Lowered(node, tolerance, token) is { } kernel && Prove(kernel, token) is { } bound && bound.Upper <= _wanted.Tolerance)
            {
                string form = string.Join("; ", kernel.Blocks.Select(static b => b.Form).Distinct());
                KernelScheme scheme = new(_lo, _hi, kernel, "The model's own operations" + (form.Length > 0 ? ", with " + form : ""));
                if (_wanted.IsMetBy(scheme, _target))
                {
                    Approximated found = new(scheme, bound with { Boxes = bound.Boxes + kernel.Blocks.Sum(static b => b.Boxes) }, _wanted.CostOf(scheme.Program));
                    return WithSlope(found, node, null, tolerance, token);
                }
            }
        }
        return null;
    }

    /// <summary>A block by itself, proved in the measure that is asked for.</summary>
    private Approximated? Alone(int node, Primitive function, CancellationToken token)
    {
        if (_search.Find(function, new(_lo, _hi), _wanted.Measure, _wanted.Tolerance, token) is not { } block)
        {
            return null;
        }
        KernelScheme scheme = new(_lo, _hi, block.Program, block.Form);
        if (!_wanted.IsMetBy(scheme, _target))
        {
            return null;
        }
        (double seen, double where) = Look(scheme);
        Approximated found = new(scheme, new(block.Error(_wanted.Measure), seen, where, 0, block.Boxes), _wanted.CostOf(scheme.Program));
        return WithSlope(found, node, block, Math.Max(_wanted.RelativeTolerance, 2.2 * Formats.HalfUnit(_wanted.IsSingle)), token);
    }

    /// <summary>The largest error of some arguments, dense near zero.</summary>
    private (double Error, double Where) Look(Scheme scheme)
    {
        const int Count = 400;
        double largest = 0, where = _lo;
        long from = Formats.Place(_lo, _wanted.IsSingle), to = Formats.Place(_hi, _wanted.IsSingle);
        for (int i = 0; i < Count; i++)
        {
            double share = (i + 0.5) / Count;
            double x = (i & 1) == 0
                ? _wanted.IsSingle ? (float)(_lo + ((_hi - _lo) * share)) : _lo + ((_hi - _lo) * share)
                : Formats.At(from + (long)((to * share) - (from * share)), _wanted.IsSingle);
            DoubleDoubleError(scheme, x, ref largest, ref where);
        }
        return (largest, where);
    }

    private void DoubleDoubleError(Scheme scheme, double x, ref double largest, ref double where)
    {
        Numerics.DoubleDouble value = _target.Value(x);
        if (value.IsZero && _wanted.Measure != Measure.Absolute)
        {
            return;
        }
        double error = Math.Abs((scheme.Run(x) - value).Hi) / _wanted.Measure switch
        {
            Measure.Absolute => 1,
            Measure.Relative => Math.Abs(value.Hi),
            _ => Formats.Unit(value.Hi, _wanted.IsSingle),
        };
        (largest, where) = error > largest ? (error, x) : (largest, where);
    }

    private ErrorBound? Prove(Kernel kernel, CancellationToken token)
    {
        Interval domain = new(_lo, _hi);
        bool isZero = _wanted.Measure != Measure.Absolute && _lo <= 0 && _hi >= 0 && _target.Value(0).IsZero;
        ErrorBound bound = ErrorProof.Run(_target, kernel, domain, new(_wanted.Measure)
        {
            IsExact = true,
            Zeros = isZero ? [0] : [],
            FirstBoxes = 64,
            RoundingBoxes = 1000,
            Limit = _wanted.Tolerance,
        }, token);
        return double.IsInfinity(bound.Upper) ? null : bound;
    }

    /// <summary>
    /// The derivative of the model's graph beside its value, both over the same blocks; nothing where it cannot be written down or proved.
    /// </summary>
    /// <param name="known">The block that the value is by itself.</param>
    private Approximated? WithSlope(Approximated found, int node, FunctionBlock? known, double tolerance, CancellationToken token)
    {
        if (!_wanted.HasSlope)
        {
            return found;
        }
        if (known is { } block && double.IsInfinity(block.Absolute))
        {
            block.Prove(Measure.Absolute, token); // and with it, where there is one, the relative error
        }
        if (Slope(node) is { } slope && IsKnown(slope, []) && Lowered(node, tolerance, token, slope, known) is { } kernel
            && SlopeProofs.Prove(_target, _wanted, kernel, new(_lo, _hi), isExact: true, token) is { } bound)
        {
            return found with { Slope = bound with { Program = kernel.Inlined() } };
        }
        return null;
    }

    private int? Slope(int node)
    {
        try
        {
            return _target.Graph.Derivative(node);
        }
        catch (ApproximationException)
        {
            return null; // a row without a rule, or with cases
        }
    }

    private Kernel? Lowered(int node, double tolerance, CancellationToken token, int slope = -1, FunctionBlock? known = null)
    {
        KernelBuilder kernel = new();
        _uses.Clear();
        Count(node);
        try
        {
            Lowering lowering = new(this, kernel, tolerance, token, known is null ? -1 : node, known);
            int value = lowering.Of(node);
            if (slope < 0)
            {
                return kernel.Build(_wanted.IsSingle, value);
            }
            Count(slope); // after the value, whose products are fused or not as they are without a derivative
            return kernel.Build(_wanted.IsSingle, lowering.Of(slope), value);
        }
        catch (ApproximationException)
        {
            return null; // a block is not precise enough
        }
    }

    private void Count(int node)
    {
        _uses.TryGetValue(node, out int uses);
        _uses[node] = uses + 1;
        if (uses == 0)
        {
            foreach (int argument in _target.Graph[node].Arguments)
            {
                Count(argument);
            }
        }
    }

    /// <summary>True when everything that a node is made of can be written down.</summary>
    private bool IsKnown(int node, HashSet<int> seen)
    {
        if (!seen.Add(node))
        {
            return true;
        }
        Node n = _target.Graph[node];
        if (n.Kind == NodeKind.Irrational || (n.Kind == NodeKind.Constant && Formats.Round(n.Value, _wanted.IsSingle) != n.Value) || seen.Count > 200)
        {
            return false;
        }
        if (n.Kind == NodeKind.Function)
        {
            Primitive p = n.Primitive!;
            bool isKnown = n.Arguments.Count == 1 && (p == Sqrt || p == Tanh || p == Sigmoid || p == Cosh || _search.Has(p, Of(n.Arguments[0])));
            if (!isKnown)
            {
                return false;
            }
        }
        return n.Arguments.All(a => IsKnown(a, seen));
    }

    /// <summary>The values of a node on the domain, a little widened for what rounding does to them.</summary>
    private Interval Of(int node)
    {
        Interval value = _onDomain[node, 0];
        double more = node == _target.Graph.Variable ? 0 : Formats.HalfUnit(_wanted.IsSingle) * 64 * value.Magnitude;
        return value.IsBounded
            ? new(Formats.Floor(value.Lo - more, _wanted.IsSingle), Formats.Ceiling(value.Hi + more, _wanted.IsSingle))
            : Interval.Entire;
    }

    /// <summary>Writes the nodes of a graph as steps of a kernel.</summary>
    private sealed class Lowering(Composition composition, KernelBuilder kernel, double tolerance, CancellationToken token, int given, FunctionBlock? known)
    {
        private readonly Dictionary<int, int> _places = [];

        private Graph Graph => composition._target.Graph;

        public int Of(int node)
        {
            if (!_places.TryGetValue(node, out int place))
            {
                place = node == given ? kernel.Call(known!, kernel.Input) : Write(Graph[node]);
                _places.Add(node, place);
            }
            return place;
        }

        private int Write(Node node) => node.Kind switch
        {
            NodeKind.Constant => kernel.Constant(node.Value),
            NodeKind.Variable => kernel.Input,
            NodeKind.Plus => Plus(node.Arguments[0], node.Arguments[1]),
            NodeKind.Minus => kernel.Minus(Of(node.Arguments[0]), Of(node.Arguments[1])),
            NodeKind.Negative => kernel.Add(new(StepKind.Negate, Of(node.Arguments[0]))),
            NodeKind.Times => kernel.Times(Of(node.Arguments[0]), Of(node.Arguments[1])),
            NodeKind.Square => kernel.Times(Of(node.Arguments[0]), Of(node.Arguments[0])),
            NodeKind.Over => kernel.Over(Of(node.Arguments[0]), Of(node.Arguments[1])),
            _ => Function(node.Primitive!, node.Arguments[0]),
        };

        /// <summary>A product that only this sum needs is not rounded.</summary>
        private int Plus(int a, int b)
        {
            foreach ((int product, int other) in new[] { (a, b), (b, a) })
            {
                if (Graph[product].Kind == NodeKind.Times && composition._uses[product] == 1)
                {
                    int left = Of(Graph[product].Arguments[0]), right = Of(Graph[product].Arguments[1]);
                    return kernel.MultiplyAdd(left, right, Of(other), "sum");
                }
            }
            return kernel.Plus(Of(a), Of(b), "sum");
        }

        private int Function(Primitive function, int argument)
        {
            int x = Of(argument);
            Interval domain = composition.Of(argument);
            if (function == Sqrt)
            {
                return kernel.Add(new(StepKind.SquareRoot, x), "root");
            }
            if (function == Sigmoid)
            {
                // 1/(1 + e⁻ˣ)
                int one = kernel.Constant(1);
                return kernel.Over(one, kernel.Plus(one, Call(Exp, kernel.Add(new(StepKind.Negate, x)), -domain), "sum"), "quotient");
            }
            if (function == Tanh)
            {
                // t/(t + 2), t = e^(2|x|) − 1
                int magnitude = kernel.Add(new(StepKind.Absolute, x), "magnitude");
                int growth = Call(ExpM1, kernel.Plus(magnitude, magnitude, "twice"), Interval.Abs(domain) * 2);
                int quotient = kernel.Over(growth, kernel.Plus(growth, kernel.Constant(2), "sum"), "quotient");
                return kernel.Add(new(StepKind.CopySign, quotient, x), "signed");
            }
            if (function == Cosh)
            {
                // (e + 1/e)/2, e = e^|x|
                int e = Call(Exp, kernel.Add(new(StepKind.Absolute, x), "magnitude"), Interval.Abs(domain));
                return kernel.Times(kernel.Plus(e, kernel.Over(kernel.Constant(1), e, "quotient"), "sum"), kernel.Constant(0.5), "half");
            }
            return Call(function, x, domain);
        }

        private int Call(Primitive function, int x, Interval domain)
        {
            bool isAbsolute = function == Sin || function == Cos || function == Log || function == Log2 || function == Log10;
            FunctionBlock? found = composition._search.Has(function, domain)
                ? composition._search.Find(function, domain, isAbsolute ? Measure.Absolute : Measure.Relative, tolerance, token)
                : null;
            return kernel.Call(found ?? throw new ApproximationException("'" + function.Name + "' has no block that is precise enough"), x);
        }
    }
}
