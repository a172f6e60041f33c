using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// The functions behind the companions of one model, as compositions of the transforms: tangents are Forward, adjoints and gradients Reverse, Hessian
/// products Forward over Reverse, series Taylor. Each is made when it is asked for.
/// </summary>
internal sealed class Derivatives
{
    private readonly Request _request;
    private readonly Module _model;
    private Reversed? _reversed;
    private Reversed? _seeded;
    private Module? _forward;
    private bool _isModeChosen;
    private bool _isReverseUsed;

    private readonly Action<string> _enter;
    private readonly Action<Module>? _left;

    /// <param name="enter">Told which transform starts, so that a failure can name it.</param>
    /// <param name="left">Is shown what a transform left, before the passes tidy it.</param>
    public Derivatives(Request request, Module normal, Action<string> enter, Action<Module>? left = null)
    {
        _request = request;
        _enter = enter;
        _left = left;
        _model = normal;
    }

    /// <summary>What reverse mode records.</summary>
    public EquatableArray<Memory> Memory => (_isReverseUsed ? _reversed?.Memory : null) ?? _seeded?.Memory ?? [];

    /// <summary>Which mode the gradient uses and why, where there was a choice.</summary>
    public string ModeOfGradient { get; private set; } = "";

    /// <summary>The model itself.</summary>
    public Module Value => In(nameof(Tidy), () => PassList.Tidy(_model));

    public Module Gradient => Forwards ?? Tidy(Reversed);

    /// <summary>The gradient of one point, its loops in lanes where sums may be reassociated.</summary>
    public Module GradientOfPoint => Forwards ?? TidyPoint(Reversed);

    private Reversed Sweeps => _reversed ??= In(nameof(Reverse), () => Reverse.Run(_model, ArrayOutputs));

    /// <summary>True when the gradient is made of tangents.</summary>
    public bool IsForward => Forwards is not null;

    /// <summary>The sweeps as reverse mode leaves them.</summary>
    public Module Reversed
    {
        get
        {
            _isReverseUsed = true;
            return Sweeps.Module;
        }
    }

    /// <summary>The gradient in forward mode where that is faster; null where the sweeps are.</summary>
    private Module? Forwards
    {
        get
        {
            if (!_isModeChosen)
            {
                _isModeChosen = true;
                _forward = ChooseForward();
            }
            return _forward;
        }
    }

    private Module? ChooseForward()
    {
        if (!GradientMode.MayBeForward(_request, _model, Sweeps.Memory))
        {
            return null;
        }
        // The sweep's comments tell what it reverses; tangents stand beside their values.
        Layout inputs = Layout.Inputs(_request);
        Module forward = Finish(OfInputTypes(Push(_model, Units(inputs), [], [.. inputs.Places.Select(static _ => s_none)]), inputs)), quiet = forward with { Main = forward.Main with { Body = forward.Main.Body.Statements.Select(static s => Region.Quiet(s)).ToBlock() } };
        bool isForward = GradientMode.IsForwardFaster(forward.Main, Tidy(Sweeps.Module).Main, inputs.Places.Count, out string reason);
        ModeOfGradient = reason;
        return isForward ? quiet : null;
    }

    /// <summary>Each tangent is of the result's type, each derivative of its input's.</summary>
    private Module OfInputTypes(Module module, Layout inputs)
    {
        int values = _request.ReturnCount();
        IEnumerable<Expression> results = module.Main.Results.Select((r, i) => i < values ? r : Build.Convert(r, inputs.Places[i - values].Leaf.Type));
        return module with { Main = module.Main with { Results = results.ToEquatableArray() } };
    }

    private T In<T>(string transform, Func<T> run)
    {
        _enter(transform);
        return run();
    }

    private Module Tidy(Module module) => In(nameof(Tidy), () => PassList.Tidy(module, PrimalOf(_request)));

    private Module TidyPoint(Module module) => PrimalOf(_request) is { } primal ? In(nameof(LoopLanes), () => PassList.TidyInLanes(module, _request.ResultType, primal)) : Tidy(module);

    /// <summary>What of a derivative of the model is the model's own; null where every bit is to be kept.</summary>
    public static Primal? PrimalOf(Request request) =>
        request.Rounding == Rounding.Exact ? null : new(request.ReturnCount(), request.ResultSpans().Select(static y => y.Leaves[0].Name).ToEquatableArray());

    public Module Tangent()
    {
        Direction direction = DirectionOf("t", out List<Parameter> inputs);
        Dictionary<string, string> outputs = _request.ResultSpans().ToDictionary(static y => y.Leaves[0].Name, static y => Operand.IrName("t", y.Leaves[0]));
        return FinishPoint(Push(_model, [direction], inputs, [outputs]));
    }

