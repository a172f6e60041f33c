using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// The function on boxes: every real that depends on a variable, or that an operation rounds, becomes an interval that contains the number; what a program
/// computes for one point it computes here for all points at once. A condition on variables becomes a <c>Truth</c>: the arms that it can take are computed one
/// after the other, each with the compared names narrowed to where it is taken, and what they give is joined. What an arm may not have stored is joined with what was
/// there. Integers, and conditions that do not depend on a variable, stay as they are. On symbolic numbers (<see cref="Trace"/>) both arms are computed, what
/// they give is chosen between by the condition, and nothing is narrowed.
/// </summary>
/// <remarks>
/// <code>
/// taken = x > 1; if (taken) { y1 = sqrt(x) } merge y = (y1, 0)
/// → Truth taken = x > 1
///   if (taken.CanBeTrue) { x1 = atLeast(x, 1); y1 = sqrt(x1) } merge y2 = (y1, empty)
///   if (taken.CanBeFalse) { } merge y = (hull(y2, 0), y2)
/// </code>
/// </remarks>
internal sealed partial class IntervalBound
{
    private readonly BoundDomain _domain;
    private readonly Names _names;
    private readonly Dependence _dependence;

    /// <summary>Reals that an operation computed: they are enclosed. Other reals are numbers of the program.</summary>
    private readonly HashSet<string> _enclosed = [];
    private readonly HashSet<string> _enclosedArrays = [];

    /// <summary>Where a real is enclosed but does not depend on a variable: the name of what the program itself computes, which integers may be made of.</summary>
    private readonly Dictionary<string, string> _plain = [];
    private readonly Dictionary<string, Expression> _conditions = [];
    private readonly Dictionary<string, Expression> _integers = [];

    /// <summary>The branches that may not be taken around the current statement, and how many of them an array was made inside of.</summary>
    private readonly List<PossibleArm> _maybe = [];
    private readonly Dictionary<string, int> _madeAt = [];

    /// <summary>Names as an arm sees them.</summary>
    private Dictionary<string, Expression> _narrowed = [];

    private IntervalBound(Function function, BoundDomain domain)
    {
        _domain = domain;
        _names = Names.Of(function);
        _dependence = Dependence.Of(function);
    }

    /// <summary>A function in normal form, of doubles, whose calls have been written out.</summary>
    public static Function Run(Function function) => Run(function, BoundDomain.Intervals);

    /// <summary>The same function, which nothing lets jump, on symbolic numbers: the program that a linear bound reads.</summary>
    public static Function Trace(Function function) => Run(function, BoundDomain.Forms);

    /// <summary>
    /// The same function on eight boxes at once: a straight line of operations on numbers. Null for another, whose boxes would go different ways, and for a long one, which
    /// the JIT compiler leaves as calls.
    /// </summary>
    public static Function? Lanes(Function function)
    {
        if (function.Parameters.Any(static p => p.IsVariable && p.Kind != ParameterKind.Scalar)
            || function.Parameters.Count(static p => p.IsVariable) > MostVariablesInLanes
            || function.Body.Statements.Count > MostInLanes
            || !function.Body.Statements.All(static s => s is Let))
        {
            return null;
        }
        try
        {
            return Run(function, BoundDomain.Lanes);
        }
        catch (BoundException)
        {
            return null; // something asks or chooses
        }
    }

    private const int MostInLanes = 400, MostVariablesInLanes = 32;

