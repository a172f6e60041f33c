using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Backend;

// Branches and loops.
internal sealed partial class StatementWriter
{
    private void WriteBranch(If branch)
    {
        if (branch.Then.IsEmpty && branch.Else.IsEmpty && branch.Merges.Count == 1 && IsShort(branch))
        {
            Merge only = branch.Merges[0];
            Define(only.Name, new Conditional(only.Type, branch.Condition, only.Then, only.Else), only);
            return;
        }
        foreach (Merge merge in branch.Merges)
        {
            if (_declared.Add(_variables[merge.Name]))
            {
                // The else value first where it is ready: the branch then only says what it changes.
                bool isReady = branch.Else.IsEmpty && (merge.Else is Read or Constant) && !Reads(merge.Else, branch.Merges.Select(static m => m.Name));
                string type = _shape.Type(merge.Type, _shape.Names.Contains(merge.Name));
                bool startsHere = isReady && !(merge.Else is Read read && _variables[read.Name] == _variables[merge.Name]) && (branch.Merges.Count == 1 || merge.Else is Constant { Type: ScalarType.Interval or ScalarType.Truth or ScalarType.Form or ScalarType.FormTruth });
                _writer.Line(type + " " + Spelled(merge.Name) + (startsHere ? " = " + Value(merge.Else, _shape.Names.Contains(merge.Name)) : "") + ";");
                if (startsHere)
                {
                    _started.Add(merge.Name);
                }
            }
        }
        HashSet<string> before = [.. _declared];
        List<(string Name, Expression Value)> elses = [.. branch.Merges.Where(m => !_started.Contains(m.Name) && !IsSame(m.Name, m.Else)).Select(static m => (m.Name, m.Else))];
        List<(string Name, Expression Value)> thens = [.. branch.Merges.Where(m => !IsSame(m.Name, m.Then)).Select(static m => (m.Name, m.Then))];
        bool hasThen = !branch.Then.IsEmpty || thens.Count > 0;
        bool hasElse = !branch.Else.IsEmpty || elses.Count > 0;
        if ((!hasThen && !hasElse) || (!hasElse && branch.Condition is Constant { Bits: 0 }))
        {
            return;
        }
        Expression condition = hasThen ? branch.Condition : Not(branch.Condition);
        string last = _lastSource;
        using (_writer.Block("if (" + Text(condition) + ")"))
        {
            WriteArm(hasThen ? branch.Then : branch.Else, hasThen ? thens : elses);
        }
        Forget(before);
        if (hasThen && hasElse)
        {
            using (_writer.Block("else"))
            {
                WriteArm(branch.Else, elses);
            }
            Forget(before);
        }
        _lastSource = last;
    }

    private readonly HashSet<string> _started = [];

    /// <summary><c>c ? a : b</c>, which evaluates only the value it takes; printing only, never part of a function.</summary>
    private sealed record Conditional(ScalarType Type, Expression Condition, Expression Then, Expression Else);

    private void Define(string name, Conditional conditional, Merge merge)
    {
        bool isLanes = _shape.Names.Contains(merge.Name);
        if (IsSame(name, conditional.Else) || IsSame(name, conditional.Then))
        {
            bool isThen = IsSame(name, conditional.Then);
            using (_writer.Block("if (" + Text(isThen ? Not(conditional.Condition) : conditional.Condition) + ")"))
            {
                Define(name, isThen ? conditional.Else : conditional.Then);
            }
            return;
        }
        string Arm(Expression e) => Walker.All(e).Any(static i => i is Apply { Primitive.Name: "select" }) ? "(" + Value(e, isLanes) + ")" : Value(e, isLanes);
        string condition = Text(conditional.Condition);
        DefineText(name, conditional.Type, (condition.Contains(" ? ") ? "(" + condition + ")" : condition) + " ? " + Arm(conditional.Then) + " : " + Arm(conditional.Else));
    }

    private static bool IsShort(If branch) => Walker.Own(branch).Sum(static e => Walker.All(e).Count()) <= 24;

    private bool IsSame(string name, Expression value) => value is Read read && _variables[read.Name] == _variables[name];

    private static bool Reads(Expression expression, IEnumerable<string> names) => Walker.All(expression).OfType<Read>().Any(r => names.Contains(r.Name));

    private void WriteArm(Block block, List<(string Name, Expression Value)> assigned)
    {
        Write(block);
        if (!Throws(block))
        {
            Together(assigned);
        }
    }

    /// <summary>What was declared inside a brace is out of scope after it.</summary>
    private void Forget(HashSet<string> before) => _declared.IntersectWith(before);