    /// <param name="isOnePoint">True to be written for one point; otherwise its seeds may differ between lanes.</param>
    public Module Adjoint(bool isOnePoint)
    {
        EquatableArray<string> results = (_request.Return?.Leaves ?? []).Select(static l => Operand.IrName("seed", l)).ToEquatableArray();
        Dictionary<string, string> arrays = _request.ResultSpans().ToDictionary(static y => y.Leaves[0].Name, static y => Operand.IrName("seed", y.Leaves[0]));
        Dictionary<string, string> outputs = Operands.Derivatives(_request, "d", "").Where(static o => o.IsArray).ToDictionary(static o => o.Like.Leaves.First(static l => l.IsArray).Name, static o => o.Array);
        _seeded ??= In(nameof(Reverse), () => Reverse.Run(_model, outputs, new(results, arrays)));
        _left?.Invoke(_seeded.Module);
        return isOnePoint ? FinishPoint(_seeded.Module) : Finish(_seeded.Module);
    }

    /// <summary>The products of the Hessian with the direction <c>v</c>: Forward over Reverse; of the gradient only what they need is left.</summary>
    public Module HessianProduct()
    {
        Direction direction = DirectionOf("v", out List<Parameter> inputs);
        Module gradient = PassList.Prepare(Reversed);
        Module both = Push(gradient, [direction], inputs, [HessianOutputs]);
        return FinishPoint(both with { Main = OnlyTangents(both.Main, gradient.Main.Results.Count) });
    }

    public Module Series()
    {
        Direction direction = DirectionOf("v", out List<Parameter> seeds);
        Module series = In(nameof(Taylor), () => Taylor.Run(_model, direction with { Suffix = "" }, seeds, _request.TaylorOrder));
        _left?.Invoke(series);
        return FinishPoint(series);
    }

    /// <summary>Every column of the Jacobian as a direction with a constant seed; the results are the values, then column by column their tangents.</summary>
    public Module Unrolled(Layout inputs) => Finish(Push(_model, Units(inputs), [], [.. inputs.Places.Select(static _ => s_none)]));

    /// <summary>The value, the gradient, then column by column the upper triangle of the Hessian.</summary>
    public Module UnrolledHessian(Layout inputs)
    {
        Module gradient = PassList.Prepare(Reversed);
        Module both = Push(gradient, Units(inputs), [], [.. inputs.Places.Select(static _ => s_none)]);
        int values = _request.ReturnCount(), n = inputs.Places.Count;
        List<Expression> results = [.. both.Main.Results.Take(values + n)];
        for (int j = 0; j < n; j++)
        {
            // In each direction first the tangent of the value, then those of the gradient.
            results.AddRange(both.Main.Results.Skip(((j + 1) * (values + n)) + values).Take(j + 1));
        }
        return Finish(both with { Main = both.Main with { Results = results.ToEquatableArray() } });
    }

    /// <summary>A block of columns of the Jacobian in lanes, from the one that the parameter <see cref="MatrixCompanion.Column"/> tells.</summary>
    /// <param name="isColoured">True when a column is a colour of the pattern.</param>
    public Module Columns(Layout inputs, bool isColoured = false)
    {
        Dictionary<string, string> outputs = _request.ResultSpans().ToDictionary(static y => y.Leaves[0].Name, static y => Operand.IrName("t", y.Leaves[0]));
        return Finish(Push(_model, [Lanes(inputs, isColoured)], isColoured ? s_colours : s_column, [outputs]));
    }

    /// <summary>A block of columns of the Hessian in lanes: the value, the gradient's scalars, then their rows of the block.</summary>
    public Module HessianColumns(Layout inputs, bool isColoured = false)
    {
        Module gradient = PassList.Prepare(Reversed);
        Module both = Push(gradient, [Lanes(inputs, isColoured)], isColoured ? s_colours : s_column, [HessianOutputs]);
        int first = gradient.Main.Results.Count, values = _request.ReturnCount();
        IEnumerable<Expression> results = both.Main.Results.Take(first).Concat(both.Main.Results.Skip(first + values));
        return Finish(both with { Main = both.Main with { Results = results.ToEquatableArray() } });
    }

    /// <summary>The rows of the Jacobian in lanes: the seed of result k is one in lane k.</summary>
    public Module Rows()
    {
        Module adjoint = Adjoint(isOnePoint: false);
        Dictionary<string, Expression> seeds = [];
        for (int k = 0; k < _request.ReturnCount(); k++)
        {
            Leaf leaf = _request.Return!.Leaves[k];
            seeds[Operand.IrName("seed", leaf)] = new Apply(leaf.Type, Primitives.Arithmetic.UnitLane, [Int(k)]);
        }
        Function main = adjoint.Main;
        return adjoint with
        {
            Main = main with
            {
                Parameters = main.Parameters.Where(p => !seeds.ContainsKey(p.Name)).ToEquatableArray(),
                Body = Rewriter.Substitute(main.Body, seeds),
                Results = main.Results.Map(r => Rewriter.Substitute(r, seeds)),
            },
        };
    }

