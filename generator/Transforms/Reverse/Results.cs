using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>How a function writes its output arrays.</summary>
internal static class Results
{
    /// <summary>
    /// After this rewrite no output array is read: one that the body reads back is a local array, which starts as a copy (what the
    /// body does not write stays as it was) and is copied out at the end. The adjoint sweep may then put
    /// old elements back without touching what the caller receives.
    /// </summary>
    /// <remarks><code>y[0] = a; y[1] = y[0] * b   →   new yLocal[y.Length]; for (k …) { yLocal[k] = y[k]; } yLocal[0] = a; yLocal[1] = yLocal[0] * b; for (k …) { y[k] = yLocal[k]; }</code></remarks>
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
            body.Add(new NewArray(locals[output.Name], output.Type, Name(length, ScalarType.Int)) { NeedsZeros = false });
            body.Add(Copy(output.Name, locals[output.Name], isDetached: true));
        }
        body.AddRange(Renaming.Run(function.Body, Local).Statements);
        List<Expression> results = [.. function.Results.Select(r => Renaming.Run(r, Local))];
        foreach (Parameter output in outputs)
        {
            body.Add(Copy(locals[output.Name], output.Name, isDetached: false));
        }
        return function with { Body = body.ToBlock(), Results = results.ToEquatableArray() };

        // What the caller's span held before depends on no variable.
        For Copy(string from, string to, bool isDetached)
        {
            string k = names.Fresh("k"), item = names.Fresh(outputs[0].Name + "Item");
            ScalarType type = outputs.First(o => o.Name == from || o.Name == to).Type;
            Read index = Name(k, ScalarType.Int);
            Expression value = new Element(type, from, index);
            Statement[] copy = [new Let(item, isDetached ? Call(Elementary.Detach, value) : value) { IsTemporary = true }, new Store(to, index, Name(item, type))];
            return new(k, Int(0), new Length(to), 1, copy.ToBlock());
        }

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
        return holders is [For loop] && Stores(loop.Body, loop, output) is not null;
    }

    /// <summary>
    /// Where a block stores into an array: indices that count with the loop, apart from each other in all iterations; null where they may meet. Arms of a
    /// branch may share an index, because only one of them runs: what comes after the branch may not.
    /// </summary>
    private static List<(long Stride, Expression Base)>? Stores(Block block, For loop, string output)
    {
        List<(long Stride, Expression Base)> all = [];
        foreach (Statement statement in block.Statements.Where(s => Walker.Written(s).Contains(output)))
        {
            if (StoresOf(statement, loop, output) is not { } found || found.Any(f => !all.All(a => AreApart(f, a, mayMeet: false))))
            {
                return null;
            }
            all.AddRange(found);
        }
        return all;
    }

    private static List<(long Stride, Expression Base)>? StoresOf(Statement statement, For loop, string output)
    {
        switch (statement)
        {
            case Store store:
                return Affine(store.Index, loop.Index) is { Stride: not 0 } index && IsFixed(index.Base, loop) ? [(index.Stride * loop.Step, index.Base)] : null;
            case If branch:
                return Stores(branch.Then, loop, output) is { } then && Stores(branch.Else, loop, output) is { } other && then.All(t => other.All(o => AreApart(t, o, mayMeet: true)))
                    ? [.. then, .. other]
                    : null;
            default:
                return null;
        }
    }

    private static bool AreApart((long Stride, Expression Base) left, (long Stride, Expression Base) right, bool mayMeet) =>
        left.Stride == right.Stride && Difference(left.Base, right.Base) is { } offset && ((mayMeet && offset == 0) || offset % left.Stride != 0);

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
