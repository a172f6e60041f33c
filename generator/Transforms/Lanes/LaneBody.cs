using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// The body of a loop for a block of iterations: its index is that of the first, what counts from iteration to iteration is a ramp, rows of arrays are
/// loaded as columns, and values of the iteration before are shifted lanes.
/// </summary>
internal sealed class LaneBody
{
    private readonly For _loop;
    private readonly LanePlan _plan;
    private readonly Names _names;
    private readonly ScalarType _real;
    private readonly Dictionary<string, string> _columns = [];
    private readonly Dictionary<string, string> _before = [];
    private readonly Dictionary<string, string> _next = [];

    public LaneBody(For loop, LanePlan plan, Names names, ScalarType real)
    {
        _loop = loop;
        _plan = plan;
        _names = names;
        _real = real;
    }

    /// <summary>True when something has no form in lanes.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>What a block does first.</summary>
    public List<Statement> Start { get; } = [];

    /// <summary>The numbers of iterations for which the arrays of rows suffice: past them, an iteration at a time throws where the source does.</summary>
    public List<Expression> Limits { get; } = [];

    /// <summary>The name of a delayed value's lanes of the block before.</summary>
    public string Before(string cell) => NameOf(_before, cell, "Before");

    /// <summary>The name of a delayed value's next value.</summary>
    public string Next(string cell) => NameOf(_next, cell, "Next");

    private string NameOf(Dictionary<string, string> names, string cell, string suffix)
    {
        if (!names.TryGetValue(cell, out string? name))
        {
            names[cell] = name = _names.Fresh(cell + suffix);
        }
        return name;
    }

    /// <summary>The arrays of columns, which hold lanes.</summary>
    public IEnumerable<string> Columns => _columns.Values;

    public IReadOnlyList<Statement>? Run()
    {
        foreach (KeyValuePair<string, IndexPolynomial> rows in _plan.Columns)
        {
            Expression columns = rows.Value.ToExpression();
            _columns[rows.Key] = _names.Fresh(rows.Key.Replace("$", "") + "Columns");
            Start.Add(new NewArray(_columns[rows.Key], _real, columns) { NeedsZeros = false });
            Start.Add(new Call([], LaneOperations.LoadColumns, [columns, Name(_loop.Index, ScalarType.Int)], [rows.Key, _columns[rows.Key]]));
            Limits.Add(new Apply(ScalarType.Int, LaneOperations.WholeRows, [new Length(rows.Key), columns]));
        }
        List<Statement> statements = Delayed();
        Block body = Rewrite(statements.ToBlock());
        return HasFailed ? null : body.Statements;
    }

    /// <summary>What a delayed value is made from first, then the value, then the rest.</summary>
    private List<Statement> Delayed()
    {
        List<Carried> delayed = [.. _loop.Carried.Where(c => _plan.Delayed.Contains(c.Name))];
        if (delayed.Count == 0)
        {
            return [.. _loop.Body.Statements];
        }
        List<Statement> statements = [];
        if (LaneDelays.Ordered(_loop, delayed) is not { } ordered)
        {
            HasFailed = true;
            return statements;
        }
        foreach (Carried cell in ordered)
        {
            foreach (Let needed in LaneDelays.Needed(_loop, cell)!)
            {
                if (!statements.Contains(needed))
                {
                    statements.Add(needed);
                }
            }
            statements.Add(new Let(Next(cell.Name), cell.Next) { IsTemporary = true });
            Expression shifted = new Apply(cell.Type, LaneOperations.Shift, [Name(Before(cell.Name), cell.Type), Name(Next(cell.Name), cell.Type)]);
            statements.Add(new Let(cell.Name, shifted) { IsTemporary = true });
        }
        statements.AddRange(_loop.Body.Statements.Where(s => !statements.Contains(s)));
        return statements;
    }

    private Block Rewrite(Block block) => block.Statements.Select(Rewrite).ToBlock();

    private Statement Rewrite(Statement statement)
    {
        switch (statement)
        {
            case Let { Value.Type: ScalarType.Int or ScalarType.Long or ScalarType.UInt or ScalarType.ULong }:
                return statement; // the number of the first lane; what is read of it becomes a ramp where it is read
            case Let let:
                return let with { Value = On(let.Value) };
            case Store store:
                return store with { Index = Index(store.Array, store.Index), Value = On(store.Value) };
            case Add add:
                return add with { Index = Index(add.Array, add.Index), Value = On(add.Value) };
            case NewArray array:
                RequireUniform(array.Length);
                return array;
            case Slice slice:
                RequireUniform(slice.Offset);
                RequireUniform(slice.Length);
                return slice;
            case If branch:
                return branch with
                {
                    Condition = On(branch.Condition),
                    Then = Rewrite(branch.Then),
                    Else = Rewrite(branch.Else),
                    Merges = branch.Merges.Map(m => m.Type.IsInteger() ? Uniform(m, branch) : m with { Then = On(m.Then), Else = On(m.Else) }),
                };
            case For loop:
                return loop with { From = On(loop.From), To = On(loop.To), Until = loop.Until is null ? null : On(loop.Until), Carried = Cells(loop.Carried), Body = Rewrite(loop.Body) };
            case While loop:
                return loop with { Condition = On(loop.Condition), Carried = Cells(loop.Carried), Body = Rewrite(loop.Body) };
            default:
                HasFailed = true;
                return statement;
        }
    }

    private Merge Uniform(Merge merge, If branch)
    {
        RequireUniform(merge.Then);
        RequireUniform(merge.Else);
        RequireUniform(branch.Condition);
        return merge;
    }

    private EquatableArray<Carried> Cells(EquatableArray<Carried> cells) => cells.Map(c =>
    {
        if (!c.Type.IsInteger())
        {
            return c with { Initial = On(c.Initial), Next = On(c.Next) };
        }
        RequireUniform(c.Initial);
        RequireUniform(c.Next);
        return c;
    });

    private void RequireUniform(Expression expression) => HasFailed |= _plan.Accesses.IsVarying(expression);

    /// <summary>An index of an array: a ramp where each lane touches an element of its own.</summary>
    private Expression Index(string array, Expression index)
    {
        if (!_plan.Accesses.IsVarying(index))
        {
            return index;
        }
        if (_plan.Accesses.IsInner(array) || _plan.Accesses.Split(index) is not { } parts)
        {
            HasFailed = true;
            return index;
        }
        return Ramp(index, parts.Stride);
    }

    private static Expression Ramp(Expression first, IndexPolynomial stride) => new Apply(ScalarType.Int, LaneOperations.Ramp, [first, stride.ToExpression()]);

    /// <summary>A value of an iteration as one per lane.</summary>
    public Expression On(Expression expression)
    {
        switch (expression)
        {
            case { Type: ScalarType.Int } integer when _plan.Accesses.IsVarying(integer):
                if (_plan.Accesses.Split(integer) is not { } parts)
                {
                    HasFailed = true;
                    return integer;
                }
                return Ramp(integer, parts.Stride);
            case { Type: ScalarType.Int }:
                return expression;
            case Element element when _columns.TryGetValue(element.Array, out string? columns) && _plan.Accesses.Split(element.Index) is { } row && row.Stride.Equals(_plan.Columns[element.Array]):
                return element with { Array = columns, Index = row.Others.ToExpression() };
            case Element element:
                return element with { Index = Index(element.Array, element.Index) };
            case External external:
                HasFailed |= _plan.Accesses.IsVarying(external);
                return external;
            case Apply apply:
                return apply with { Arguments = apply.Arguments.Map(On) };
            default:
                return expression;
        }
    }
}
