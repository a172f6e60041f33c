using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Reverse mode (Griewank and Walther 2008, chapter 3) on normal form: the primal sweep, then the adjoint sweep block by block from the end. The
/// adjoint of a value is an expression of the block until a second contribution joins the first. What the adjoint sweep reads of the primal sweep is
/// found by demand: it is still in scope, computed again when that is cheap, or recorded when it is not.
/// The result returns the value and the adjoint of every scalar variable; array variables have an output array each.
/// </summary>
/// <remarks>
/// <code>
/// for (t …) carrying p { let p1 = r * p }              →   for (t …) carrying p { pAt[t] = p; let p1 = r * p }
/// return p2                                                for (t … down) carrying pAdjoint = 1, rAdjoint = 0
///                                                              { let p = pAt[t] } next pAdjoint * r, rAdjoint + pAdjoint * p
/// </code>
/// </remarks>
internal sealed partial class Reverse
{
    private readonly Function _function;
    private readonly Activity _activity;
    private readonly Names _names;
    private readonly ArrayPolicy _policy;
    private readonly Dictionary<string, Region> _owner = [];
    private readonly Dictionary<string, string> _adjointArrays = [];
    private readonly Dictionary<string, Region> _arrayOwner = [];
    private readonly List<Memory> _memory = [];

    /// <summary>Values that must be recorded: the old elements of arrays whose stores are undone.</summary>
    private readonly HashSet<string> _saved = [];

    /// <summary>Adjoints that were moved in front of a fused loop.</summary>
    private readonly HashSet<string> _hoisted = [];
    private Dictionary<string, Expression> _adjoints = [];
    private List<Statement> _backward = [];

    private readonly IReadOnlyDictionary<string, Function> _callees;
    private readonly List<Expression> _seeds = [];

    private Reverse(Function function, IReadOnlyDictionary<string, Function> callees, ArrayPolicy policy)
    {
        _segmented = Segments.Run(function);
        _function = _segmented.Function;
        _callees = callees;
        _policy = policy;
        _activity = Activity.Of(_function);
        _names = Names.Of(_function);
    }

    /// <summary>
    /// The vector-Jacobian product of a module in normal form; <paramref name="outputs"/> names the output array of each array variable. Without
    /// <paramref name="seeds"/> the main function has one real result whose seed is one: its gradient. The callees of the result are those of the module
    /// and their adjoints.
    /// </summary>
    public static Reversed Run(Module module, IReadOnlyDictionary<string, string> outputs, Seeds? seeds = null)
    {
        seeds ??= Seeds.One;
        module = module with { Main = Results.ReadApart(module.Main) };
        Dictionary<string, Function> callees = module.Callees.ToDictionary(static c => c.Name);
        List<Function> all = [.. module.Callees];
        foreach (Function callee in module.Callees.Where(static c => c.Parameters.Any(static p => p.IsVariable)))
        {
            all.Add(Settle(callee, callees, static pass => pass.Callee()));
        }
        List<Memory> memory = [];
        Function main = Settle(module.Main, callees, pass =>
        {
            Function gradient = pass.Gradient(outputs, seeds);
            memory = pass._memory;
            return gradient;
        });
        return new(new(main, all.ToEquatableArray()), Used(memory, main));
    }

    /// <summary>Runs until nothing new is learned about local arrays.</summary>
    private static Function Settle(Function function, IReadOnlyDictionary<string, Function> callees, System.Func<Reverse, Function> run)
    {
        ArrayPolicy policy = new();
        while (true)
        {
            Function reversed = run(new(function, callees, policy));
            if (!policy.Changed)
            {
                return reversed;
            }
            policy.Settle();
        }
    }

