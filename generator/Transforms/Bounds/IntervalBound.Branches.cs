using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

// Branches: those that a variable decides, and the others.
internal sealed partial class IntervalBound
{
    /// <summary>A branch that is the same at every point of the box.</summary>
    private void RewriteDecided(If branch, List<Statement> output)
    {
        Expression condition = Plain(branch.Condition);
        Block then = Rewrite(branch.Then), @else = Rewrite(branch.Else);
        List<Merge> merges = [];
        foreach (Merge merge in branch.Merges)
        {
            merges.Add(merge with { Type = LiftedType(merge.Name, merge.Type), Then = Lift(merge.Name, merge.Then), Else = Lift(merge.Name, merge.Else) });
            if (merge.Type.IsReal())
            {
                _enclosed.Add(merge.Name);
            }
            if (merge.Type.IsReal() && !_dependence.Has(merge.Name))
            {
                _plain[merge.Name] = _names.Fresh(merge.Name + "Plain");
                merges.Add(merge with { Name = _plain[merge.Name], Then = Plain(merge.Then), Else = Plain(merge.Else) });
            }
        }
        output.Add(branch with { Condition = condition, Then = then, Else = @else, Merges = merges.ToEquatableArray() });
    }

    /// <summary>Both arms where both can be taken.</summary>
    private void RewriteBranch(If branch, List<Statement> output)
    {
        Expression taken = TruthOf(branch.Condition);
        if (taken is not Read)
        {
            string name = _names.Fresh("taken");
            output.Add(new Let(name, taken) { Source = branch.Source, Origin = branch.Origin });
            taken = Name(name, _domain.Truth);
        }
        if (branch.Then.IsEmpty && branch.Else.IsEmpty && branch.Merges.All(static m => m.Type.IsReal() && !m.IsForArm) && !Narrows(branch))
        {
            foreach (Merge merge in branch.Merges)
            {
                Expression then = Enclose(merge.Then), @else = Enclose(merge.Else);
                _enclosed.Add(merge.Name);
                output.Add(new Let(merge.Name, _domain.Select(taken, then, @else)) { Source = branch.Source, Origin = branch.Origin });
            }
            return;
        }
        Expression canBeTrue = new Apply(ScalarType.Bool, BoundOperations.CanBeTrue, [taken]), canBeFalse = new Apply(ScalarType.Bool, BoundOperations.CanBeFalse, [taken]);
        Merge[] merges = [.. branch.Merges.Where(static m => !m.IsForArm)];
        string[] halves = [.. merges.Select(m => _names.Fresh(m.Name))];
        Expression[] thens = [.. branch.Merges.Select(static m => m.Then)], elses = [.. branch.Merges.Select(static m => m.Else)];
        Block then1 = Arm(branch.Condition, new(taken, true, canBeFalse), branch.Then, branch.Merges, thens), else1 = Arm(branch.Condition, new(taken, false, canBeTrue), branch.Else, branch.Merges, elses);
        if (_domain.IsSymbolic && IsFormula(then1, thens) && IsFormula(else1, elses))
        {
            output.AddRange(then1.Statements);
            output.AddRange(else1.Statements);
            for (int i = 0; i < branch.Merges.Count; i++)
            {
                _enclosed.Add(branch.Merges[i].Name);
                output.Add(new Let(branch.Merges[i].Name, _domain.Select(taken, thens[i], elses[i])) { Source = branch.Source, Origin = branch.Origin });
            }
            return;
        }
        List<Merge> first = [], second = [];
        int half = 0;
        for (int i = 0; i < branch.Merges.Count; i++)
        {
            Merge merge = branch.Merges[i];
            ScalarType type = LiftedType(merge.Name, merge.Type);
            if (merge.Type.IsReal())
            {
                _enclosed.Add(merge.Name);
            }
            if (merge.IsForArm)
            {
                bool isThen = merge.ForArm == Ir.Arm.Then;
                (isThen ? first : second).Add(new(merge.Name, type, isThen ? thens[i] : elses[i], Nothing(type)));
                if (merge.Type.IsReal() && !_dependence.Has(merge.Name))
                {
                    _plain[merge.Name] = _names.Fresh(merge.Name + "Plain");
                    (isThen ? first : second).Add(new(_plain[merge.Name], merge.Type, Plain(isThen ? merge.Then : merge.Else), Zero(merge.Type)));
                }
                continue;
            }
            if (type != _domain.Real && type != _domain.Truth)
            {
                throw new BoundException("an integer depends on a variable", branch.Origin);
            }
            string name = halves[half++];
            first.Add(new(name, type, thens[i], Nothing(type)));
            second.Add(new(merge.Name, type, _domain.Join(taken, Name(name, type), elses[i]), Name(name, type)));
        }
        if (!then1.IsEmpty || first.Count > 0)
        {
            output.Add(branch with { Condition = canBeTrue, Then = then1, Else = Block.Empty, Merges = first.ToEquatableArray() });
        }
        if (!else1.IsEmpty || second.Count > 0)
        {
            output.Add(branch with { Condition = canBeFalse, Then = else1, Else = Block.Empty, Merges = second.ToEquatableArray(), Source = "" });
        }
    }

