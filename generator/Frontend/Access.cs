using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <summary>What expressions read and statements write.</summary>
internal static class Access
{
    public static bool Reads(Expression expression, HashSet<string> names) => expression switch
    {
        Read read => names.Contains(read.Name),
        Element element => names.Contains(element.Array) || Reads(element.Index, names),
        External external => external.Arguments.Any(argument => Reads(argument, names)),
        Apply apply => apply.Arguments.Any(argument => Reads(argument, names)),
        _ => false,
    };

    public static void AddWrites(Block block, HashSet<string> names)
    {
        foreach (Statement statement in block.Statements)
        {
            AddWrites(statement, names);
        }
    }

    public static void AddWrites(Statement statement, HashSet<string> names)
    {
        switch (statement)
        {
            case Assign assign:
                names.Add(assign.Name);
                break;
            case Store store:
                names.Add(store.Array);
                break;
            case Add add:
                names.Add(add.Array);
                break;
            case If branch:
                AddWrites(branch.Then, names);
                AddWrites(branch.Else, names);
                break;
            case For loop:
                AddWrites(loop.Body, names);
                break;
            case While loop:
                AddWrites(loop.Body, names);
                break;
            case Scope scope:
                AddWrites(scope.Body, names);
                break;
        }
    }

    public static void AddReads(Expression expression, HashSet<string> names)
    {
        switch (expression)
        {
            case Read read:
                names.Add(read.Name);
                break;
            case Length length:
                names.Add(length.Array);
                break;
            case Element element:
                names.Add(element.Array);
                AddReads(element.Index, names);
                break;
            case External external:
                AddReads(external.Arguments, names);
                break;
            case Apply apply:
                AddReads(apply.Arguments, names);
                break;
        }
    }

    public static void AddReads(Block block, HashSet<string> names)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let:
                    AddReads(let.Value, names);
                    break;
                case Variable variable:
                    AddReads(variable.Initial, names);
                    break;
                case Assign assign:
                    AddReads(assign.Value, names);
                    break;
                case NewArray array:
                    AddReads(array.Length, names);
                    break;
                case Store store:
                    AddReads([store.Index, store.Value], names);
                    break;
                case Add add:
                    AddReads([add.Index, add.Value], names);
                    break;
                case If branch:
                    AddReads(branch.Condition, names);
                    AddReads(branch.Then, names);
                    AddReads(branch.Else, names);
                    break;
                case For loop:
                    AddReads([loop.From, loop.To], names);
                    AddReads(loop.Body, names);
                    break;
                case While loop:
                    AddReads(loop.Condition, names);
                    AddReads(loop.Body, names);
                    break;
                case Scope scope:
                    AddReads(scope.Body, names);
                    break;
                case Call call:
                    AddReads(call.Arguments, names);
                    names.UnionWith(call.Arrays);
                    break;
                case Throw thrown:
                    AddReads(thrown.Arguments, names);
                    break;
            }
        }
    }

    private static void AddReads(IEnumerable<Expression> expressions, HashSet<string> names)
    {
        foreach (Expression expression in expressions)
        {
            AddReads(expression, names);
        }
    }

    /// <summary>True when some statement leaves for the label.</summary>
    public static bool Leaves(Block block, string label) => block.Statements.Any(statement => statement switch
    {
        Leave leave => leave.Label == label,
        If branch => Leaves(branch.Then, label) || Leaves(branch.Else, label),
        For loop => Leaves(loop.Body, label),
        While loop => Leaves(loop.Body, label),
        Scope scope => Leaves(scope.Body, label),
        _ => false,
    });

    public static bool Throws(Statement statement) => statement switch
    {
        Throw => true,
        If branch => branch.Then.Statements.Any(Throws) || branch.Else.Statements.Any(Throws),
        For loop => loop.Body.Statements.Any(Throws),
        While loop => loop.Body.Statements.Any(Throws),
        Scope scope => scope.Body.Statements.Any(Throws),
        _ => false,
    };

    public static bool IsDeeper(Expression expression, int depth) => depth == 0 || expression switch
    {
        Element element => IsDeeper(element.Index, depth - 1),
        External external => external.Arguments.Any(argument => IsDeeper(argument, depth - 1)),
        Apply apply => apply.Arguments.Any(argument => IsDeeper(argument, depth - 1)),
        _ => false,
    };

    /// <summary>True when evaluating it where C# would not can neither throw nor cost: names and constants.</summary>
    public static bool IsFree(Expression expression) => expression is Constant or Read or Length;

    /// <summary>True when evaluating the expression can throw: elements, external data, integer division, checked arithmetic.</summary>
    public static bool CanThrow(Expression expression) => expression switch
    {
        Element or External => true,
        Apply apply => apply.Primitive.Name.Contains(".checked") || (apply.Type.IsInteger() && apply.Primitive.Name is "div" or "rem") || apply.Arguments.Any(CanThrow),
        _ => false,
    };
}