    private Function Gradient(IReadOnlyDictionary<string, string> outputs, Seeds seeds)
    {
        List<Parameter> parameters = [.. _function.Parameters];
        foreach (Parameter parameter in _function.Parameters.Where(static p => p.IsVariable && p.Kind == ParameterKind.Array))
        {
            _adjointArrays[parameter.Name] = outputs[parameter.Name];
            _names.Reserve(outputs[parameter.Name]);
            parameters.Add(new(outputs[parameter.Name], parameter.Type, ParameterKind.Output, false));
        }
        Region root = Open(null, 0, RegionKind.Direct, _function.Body, null);
        _backward = root.Backward;
        SeedArrays(root, seeds, parameters);
        Expression[] reals = [.. _function.Results.Where(static r => r.Type.IsReal())];
        for (int i = 0; i < reals.Length; i++)
        {
            Contribute(reals[i], SeedOf(seeds, i, reals[i].Type, parameters));
        }
        ReverseStatements(root);

        List<Expression> results = [.. _function.Results];
        foreach (Parameter parameter in _function.Parameters.Where(static p => p.IsVariable && p.Kind == ParameterKind.Scalar))
        {
            results.Add(_adjoints.TryGetValue(parameter.Name, out Expression? adjoint) ? adjoint : Zero(parameter.Type));
        }
        Block body = root.Forward().Concat(root.Backward).ToBlock();
        return new(_function.Name, parameters.ToEquatableArray(), _function.Tables, body, results.ToEquatableArray());
    }

    /// <summary>Opens a block for reversal and registers the names it defines.</summary>
    private Region Open(Region? parent, int position, RegionKind kind, Block block, Statement? loop, bool isReplay = false)
    {
        Region region = new(parent, position, kind, block) { Loop = loop, IsReplay = isReplay };
        if (loop is For counted)
        {
            Own(region, new(counted.Index, ScalarType.Int, -1, DefinitionKind.Index, null));
        }
        if (loop is not null)
        {
            foreach (Carried cell in Walker.CarriedBy(loop))
            {
                Own(region, new(cell.Name, cell.Type, -1, DefinitionKind.Cell, null));
            }
        }
        for (int i = 0; i < block.Statements.Count; i++)
        {
            Statement statement = block.Statements[i];
            foreach (Result defined in Walker.Defines(statement))
            {
                Own(region, new(defined.Name, defined.Type, i, statement is Let ? DefinitionKind.Let : DefinitionKind.Outcome, (statement as Let)?.Value));
            }
            if (statement is NewArray array)
            {
                _arrayOwner[array.Name] = region;
                if (_activity.IsActive(array.Name) && !_adjointArrays.ContainsKey(array.Name))
                {
                    _adjointArrays[array.Name] = _names.Fresh(array.Name + "Adjoint");
                }
            }
        }
        return region;
    }

    private void Own(Region region, Definition definition)
    {
        region.Definitions[definition.Name] = definition;
        _owner[definition.Name] = region;
    }

    private void ReverseStatements(Region region)
    {
        for (int i = region.Source.Statements.Count - 1; i >= 0; i--)
        {
            Statement statement = region.Source.Statements[i];
            switch (statement)
            {
                case Let let:
                    region.At(i).Add(Region.Quiet(let));
                    ReverseLet(let);
                    break;
                case NewArray array:
                    ReverseNewArray(region, i, array);
                    break;
                case Store store:
                    ReverseStore(region, i, store);
                    break;
                case Add add:
                    ReverseAdd(region, i, add);
                    break;
                case If branch:
                    ReverseBranch(region, i, branch);
                    break;
                case For or While:
                    ReverseLoop(region, i, statement);
                    break;
                case Call call:
                    region.At(i).Add(Region.Quiet(call));
                    ReverseCall(region, i, call);
                    break;
                default:
                    region.At(i).Add(Region.Quiet(statement));
                    break;
            }
        }
    }

