using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>How a function writes its output arrays.</summary>
internal static class Results
{
    /// <summary>
    /// After this rewrite no output array is read: one that the body reads back is a local array, copied out at the end. The adjoint sweep may then put
    /// old elements back without touching what the caller receives.
    /// </summary>
    /// <remarks><code>y[0] = a; y[1] = y[0] * b   →   new yLocal[y.Length]; yLocal[0] = a; yLocal[1] = yLocal[0] * b; for (k …) { y[k] = yLocal[k]; }</code></remarks>
    public static Function ReadApart(Function function)
    {
        HashSet<string> read = [.. Walker.Expressions(function.Body).Concat(function.Results.SelectMany(Walker.All)).OfType<Element>().Select(static e => e.Array),
            .. Walker.Statements(function.Body).OfType<Call>().SelectMany(static c => c.Arrays)];
        Parameter[] outputs = [.. function.Parameters.Where(p => p.Kind == ParameterKind.Output && read.Contains(p.Name))];
        if (outputs.Length == 0)
        {
            return function;
        }
        Names names = Names.Of(function);
        List<Statement> body = [];
        Dictionary<string, string> locals = [];
        foreach (Parameter output in outputs)
        {
            string length = names.Fresh(output.Name + "Length");
            locals[output.Name] = names.Fresh(output.Name + "Local");
            body.Add(new Let(length, new Length(output.Name)) { IsTemporary = true });
            body.Add(new NewArray(locals[output.Name], output.Type, Name(length, ScalarType.Int)));
        }
        body.AddRange(Renaming.Run(function.Body, Local).Statements);
        List<Expression> results = [.. function.Results.Select(r => Renaming.Run(r, Local))];
        foreach (Parameter output in outputs)
        {
            string k = names.Fresh("k"), item = names.Fresh(output.Name + "Item");
            Read index = Name(k, ScalarType.Int);
            Statement[] copy = [new Let(item, new Element(output.Type, locals[output.Name], index)) { IsTemporary = true }, new Store(output.Name, index, Name(item, output.Type))];
            body.Add(new For(k, Int(0), new Length(output.Name), 1, copy.ToBlock()));
        }
        return function with { Body = body.ToBlock(), Results = results.ToEquatableArray() };

        string Local(string name) => locals.TryGetValue(name, out string? local) ? local : name;
    }

    /// <summary>
    /// True when no element of an output is written twice: all stores stand in one loop at indices that count with it, apart from each other, or outside
    /// of loops at different constants.
    /// </summary>
    public static bool AreWrittenOnce(Function function, string output)
    {
        Statement[] holders = [.. function.Body.Statements.Where(s => Walker.Written(s).Contains(output))];
        if (holders.Length == 0)
        {
            return true;
        }
        if (holders.All(static s => s is Store { Index: Constant }))
        {
            return holders.Select(static s => ((Store)s).Index).Distinct().Count() == holders.Length;
        }
        return holders is [For loop] && AreApart(loop, output);
    }

    /// <summary>True when iterations of the loop store into an array only elements of their own.</summary>
    public static bool AreApart(For loop, string output)
    {
        List<(long Stride, Expression Base)> indices = [];
        foreach (Statement statement in DirectlyIn(loop.Body))
        {
            if (!Walker.Written(statement).Contains(output))
            {
                continue;
            }
            if (statement is not Store store || Affine(store.Index, loop.Index) is not { Stride: not 0 } index || !IsFixed(index.Base, loop))
            {
                return false;
            }
            indices.Add((index.Stride * loop.Step, index.Base));
        }
        for (int i = 0; i < indices.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                bool isApart = indices[i].Stride == indices[j].Stride && Difference(indices[i].Base, indices[j].Base) is { } offset && (offset == 0 || offset % indices[i].Stride != 0);
                if (!isApart)
                {
                    return false;
                }
            }
        }
        return true;
    }

    /// <summary>The statements of a block and of its branches; loops count as one.</summary>
    private static IEnumerable<Statement> DirectlyIn(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            if (statement is If branch)
            {
                foreach (Statement inner in DirectlyIn(branch.Then).Concat(DirectlyIn(branch.Else)))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return statement;
            }
        }
    }

    private static bool IsFixed(Expression expression, For loop)
    {
        HashSet<string> inside = [.. Walker.Statements(loop.Body).SelectMany(static s => Walker.Defines(s).Select(static d => d.Name).Concat(Walker.CarriedBy(s).Select(static c => c.Name))), .. loop.Carried.Select(static c => c.Name), loop.Index];
        return Walker.All(expression).All(e => e is not Element && !(e is Read read && inside.Contains(read.Name)));
    }

    private static long? Difference(Expression left, Expression right) => IndexMinus(left, right) switch
    {
        Constant constant => constant.Bits,
        _ => (Split(left), Split(right)) is var ((a, b), (c, d)) && a.Equals(c) ? b - d : null,
    };

    private static (Expression Base, long Offset) Split(Expression expression) => expression switch
    {
        Constant constant => (Int(0), constant.Bits),
        Apply { Primitive.Name: "add", Arguments: [var rest, Constant offset] } => (rest, offset.Bits),
        Apply { Primitive.Name: "sub", Arguments: [var rest, Constant offset] } => (rest, -offset.Bits),
        _ => (expression, 0),
    };

    /// <summary>The index as stride · counter + base.</summary>
    private static (long Stride, Expression Base)? Affine(Expression index, string counter)
    {
        switch (index)
        {
            case Read read when read.Name == counter:
                return (1, Int(0));
            case Apply { Primitive.Name: "add" or "sub", Arguments: [var left, var right] } sum:
                bool isMinus = sum.Primitive.Name == "sub";
                return (Affine(left, counter), Affine(right, counter)) switch
                {
                    ({ } a, { } b) => isMinus ? (a.Stride - b.Stride, IndexMinus(a.Base, b.Base)) : (a.Stride + b.Stride, IndexPlus(a.Base, b.Base)),
                    _ => null,
                };
            case Apply { Primitive.Name: "mul", Arguments: [Constant factor, var other] }:
                return Affine(other, counter) is { Base: Constant { Bits: var c } } scaled ? (factor.Bits * scaled.Stride, Int((int)(factor.Bits * c))) : Times(factor, other, counter);
            case Apply { Primitive.Name: "mul", Arguments: [var other, Constant factor] }:
                return Affine(other, counter) is { Base: Constant { Bits: var d } } scaledToo ? (factor.Bits * scaledToo.Stride, Int((int)(factor.Bits * d))) : Times(factor, other, counter);
            default:
                return Walker.All(index).Any(e => e is Read read && read.Name == counter) ? null : (0, index);
        }
    }

    private static (long Stride, Expression Base)? Times(Constant factor, Expression other, string counter) =>
        Affine(other, counter) is { Stride: 0 } ? (0, IndexTimes(factor, other)) : null;
}