    /// <summary>Assigns several variables as if at once: one that another still reads is assigned after it; a circle goes through a copy.</summary>
    private void Together(List<(string Name, Expression Value)> assigned)
    {
        List<(string Name, Expression Value)> open = [.. assigned.Where(a => !IsSame(a.Name, a.Value))];
        while (open.Count > 0)
        {
            int free = open.FindIndex(a => !open.Any(b => b.Name != a.Name && ReadsVariable(b.Value, a.Name)));
            if (free < 0)
            {
                (string name, Expression value) = open[0];
                string copy = CopyName(name);
                _writer.Line(_shape.Type(value.Type, _shape.Names.Contains(name)) + " " + copy + " = " + Spelled(name) + ";");
                for (int i = 1; i < open.Count; i++)
                {
                    open[i] = (open[i].Name, Rewriter.Map(open[i].Value, e => e is Read read && _variables[read.Name] == _variables[name] ? new Read(e.Type, copy) : e));
                }
                free = 0;
            }
            Define(open[free].Name, open[free].Value);
            open.RemoveAt(free);
        }
    }

    private readonly HashSet<string> _copies = [];

    /// <summary>A name for what a variable held before a circle of assignments.</summary>
    private string CopyName(string name)
    {
        string copy = Spelled(name) + "Before";
        for (int i = 1; !_copies.Add(copy); i++)
        {
            copy = Spelled(name) + "Before" + Literals.Text(Int(i));
        }
        if (_shape.Names.Contains(name))
        {
            _shape.Names.Add(copy);
        }
        return copy;
    }

    private bool ReadsVariable(Expression expression, string name) =>
        Walker.All(expression).OfType<Read>().Any(r => _variables[r.Name] == _variables[name]);

    private void Start(EquatableArray<Carried> carried)
    {
        List<(string Name, Expression Value)> initials = [.. carried.Select(static c => (c.Name, c.Initial))];
        Together(initials);
        foreach (Carried cell in carried)
        {
            _declared.Add(_variables[cell.Name]);
        }
    }

    private void WriteFor(For loop)
    {
        Start(loop.Carried);
        string index = Spelled(loop.Index);
        if (loop is { IsReversal: true, Step: -1, From: Apply { Primitive.Name: "sub", Arguments: [var end, Constant { Bits: 1 }] } })
        {
            // The count itself is tested before one is taken from it: int.MinValue − 1 would be a large count.
            string down = "for (int " + index + " = " + Text(end) + "; " + index + "-- > " + _text.Compared(Offset(loop.To, 1)) + ";)";
            WriteLoop(down, loop.Body, loop.Carried, loop.Index);
            return;
        }
        string head = "for (int " + index + " = " + Text(loop.From) + "; " + Condition(loop, index)
            + (loop.Until is null ? "" : " && " + Negated(loop.Until)) + (Throws(loop.Body) ? ";)" : "; " + Step(index, loop.Step) + ")"); // no step where no iteration ends
        WriteLoop(head, loop.Body, loop.Carried, loop.Index);
    }

    private void WriteWhile(While loop)
    {
        Start(loop.Carried);
        WriteLoop("while (" + Text(loop.Condition) + ")", loop.Body, loop.Carried, null);
    }

    private void WriteLoop(string head, Block body, EquatableArray<Carried> carried, string? index)
    {
        HashSet<string> before = [.. _declared];
        if (index is not null)
        {
            _declared.Add(index);
        }
        string last = _lastSource;
        _loops++;
        using (_writer.Block(head))
        {
            Write(body);
            if (!Throws(body))
            {
                Together([.. carried.Select(static c => (c.Name, c.Next))]);
            }
        }
        _loops--;
        Forget(before);
        _lastSource = last;
    }

    private string Condition(For loop, string index)
    {
        // i > e − 1 reads better as i >= e.
        if (loop.Step < 0)
        {
            Expression included = Offset(loop.To, 1);
            return index + " >= " + _text.Compared(included);
        }
        Expression last = Offset(loop.To, -1);
        bool isInclusive = loop.To is Apply { Primitive.Name: "add", Arguments: [_, Constant { Bits: 1 }] };
        return isInclusive ? index + " <= " + _text.Compared(last) : index + " < " + _text.Compared(loop.To);
    }

    private string Negated(Expression until)
    {
        Expression negated = Not(until);
        string text = Text(negated);
        return negated is Apply { Primitive.Operator: "||" } ? "(" + text + ")" : text;
    }

    private static string Step(string index, int step) => step switch
    {
        1 => index + "++",
        -1 => index + "--",
        > 0 => index + " += " + Literals.Text(Int(step)),
        _ => index + " -= " + Literals.Text(Int(-step)),
    };
}