    private static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();
    private static readonly Parameter[] s_column = [new(MatrixCompanion.Column, ScalarType.Int, ParameterKind.Scalar, false)];

    private static readonly Parameter[] s_colours = [.. s_column, new(MatrixCompanion.Colours, ScalarType.Int, ParameterKind.Array, false)];

    private static Direction[] Units(Layout inputs) =>
    [
        .. inputs.Places.Select(static p => new Direction(
            "Tangent" + char.ToUpperInvariant(p.Leaf.Name[0]) + p.Leaf.Name.Substring(1),
            new Dictionary<string, Expression> { [p.Leaf.Name] = One(p.Leaf.Type) },
            new Dictionary<string, Func<Expression, Expression>>(),
            s_none)),
    ];

    /// <summary>The direction that is column, or colour, <c>column + lane</c> in each lane.</summary>
    private static Direction Lanes(Layout inputs, bool isColoured)
    {
        Expression column = Name(MatrixCompanion.Column, ScalarType.Int);
        Expression Unit(ScalarType type, Expression position) => new Apply(type, Primitives.Arithmetic.UnitLane, [IndexMinus(isColoured ? new Element(ScalarType.Int, MatrixCompanion.Colours, position) : position, column)]);
        Dictionary<string, Expression> scalars = [];
        Dictionary<string, Func<Expression, Expression>> elements = [];
        foreach (FlatPlace place in inputs.Places)
        {
            if (place.Leaf.IsArray)
            {
                elements[place.Leaf.Name] = index => Unit(place.Leaf.Type, IndexPlus(place.Start, index));
            }
            else
            {
                scalars[place.Leaf.Name] = Unit(place.Leaf.Type, place.Start);
            }
        }
        return new("Tangent", scalars, elements, s_none);
    }

    /// <summary>Array variables by their name in the IR, and the array that receives their derivative.</summary>
    private Dictionary<string, string> ArrayOutputs => _request.Variables().Where(static v => v.Shape is ParameterShape.Array or ParameterShape.Matrix)
        .ToDictionary(static v => v.Leaves.First(static l => l.IsArray).Name, static v => v.ArrayOutput());

    public Dictionary<string, string> HessianOutputs => _request.Variables().Where(static v => v.Shape is ParameterShape.Array or ParameterShape.Matrix)
        .ToDictionary(static v => v.ArrayOutput(), static v => Operand.IrName("h", v.Leaves.First(static l => l.IsArray)));

    /// <summary>The direction whose parts are parameters.</summary>
    public Direction DirectionOf(string prefix, out List<Parameter> inputs)
    {
        inputs = [];
        Dictionary<string, Expression> scalars = [];
        Dictionary<string, Func<Expression, Expression>> elements = [];
        Dictionary<string, string> arrays = [];
        foreach (Operand operand in Operands.Directions(_request, prefix))
        {
            inputs.AddRange(operand.Parameters());
            if (operand.IsArray)
            {
                (string name, ScalarType type) = (operand.Array, operand.Like.Type);
                string variable = operand.Like.Leaves.First(static l => l.IsArray).Name;
                elements[variable] = index => new Element(type, name, index);
                arrays[variable] = name;
                continue;
            }
            foreach (Leaf leaf in operand.Reals)
            {
                scalars[leaf.Name] = Name(Operand.IrName(prefix, leaf), leaf.Type);
            }
        }
        return new("Tangent", scalars, elements, arrays);
    }

    /// <summary>
    /// Of a gradient and its tangents: the value and the tangents. The gradient's arrays become local, and are dropped where nothing reads them.
    /// </summary>
    public Function OnlyTangents(Function both, int gradientResults)
    {
        List<Statement> start = [];
        HashSet<string> local = [];
        foreach (ModelParameter variable in _request.Variables().Where(static v => v.Shape is ParameterShape.Array or ParameterShape.Matrix))
        {
            local.Add(variable.ArrayOutput());
            start.Add(new NewArray(variable.ArrayOutput(), variable.Type, new Length(variable.Leaves.First(static l => l.IsArray).Name)));
        }
        int values = _request.ReturnCount();
        IEnumerable<Expression> results = both.Results.Take(values).Concat(both.Results.Skip(gradientResults + values));
        return both with
        {
            Parameters = both.Parameters.Where(p => !local.Contains(p.Name)).ToEquatableArray(),
            Body = start.Concat(both.Body.Statements).ToBlock(),
            Results = results.ToEquatableArray(),
        };
    }

    private Module Push(Module module, IReadOnlyList<Direction> directions, IReadOnlyList<Parameter> inputs, IReadOnlyList<IReadOnlyDictionary<string, string>> outputs)
    {
        Module pushed = In(nameof(Forward), () => Forward.Run(module, directions, inputs, outputs));
        _left?.Invoke(pushed);
        return pushed;
    }

    private Module Finish(Module module) => Tidy(PassList.Prepare(module));

    private Module FinishPoint(Module module) => TidyPoint(PassList.Prepare(module));
}
