using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// After this pass everything that may jump where a variable moves says so: the value passes through <c>leap(value, h, jump(condition))</c>, whose slope in h is
/// all reals where the condition is undecided. A branch goes without where its two values are proved equal on the border, h = 0. Step functions, angles and
/// copied signs jump like branches.
/// </summary>
/// <remarks>
/// <code>
/// if (x > 1) { } merge y = (x * x, x)       →   unchanged: 1 · 1 = 1
/// if (x > 1) { } merge y = (x * x, 0)       →   if (x > 1) { } merge y1 = (x * x, 0); let h = x - 1; let y = leap(y1, h, jump(x > 1))
/// </code>
/// </remarks>
internal sealed partial class Jumps
{
    private readonly Names _names;
    private readonly Dependence _dependence;
    private readonly Continuity _continuity;
    private readonly Dictionary<string, Expression> _conditions = [];
    private readonly Dictionary<string, (Expression Condition, Merge Merge)> _flags = [];
    private readonly Dictionary<string, Expression> _values = [];
    private readonly List<Border> _found = [];
    private HashSet<string> _scope;

    private Jumps(Function function)
    {
        _names = Names.Of(function);
        _dependence = Dependence.Of(function);
        _continuity = Continuity.Of(function);
        _scope = [.. function.Parameters.Select(static p => p.Name)];
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            switch (statement)
            {
                case Let { Value.Type: ScalarType.Bool } let:
                    _conditions[let.Name] = let.Value;
                    break;
                case Let let:
                    _values[let.Name] = let.Value;
                    break;
                case If branch:
                    foreach (Merge merge in branch.Merges.Where(static m => m.Type == ScalarType.Bool && !m.IsForArm))
                    {
                        _flags[merge.Name] = (branch.Condition, merge);
                    }
                    break;
            }
        }
    }

    /// <summary>The function, and the statements at which a jump was not ruled out.</summary>
    public static Function Run(Function function, out IReadOnlyList<Border> found)
    {
        Jumps pass = new(function);
        Block body = pass.Rewrite(function.Body);
        found = pass._found;
        return function with { Body = body };
    }

    private Block Rewrite(Block block)
    {
        HashSet<string> outer = _scope;
        _scope = [.. outer];
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let when let.Value.Type.IsReal():
                    RewriteLet(let, output);
                    break;
                case If branch:
                    RewriteBranch(branch, output);
                    break;
                case For loop:
                    output.Add(loop with { Body = Inside(loop.Body, [loop.Index, .. loop.Carried.Select(static c => c.Name)]) });
                    break;
                case While loop:
                    output.Add(loop with { Body = Inside(loop.Body, loop.Carried.Select(static c => c.Name)) });
                    break;
                default:
                    output.Add(statement);
                    break;
            }
            _scope.UnionWith(Walker.Defines(statement).Select(static d => d.Name));
        }
        _scope = outer;
        return output.ToBlock();
    }

    private Block Inside(Block block, IEnumerable<string> names)
    {
        HashSet<string> outer = _scope;
        _scope = [.. outer, .. names];
        Block rewritten = Rewrite(block);
        _scope = outer;
        return rewritten;
    }

    private void RewriteBranch(If branch, List<Statement> output)
    {
        if (!_dependence.Has(branch.Condition))
        {
            output.Add(branch with { Then = Rewrite(branch.Then), Else = Rewrite(branch.Else) });
            return;
        }
        List<Comparison> borders = [];
        Borders(branch.Condition, borders);
        If joined = branch with { Then = Rewrite(WithLeaps(branch, branch.Then, branch.Else, borders)), Else = Rewrite(WithLeaps(branch, branch.Else, branch.Then, borders)) };
        List<Merge> merges = [];
        List<Statement> after = [];
        foreach (Merge merge in branch.Merges)
        {
            Comparison[] open = merge.Type.IsReal() && !merge.IsForArm ? [.. borders.Where(b => !IsContinuous(b, merge.Then, merge.Else))] : [];
            if (open.Length == 0)
            {
                merges.Add(merge);
                continue;
            }
            string before = _names.Fresh(merge.Name + "Joined");
            merges.Add(merge with { Name = before });
            Leap(merge.Name, Name(before, merge.Type), branch.Condition, open, branch, after);
        }
        output.Add(joined with { Merges = merges.ToEquatableArray() });
        output.AddRange(after);
    }

    /// <summary>What an arm stores may jump too, unless the other arm stores the same there on the border.</summary>
    private Block WithLeaps(If branch, Block arm, Block other, List<Comparison> borders)
    {
        HashSet<string> own = [.. Walker.Statements(arm).OfType<NewArray>().Select(static a => a.Name)];
        return InArm(arm, isNested: false);

        Block InArm(Block block, bool isNested)
        {
            List<Statement> output = [];
            foreach (Statement statement in block.Statements)
            {
                switch (statement)
                {
                    case Store store when store.Value.Type.IsReal() && !own.Contains(store.Array):
                        output.Add(store with { Value = Shared(store, store.Array, store.Value, isNested ? null : Counterpart(store, arm, other), output) });
                        break;
                    case Add add when add.Value.Type.IsReal() && !own.Contains(add.Array):
                        output.Add(add with { Value = Shared(add, add.Array, add.Value, Counterpart(add, arm, other, isNested), output) });
                        break;
                    case If inner:
                        output.Add(inner with { Then = InArm(inner.Then, isNested: true), Else = InArm(inner.Else, isNested: true) });
                        break;
                    case For loop:
                        output.Add(loop with { Body = InArm(loop.Body, isNested: true) });
                        break;
                    case While loop:
                        output.Add(loop with { Body = InArm(loop.Body, isNested: true) });
                        break;
                    default:
                        output.Add(statement);
                        break;
                }
            }
            return output.ToBlock();
        }

        Expression Shared(Statement statement, string array, Expression value, Expression? counterpart, List<Statement> output)
        {
            Comparison[] open = [.. borders.Where(b => counterpart is null || !IsContinuous(b, value, counterpart))];
            if (open.Length == 0)
            {
                return value;
            }
            string leapt = _names.Fresh(array + "Share");
            Leap(leapt, value, branch.Condition, open, statement, output);
            return Name(leapt, value.Type);
        }
    }

    /// <summary>What the other arm stores into the same element, when each arm stores into that array once.</summary>
    private static Expression? Counterpart(Store store, Block arm, Block other) =>
        Writes(arm, store.Array) is [_] && Writes(other, store.Array) is [Store single] && other.Statements.Contains(single) && single.Index.Equals(store.Index) ? single.Value : null;

    /// <summary>Nothing is added where the other arm does not write that array.</summary>
    private static Expression? Counterpart(Add add, Block arm, Block other, bool isNested) => Writes(other, add.Array) switch
    {
        [] => Zero(add.Value.Type),
        [Add single] when !isNested && Writes(arm, add.Array) is [_] && other.Statements.Contains(single) && single.Index.Equals(add.Index) => single.Value,
        _ => null,
    };

    private static Statement[] Writes(Block block, string array) => [.. Walker.Statements(block).Where(s => s is Store or Add or Contract && Walker.Written(s).Contains(array))];

    private bool IsContinuous(Comparison border, Expression left, Expression right) =>
        border.Right is not null && _continuity.AreEqualWhere(new Apply(border.Left.Type, Arithmetic.Minus, [border.Left, border.Right]), left, right);

    /// <summary>let name = leap(… leap(value, h₁, slope), h₂, slope).</summary>
    private void Leap(string name, Expression value, Expression condition, IReadOnlyList<Comparison> borders, Statement source, List<Statement> output)
    {
        _found.Add(new(source, borders[0].Left));
        string slope = _names.Fresh("jump");
        output.Add(new Let(slope, new Apply(value.Type, BoundOperations.Jump, [condition])) { IsTemporary = true, Source = source.Source, Origin = source.Origin });
        LeapBy(name, value, Name(slope, value.Type), [.. borders.SelectMany(b => Carriers(b, source, output))], source, output);
    }

    private void LeapBy(string name, Expression value, Expression slope, IReadOnlyList<Expression> carriers, Statement source, List<Statement> output)
    {
        for (int i = 0; i < carriers.Count; i++)
        {
            Expression leapt = new Apply(value.Type, BoundOperations.Leap, [value, carriers[i], slope]);
            string next = i == carriers.Count - 1 ? name : _names.Fresh(name + "Joined");
            output.Add(new Let(next, leapt) { Source = source.Source, Origin = source.Origin });
            value = Name(next, value.Type);
        }
    }

    /// <summary>h of a border as a name, or the sides that are in scope.</summary>
    private IEnumerable<Expression> Carriers(Comparison border, Statement source, List<Statement> output)
    {
        if (!IsInScope(border.Left) || (border.Right is { } right && !IsInScope(right)))
        {
            throw new BoundException("a branch depends on what is computed inside another branch or loop that it stands outside of", source.Origin);
        }
        if (border.Right is null || IsConstant(border.Right, 0))
        {
            return [border.Left];
        }
        string h = _names.Fresh("h");
        output.Add(new Let(h, new Apply(border.Left.Type, Arithmetic.Minus, [border.Left, border.Right])) { IsTemporary = true, Source = source.Source, Origin = source.Origin });
        return [Name(h, border.Left.Type)];
    }

    private bool IsInScope(Expression expression) => Walker.All(expression).OfType<Read>().All(r => _scope.Contains(r.Name));

    /// <summary>The comparisons of reals that a condition is made of, through names and through flags that other branches set.</summary>
    private void Borders(Expression condition, List<Comparison> borders)
    {
        switch (condition)
        {
            case Read read when _conditions.TryGetValue(read.Name, out Expression? defined):
                Borders(defined, borders);
                break;
            case Read read when _flags.TryGetValue(read.Name, out (Expression Condition, Merge Merge) flag):
                Borders(flag.Condition, borders);
                Borders(flag.Merge.Then, borders);
                Borders(flag.Merge.Else, borders);
                break;
            case Apply { Arguments: [var left, var right] } comparison when left.Type.IsReal() && comparison.Type == ScalarType.Bool:
                if (_dependence.Has(comparison) && !borders.Contains(new(left, right)))
                {
                    borders.Add(new(left, right));
                }
                break;
            case Apply { Arguments: [var argument] } question when argument.Type.IsReal():
                // No real number is NaN or infinite: the other questions have one answer.
                if (_dependence.Has(argument) && (question.Primitive == Elementary.IsInteger || question.Primitive == Elementary.IsNegative || question.Primitive == Elementary.IsPositive))
                {
                    borders.Add(new(argument, question.Primitive == Elementary.IsInteger ? null : Zero(argument.Type)));
                }
                break;
            case Apply apply when apply.Type == ScalarType.Bool:
                foreach (Expression part in apply.Arguments)
                {
                    Borders(part, borders);
                }
                break;
            case Constant:
                break;
            default:
                if (_dependence.Has(condition))
                {
                    throw new BoundException("a branch depends on a variable in a way that is not a comparison", -1);
                }
                break;
        }
    }

    /// <summary>left ⋈ right, whose border is left − right = 0; without a right side the border is somewhere in the left one.</summary>
    private sealed record Comparison(Expression Left, Expression? Right);
}

/// <summary>A place where a jump was not ruled out: the statement, and what moves across it.</summary>
internal sealed record Border(Statement Statement, Expression Value);

/// <summary>What keeps a function from having bounds: a reason for the reader and where.</summary>
internal sealed class BoundException(string reason, int origin) : System.Exception(reason)
{
    public int Origin { get; } = origin;
}
