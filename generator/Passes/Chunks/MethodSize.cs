using System;
using System.Collections.Generic;
using System.Diagnostics;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Passes;

/// <summary>
/// How large a method becomes in the eyes of the JIT compiler, counted on the IR and on the safe side: .NET's compiler stops optimising, silently and even
/// with <c>AggressiveOptimization</c>, beyond 60,000 bytes or 20,000 instructions of IL, 2,000 basic blocks, 2,000 locals or 8,000 references to locals
/// (dotnet/runtime, <c>compiler.h</c>, <c>DEFAULT_MIN_OPTS_*</c>); locals beyond 1,024 live in memory.
/// </summary>
/// <param name="Operations">Arithmetic, calls and accesses to arrays; a vector function counts as what it is inlined to.</param>
internal readonly record struct MethodSize(int Operations, int Bytes, int Instructions, int Blocks, int Locals, int References)
{
    /// <summary>What the compiler still optimises.</summary>
    public static readonly MethodSize Limit = new(int.MaxValue, 60_000, 20_000, 2_000, 2_000, 8_000);

    /// <summary>An elementary function in lanes is inlined; this many operations, about the smallest of them, are counted for each.</summary>
    private const int Inlined = 8;

    public static MethodSize operator +(MethodSize left, MethodSize right) => new(
        left.Operations + right.Operations,
        left.Bytes + right.Bytes,
        left.Instructions + right.Instructions,
        left.Blocks + right.Blocks,
        left.Locals + right.Locals,
        left.References + right.References);

    /// <summary>True when no count is above <paramref name="share"/> times its limit.</summary>
    public bool FitsIn(double share) =>
        Bytes <= Limit.Bytes * share && Instructions <= Limit.Instructions * share && Blocks <= Limit.Blocks * share && Locals <= Limit.Locals * share && References <= Limit.References * share;

    public static MethodSize Of(Function function, Predicate<string> isLanes)
    {
        MethodSize size = new(0, 0, 0, 1, function.Parameters.Count, 0);
        size += Of(function.Body, isLanes);
        foreach (Expression result in function.Results)
        {
            size += Of(result, isLanes);
        }
        return size;
    }

    public static MethodSize Of(Block block, Predicate<string> isLanes)
    {
        MethodSize size = default;
        foreach (Statement statement in block.Statements)
        {
            size += Of(statement, isLanes);
        }
        return size;
    }

    public static MethodSize Of(Statement statement, Predicate<string> isLanes)
    {
        MethodSize size = Own(statement);
        foreach (Expression expression in Walker.Own(statement))
        {
            size += Of(expression, isLanes);
        }
        foreach (Block block in Walker.Blocks(statement))
        {
            size += Of(block, isLanes);
        }
        return size;
    }

    /// <summary>What a statement adds besides its expressions and blocks.</summary>
    private static MethodSize Own(Statement statement) => statement switch
    {
        Let or Pop => new(0, 4, 1, 0, 1, 1),
        Store => new(1, 16, 4, 0, 2, 4),
        Add => new(2, 24, 8, 0, 3, 6),
        NewArray or Slice or NewTape => new(4, 60, 16, 4, 8, 16),
        Push => new(2, 16, 4, 0, 2, 4),
        Call call => new(2 + call.Arrays.Count, 16 + (8 * (call.Arrays.Count + call.Results.Count)), 2 + call.Arrays.Count + call.Results.Count, 0, call.Results.Count + 1, (2 * call.Arrays.Count) + call.Results.Count),
        Throw => new(1, 12, 3, 2, 0, 0),
        If branch => new(1, 24 + (16 * branch.Merges.Count), 4 + (4 * branch.Merges.Count), 3, 1 + branch.Merges.Count, 2 + (2 * branch.Merges.Count)),
        For loop => new(2, 60 + (16 * loop.Carried.Count), 12 + (4 * loop.Carried.Count), 5, 4 + loop.Carried.Count, 12 + (4 * loop.Carried.Count)),
        While loop => new(2, 40 + (16 * loop.Carried.Count), 8 + (4 * loop.Carried.Count), 5, 2 + loop.Carried.Count, 8 + (4 * loop.Carried.Count)),
        _ => default,
    };

    public static MethodSize Of(Expression expression, Predicate<string> isLanes)
    {
        switch (expression)
        {
            case Constant:
                return new(0, 9, 1, 0, 0, 0);
            case Read:
                return new(0, 4, 1, 0, 0, 1);
            case Element element:
                return new MethodSize(1, 10, 3, 0, 2, 3) + Of(element.Index, isLanes);
            case Length:
                return new(0, 9, 2, 0, 1, 1);
            case External external:
                return new MethodSize(2, 40, 8, 2, 3, 4) + Of(external.Arguments, isLanes);
            case Apply apply:
                return Own(apply, isLanes) + Of(apply.Arguments, isLanes);
            default:
                throw new UnreachableException(expression.ToString());
        }
    }

    private static MethodSize Of(EquatableArray<Expression> expressions, Predicate<string> isLanes)
    {
        MethodSize size = default;
        foreach (Expression expression in expressions)
        {
            size += Of(expression, isLanes);
        }
        return size;
    }

    private static MethodSize Own(Apply apply, Predicate<string> isLanes)
    {
        Primitive primitive = apply.Primitive;
        if (primitive == Arithmetic.Select || primitive.Operator is "&&" or "||")
        {
            return new(1, 14, 4, 3, 1, 2);
        }
        return primitive.Operator.Length > 0 ? new(1, 5, 1, 0, 0, 0)
            : primitive.Cost == Cost.Expensive && IsLanes(apply, isLanes) ? new(Inlined, 5, 1, 0, 2 * Inlined, 8 * Inlined)
            : new(1, 8, 2, 1, 1, 2);
    }

    private static bool IsLanes(Expression expression, Predicate<string> isLanes)
    {
        foreach (Expression inner in Walker.All(expression))
        {
            if (inner is Read read ? isLanes(read.Name) : inner is Element element && isLanes(element.Array))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Names of the arrays and scalars that hold lanes.</summary>
    public static Predicate<string> Lanes(ICollection<string> names, ICollection<string> arrays) => name => names.Contains(name) || arrays.Contains(name);
}