    /// <summary>True for an arm that can be computed where it is not taken: an element that it reads may only exist where it is.</summary>
    private static bool IsFormula(Block arm, Expression[] values) => arm.Statements.All(static s => s is Let)
        && !Walker.Expressions(arm).Concat(values.SelectMany(Walker.All)).Any(static e => e is Element or External);

    private static Constant Nothing(ScalarType type) => type switch
    {
        ScalarType.Interval => Real(type, double.NaN),
        ScalarType.Truth => new(type, 2),
        ScalarType.FormTruth => new(type, 0),
        _ => Zero(type),
    };

    /// <summary>One arm, in which the compared names are what they can be where it is taken. The merged values are replaced by theirs.</summary>
    private Block Arm(Expression condition, PossibleArm place, Block arm, EquatableArray<Merge> merges, Expression[] values)
    {
        bool isTrue = place.IsThen;
        Dictionary<string, Expression> outer = _narrowed;
        _narrowed = new(outer);
        List<Statement> output = [];
        HashSet<string> read = [.. Walker.Expressions(arm).Concat(values.SelectMany(Walker.All)).OfType<Read>().Select(static r => r.Name)];
        if (!_domain.IsSymbolic)
        {
            Narrow(condition, isTrue, read, output);
        }
        _maybe.Add(place);
        foreach (Statement statement in arm.Statements)
        {
            Rewrite(statement, output);
        }
        for (int i = 0; i < values.Length; i++)
        {
            Merge merge = merges[i];
            if (!merge.IsForArm || merge.ForArm == (isTrue ? Ir.Arm.Then : Ir.Arm.Else))
            {
                values[i] = Lift(merge.Name, values[i]);
            }
        }
        _maybe.RemoveAt(_maybe.Count - 1);
        _narrowed = outer;
        return output.ToBlock();
    }

    private bool Narrows(If branch)
    {
        if (_domain.IsSymbolic)
        {
            return false;
        }
        HashSet<string> read = [.. branch.Merges.SelectMany(static m => Walker.All(m.Then).Concat(Walker.All(m.Else))).OfType<Read>().Select(static r => r.Name)];
        return Compared(branch.Condition).Any(read.Contains);
    }

    private IEnumerable<string> Compared(Expression condition) => condition switch
    {
        Read read when _conditions.TryGetValue(read.Name, out Expression? defined) => Compared(defined),
        Apply { Type: ScalarType.Bool } apply => apply.Arguments.SelectMany(a => a is Read { Type: ScalarType.Double } compared ? [compared.Name] : Compared(a)),
        _ => [],
    };

    /// <summary>x &gt; t: in the arm x is what of it is at least some t, and t what of it is at most some x.</summary>
    private void Narrow(Expression condition, bool isTrue, HashSet<string> read, List<Statement> output)
    {
        switch (condition)
        {
            case Read flag when _conditions.TryGetValue(flag.Name, out Expression? defined):
                Narrow(defined, isTrue, read, output);
                break;
            case Apply { Primitive: var p, Arguments: [var negated] } when p == Arithmetic.Not:
                Narrow(negated, !isTrue, read, output);
                break;
            case Apply { Primitive: var p, Arguments: [var first, var second] } when p == (isTrue ? Arithmetic.AndAlso : Arithmetic.OrElse):
                Narrow(first, isTrue, read, output);
                Narrow(second, isTrue, read, output);
                break;
            case Apply { Primitive: var p, Arguments: [var left, var right] } when left.Type.IsReal() && (p.Operator is "<" or "<=" or ">" or ">=" || p.Operator == (isTrue ? "==" : "!=")):
                Expression[] sides = [Enclose(left), Enclose(right)];
                bool isLess = p.Operator is "<" or "<=" == isTrue, isEqual = p.Operator is "==" or "!=";
                NarrowSide(left, sides[0], sides[1], isEqual || isLess, isEqual || !isLess, read, output);
                NarrowSide(right, sides[1], sides[0], isEqual || !isLess, isEqual || isLess, read, output);
                break;
        }
    }

    private void NarrowSide(Expression side, Expression enclosed, Expression other, bool isAtMost, bool isAtLeast, HashSet<string> read, List<Statement> output)
    {
        if (side is not Read name || !_enclosed.Contains(name.Name) || !read.Contains(name.Name))
        {
            return;
        }
        Expression narrowed = isAtMost ? new Apply(ScalarType.Interval, BoundOperations.AtMost, [enclosed, other]) : enclosed;
        narrowed = isAtLeast ? new Apply(ScalarType.Interval, BoundOperations.AtLeast, [narrowed, other]) : narrowed;
        string fresh = _names.Fresh(name.Name);
        output.Add(new Let(fresh, narrowed) { IsTemporary = true });
        _narrowed[name.Name] = Name(fresh, ScalarType.Interval);
    }
}
