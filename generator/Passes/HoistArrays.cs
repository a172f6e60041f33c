using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass the storage of an array that a loop makes in each iteration is made once before the loop, where its length is known there.
/// </summary>
/// <remarks><code>for (i …) { new a[n]; … }   →   new aStorage[n]; for (i …) { a = clear aStorage[0 .. n]; … }</code></remarks>
internal static class HoistArrays
{
    public static Function Run(Function function)
    {
        List<Statement> output = [];
        HashSet<string> known = [.. function.Parameters.Select(static p => p.Name)];
        Names names = Names.Of(function);
        foreach (Statement statement in function.Body.Statements)
        {
            if (statement is For or While or If)
            {
                output.Add(Hoist(statement, known, [], names, output)!);
            }
            else
            {
                output.Add(statement);
            }
            known.UnionWith(Walker.Defines(statement).Select(static d => d.Name));
        }
        return function with { Body = output.ToBlock() };
    }

    /// <summary>The same for a function whose loops are in lanes: the storage of an array of lanes holds lanes.</summary>
    public static Function InLanes(Function function)
    {
        function = Run(function);
        if (function.Lanes is not { } lanes)
        {
            return function;
        }
        HashSet<string> arrays = [.. lanes.Arrays];
        string[] storages = [.. Walker.Statements(function.Body).OfType<Slice>().Where(s => arrays.Contains(s.Name) && !arrays.Contains(s.Array)).Select(static s => s.Array).Distinct()];
        return function with { Lanes = lanes with { Arrays = lanes.Arrays.Concat(storages).ToEquatableArray() } };
    }

    /// <summary>Treats the whole body as the body of a loop: returns what stands before it.</summary>
    public static Function OutOfBody(Function function, out Block before)
    {
        List<Statement> output = [];
        HashSet<string> known = [.. function.Parameters.Where(static p => p.Kind != ParameterKind.Scalar || !p.IsVariable).Select(static p => p.Name)];
        Dictionary<string, Let> lengths = [];
        Names names = Names.Of(function);
        List<Statement> body = [];
        foreach (Statement statement in function.Body.Statements)
        {
            if (Hoist(statement, known, lengths, names, output) is { } kept)
            {
                body.Add(kept);
            }
            if (statement is Let { Value.Type: ScalarType.Int } let)
            {
                lengths[let.Name] = let;
            }
        }
        before = output.ToBlock();
        return function with { Body = body.Where(s => !output.Contains(s)).ToBlock() };
    }

    private static Statement? Hoist(Statement statement, HashSet<string> known, Dictionary<string, Let> lengths, Names names, List<Statement> output)
    {
        switch (statement)
        {
            case NewArray array when MakeKnown(array.Length, known, lengths, output):
                string storage = names.Fresh(array.Name + "Storage");
                output.Add(new NewArray(storage, array.Type, array.Length) { NeedsZeros = false });
                return new Slice(array.Name, array.Type, storage, Int(0), array.Length, array.NeedsZeros);
            case NewTape:
                output.Add(statement);
                return null;
            case If branch:
                return branch with { Then = In(branch.Then), Else = In(branch.Else) };
            case For loop:
                return loop with { Body = In(loop.Body) };
            case While loop:
                return loop with { Body = In(loop.Body) };
            default:
                return statement;
        }

        Block In(Block block) => block.Statements.Select(s => Hoist(s, known, lengths, names, output)).OfType<Statement>().ToBlock();
    }

    /// <summary>True when the length can be computed before; moves the integer values it needs there.</summary>
    private static bool MakeKnown(Expression length, HashSet<string> known, Dictionary<string, Let> lengths, List<Statement> output)
    {
        foreach (Read read in Walker.All(length).OfType<Read>())
        {
            if (known.Contains(read.Name))
            {
                continue;
            }
            if (!lengths.TryGetValue(read.Name, out Let? let) || !MakeKnown(let.Value, known, lengths, output))
            {
                return false;
            }
            known.Add(read.Name);
            output.Add(let);
        }
        return !Walker.All(length).Any(static e => e is Element);
    }
}