    /// <summary>v = φ(a, b): the adjoint of v times ∂φ/∂a joins the adjoint of a.</summary>
    private void ReverseLet(Let let)
    {
        if (!_adjoints.TryGetValue(let.Name, out Expression? adjoint))
        {
            return;
        }
        _adjoints.Remove(let.Name);
        Expression result = Name(let.Name, let.Value.Type);
        switch (let.Value)
        {
            case Read read:
                Contribute(read, adjoint);
                break;
            case Element element:
                if (_adjointArrays.TryGetValue(element.Array, out string? array) && _activity.IsActive(element.Array))
                {
                    Emit(new Add(array, Use(element.Index), adjoint), let);
                }
                break;
            case Apply { Primitive: var primitive } select when primitive == Arithmetic.Select:
                Expression condition = Use(select.Arguments[0]);
                Contribute(select.Arguments[1], Build.Select(condition, adjoint, Zero(adjoint.Type)), let);
                Contribute(select.Arguments[2], Build.Select(condition, Zero(adjoint.Type), adjoint), let);
                break;
            case Apply { Primitive: var square } times when square == Arithmetic.Times && times.Arguments[0].Equals(times.Arguments[1]):
                Contribute(times.Arguments[0], Multiply(Multiply(Real(result.Type, 2), Use(times.Arguments[0])), adjoint), let);
                break;
            case Apply apply:
                ReverseApply(apply, result, adjoint, let);
                break;
        }
    }

    private void ReverseApply(Apply apply, Expression result, Expression adjoint, Statement source)
    {
        if (apply.Primitive.Partials is not { } partials)
        {
            throw new System.InvalidOperationException("'" + apply.Primitive.Name + "' has no derivative rule");
        }
        Expression[] arguments = [.. apply.Arguments];
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is not Read argument || !_activity.IsActive(argument.Name) || partials[i]?.Invoke(arguments, result) is not { } partial)
            {
                continue;
            }
            Expression local = Use(partial);
            Primitive p = apply.Primitive;
            Expression contribution = p == Arithmetic.Over ? Quotient(i, arguments, result, adjoint)
                : p == Arithmetic.Convert ? Convert(adjoint, argument.Type)
                : p == Arithmetic.Guarded ? new Apply(apply.Type, p, i == 0 ? [adjoint, local] : [local, adjoint])
                : p.IsSingular ? Forward.Guarded(adjoint, local)
                : Forward.Times(local, adjoint);
            Contribute(argument, contribution, source);
        }
    }

    /// <summary>a / b: adjoint/b once for both, then −result times it; 1 / b: −result² times the adjoint, which needs no second division.</summary>
    private Expression Quotient(int argument, Expression[] arguments, Expression result, Expression adjoint)
    {
        if (IsConstant(arguments[0], 1))
        {
            return Negate(Multiply(Use(result), Multiply(Use(result), adjoint)));
        }
        Expression share = Divide(adjoint, Use(arguments[1]));
        return argument == 0 ? share : Negate(Multiply(Use(result), share));
    }

    private void Contribute(Expression to, Expression value, Statement? source = null)
    {
        if (to is not Read { Type: ScalarType.Double or ScalarType.Float } read || !_activity.IsActive(read.Name))
        {
            return;
        }
        Expression sum = _adjoints.TryGetValue(read.Name, out Expression? before) ? Plus(before, value) : value;
        _adjoints[read.Name] = Atom(sum, Stem(read.Name) + "Adjoint", source);
    }

    /// <summary>A name without the number that the compiler gave it; the user's numbers stay.</summary>
    private string Stem(string name) =>
        _owner.TryGetValue(name, out Region? owner) && owner.Definitions[name] is { Position: >= 0 and var at } && owner.Source.Statements[at] is Let { IsTemporary: true }
            ? name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')
            : name;

    /// <summary>The expression as a name or constant of the adjoint sweep.</summary>
    private Expression Atom(Expression value, string wanted, Statement? source = null)
    {
        if (value is Read or Constant)
        {
            return value;
        }
        string name = _names.Fresh(wanted);
        Emit(new Let(name, value) { IsTemporary = true }, source);
        return Name(name, value.Type);
    }

    private void Emit(Statement statement, Statement? source = null) =>
        _backward.Add(source is null ? statement : statement with { Source = source.Source, Origin = source.Origin });
}

/// <summary>What reverse mode gives: the functions and what they keep in memory.</summary>
internal sealed record Reversed(Module Module, EquatableArray<Memory> Memory);

/// <summary>Something recorded for the adjoint sweep: a value of each iteration, or a whole array.</summary>
internal sealed record Memory(string Name, ScalarType Type, bool IsArray, bool IsTape, int Origin)
{
    /// <summary>The array or tape that holds it.</summary>
    public string Storage { get; init; } = "";

    public Checkpoint Checkpoint { get; init; }
}