    private static Function Run(Function function, BoundDomain domain)
    {
        IntervalBound pass = new(function, domain);
        List<Parameter> parameters = [];
        foreach (Parameter parameter in function.Parameters)
        {
            bool isEnclosed = parameter.Type.IsReal() && (parameter.IsVariable || parameter.Kind is ParameterKind.Output or ParameterKind.Accumulator);
            if (isEnclosed)
            {
                (parameter.Kind == ParameterKind.Scalar ? pass._enclosed : pass._enclosedArrays).Add(parameter.Name);
            }
            parameters.Add(isEnclosed ? parameter with { Type = domain.Real } : parameter);
        }
        Block body = pass.Rewrite(function.Body);
        return function with { Parameters = parameters.ToEquatableArray(), Body = body, Results = function.Results.Map(r => r.Type.IsReal() ? pass.Enclose(r) : pass.Plain(r)) };
    }

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            Rewrite(statement, output);
        }
        return output.ToBlock();
    }

    private void Rewrite(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case Let let:
                RewriteLet(let, output);
                break;
            case NewArray array:
                RewriteArray(array.Name, array.Type, array, output, (name, type) => array with { Name = name, Type = type });
                break;
            case Slice slice:
                RewriteArray(slice.Name, slice.Type, slice, output, (name, type) => slice with
                {
                    Name = name,
                    Type = type,
                    Array = name == slice.Name ? slice.Array : _plain[slice.Array],
                    Offset = Plain(slice.Offset),
                    Length = Plain(slice.Length),
                });
                break;
            case NewTape tape:
                RewriteArray(tape.Name, tape.Type, tape, output, (name, type) => tape with { Name = name, Type = type });
                break;
            case Store store:
                RewriteWrite(store, store.Array, store.Index, store.Value, output);
                break;
            case Add add:
                RewriteWrite(add, add.Array, add.Index, add.Value, output);
                break;
            case Push push:
                output.Add(push with { Value = ValueOf(push.Tape, push.Value) });
                if (_plain.TryGetValue(push.Tape, out string? plainTape))
                {
                    output.Add(push with { Tape = plainTape, Value = Plain(push.Value) });
                }
                break;
            case Pop pop:
                RewritePop(pop, output);
                break;
            case If branch when _dependence.Has(branch.Condition):
                RewriteBranch(branch, output);
                break;
            case If branch:
                RewriteDecided(branch, output);
                break;
            case For loop:
                output.Add(loop with { From = Plain(loop.From), To = Plain(loop.To), Until = loop.Until is null ? null : Plain(loop.Until), Carried = Cells(loop.Carried, loop.Body, out Block body), Body = body });
                break;
            case While loop:
                EquatableArray<Carried> cells = Cells(loop.Carried, loop.Body, out Block repeated);
                output.Add(loop with { Condition = Plain(loop.Condition), Carried = cells, Body = repeated });
                break;
            case Throw when _maybe.Count > 0:
                break; // the function goes on as if there were no exception: what holds for that one holds where there is none
            case Throw thrown:
                output.Add(thrown with { Arguments = thrown.Arguments.Map(Plain) });
                break;
            default:
                throw new BoundException("'" + statement.GetType().Name + "' has no bounds", statement.Origin);
        }
    }

    private void RewriteLet(Let let, List<Statement> output)
    {
        ScalarType type = let.Value.Type;
        if (type == ScalarType.Bool && _dependence.Has(let.Value))
        {
            _conditions[let.Name] = let.Value;
            output.Add(let with { Value = TruthOf(let.Value) });
        }
        else if (!type.IsReal())
        {
            if (_dependence.Has(let.Value) && IsSign(let.Value))
            {
                _integers[let.Name] = let.Value; // stands where it is converted
                return;
            }
            output.Add(let with { Value = Plain(let.Value) });
        }
        else if (IsPlain(let.Value))
        {
            output.Add(let with { Value = Plain(let.Value) });
        }
        else
        {
            if (!_dependence.Has(let.Value))
            {
                _plain[let.Name] = _names.Fresh(let.Name + "Plain");
                output.Add(let with { Name = _plain[let.Name], Value = Plain(let.Value) });
            }
            Expression enclosed = Enclose(let.Value);
            _enclosed.Add(let.Name);
            Define(let);
            output.Add(let with { Value = enclosed });
        }
    }

    /// <summary>True for a real that is a number of the program: read or converted, not computed.</summary>
    private bool IsPlain(Expression value) => !_dependence.Has(value) && value switch
    {
        Constant constant => !IrrationalConstants.Contains(constant.Real),
        Read read => !_enclosed.Contains(read.Name),
        Element element => !_enclosedArrays.Contains(element.Array),
        External => true,
        Apply { Primitive: var p, Arguments: [{ Type: ScalarType.Int or ScalarType.UInt }] } => p == Arithmetic.Convert,
        _ => false,
    };

    private void RewriteArray(string name, ScalarType type, Statement statement, List<Statement> output, System.Func<string, ScalarType, Statement> with)
    {
        _madeAt[name] = _maybe.Count;
        if (!type.IsReal())
        {
            output.Add(with(name, type == ScalarType.Bool && _dependence.HasArray(name) ? _domain.Truth : type));
            return;
        }
        _enclosedArrays.Add(name);
        output.Add(with(name, _domain.Real));
        bool isPart = statement is Slice slice && !_plain.ContainsKey(slice.Array);
        if (!_dependence.HasArray(name) && !isPart)
        {
            _plain[name] = _names.Fresh(name + "Plain");
            output.Add(with(_plain[name], type));
        }
    }

    /// <summary>What may not be stored is joined with what is there; what may not be added, with nothing.</summary>
    private void RewriteWrite(Statement write, string array, Expression index, Expression value, List<Statement> output)
    {
        Expression at = Plain(index), written = ValueOf(array, value);
        if (written.Type == _domain.Real || written.Type == _domain.Truth)
        {
            Expression before = write is Store ? new Element(written.Type, array, at) : _domain.Zero(written.Type);
            written = MayBeSkipped(array) is { Count: > 0 } arms ? Joined(before, written, arms) : written;
        }
        output.Add(write is Store store ? store with { Index = at, Value = written } : ((Add)write) with { Index = at, Value = written, IsFused = false });
        if (_plain.TryGetValue(array, out string? plain))
        {
            output.Add(write is Store same ? same with { Array = plain, Index = at, Value = Plain(value) } : ((Add)write) with { Array = plain, Index = at, Value = Plain(value) });
        }
    }

    /// <summary>The branches around the current statement, inside of which the array was not made, that may not have been taken.</summary>
    private List<PossibleArm> MayBeSkipped(string array) => _maybe.GetRange(_madeAt.TryGetValue(array, out int depth) ? depth : 0, _maybe.Count - (_madeAt.TryGetValue(array, out depth) ? depth : 0));

    /// <summary>What is there after a write that only happens where all these arms are taken.</summary>
    private Expression Joined(Expression before, Expression written, List<PossibleArm> arms)
    {
        if (_domain.IsSymbolic)
        {
            return Enumerable.Reverse(arms).Aggregate(written, (value, arm) => _domain.Select(arm.Taken, arm.IsThen ? value : before, arm.IsThen ? before : value));
        }
        Primitive join = written.Type == ScalarType.Interval ? BoundOperations.Hull : BoundOperations.EitherTruth;
        return Build.Select(arms.Select(static a => a.CanBeSkipped).Aggregate(Or), new Apply(written.Type, join, [before, written]), written);
    }

    private Expression ValueOf(string array, Expression value) => value.Type.IsReal() ? Enclose(value) : value.Type == ScalarType.Bool && _dependence.HasArray(array) ? TruthOf(value) : Plain(value);

    private void RewritePop(Pop pop, List<Statement> output)
    {
        bool isTruth = pop.Type == ScalarType.Bool && _dependence.HasArray(pop.Tape);
        output.Add(pop with { Type = pop.Type.IsReal() ? _domain.Real : isTruth ? _domain.Truth : pop.Type });
        if (pop.Type.IsReal())
        {
            _enclosed.Add(pop.Name);
        }
        if (_plain.TryGetValue(pop.Tape, out string? plain))
        {
            _plain[pop.Name] = _names.Fresh(pop.Name + "Plain");
            output.Add(pop with { Name = _plain[pop.Name], Tape = plain });
        }
    }

    private EquatableArray<Carried> Cells(EquatableArray<Carried> carried, Block body, out Block rewritten)
    {
        List<Carried> cells = [];
        List<Carried> initials = [.. carried.Select(c => c with { Type = LiftedType(c.Name, c.Type), Initial = Lift(c.Name, c.Initial) })];
        foreach (Carried cell in carried.Where(static c => c.Type.IsReal()))
        {
            _enclosed.Add(cell.Name);
            _enclosed.Add(cell.Final);
        }
        Dictionary<string, Expression> plainInitials = [];
        foreach (Carried cell in carried.Where(c => c.Type.IsReal() && !_dependence.Has(c.Name)))
        {
            plainInitials[cell.Name] = Plain(cell.Initial);
            _plain[cell.Name] = _names.Fresh(cell.Name + "Plain");
            _plain[cell.Final] = _names.Fresh(cell.Final + "Plain");
        }
        rewritten = Rewrite(body);
        for (int i = 0; i < carried.Count; i++)
        {
            cells.Add(initials[i] with { Next = Lift(carried[i].Name, carried[i].Next) });
            if (plainInitials.TryGetValue(carried[i].Name, out Expression? initial))
            {
                cells.Add(carried[i] with { Name = _plain[carried[i].Name], Final = _plain[carried[i].Final], Initial = initial, Next = Plain(carried[i].Next) });
            }
        }
        return cells.ToEquatableArray();
    }

    private ScalarType LiftedType(string name, ScalarType type) => type.IsReal() ? _domain.Real : type == ScalarType.Bool && _dependence.Has(name) ? _domain.Truth : type;

    /// <summary>A value for a name that several statements give one.</summary>
    private Expression Lift(string name, Expression value) => LiftedType(name, value.Type) switch
    {
        var type when type.IsEnclosure() => Enclose(value),
        ScalarType.Truth or ScalarType.FormTruth => TruthOf(value),
        _ => Plain(value),
    };

    /// <summary>An arm that a statement stands in: the condition, which side of it, and whether the arm can be left out.</summary>
    private sealed record PossibleArm(Expression Taken, bool IsThen, Expression CanBeSkipped);
}
