using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass a sum over an inner loop that needs nothing of the outer loop's iterations but their index is a matrix · vector before it, and what an
/// inner loop adds elsewhere, out of the outer loop's sight, is one product after it: as written, such loops reach a few per cent of what the hardware
/// multiplies (research: 3–4 % of the peak). Sums are reassociated.
/// </summary>
/// <remarks>
/// <code>
/// for (i) { for (j) carrying s = b[i] { … } next s + w[i·n + j] · x[j]; h[i] = tanh(s) }
/// → for (i) { sAt[i] = b[i] }  contract sAt[i] += w[i·n + j] · x[j];  for (i) { h[i] = tanh(sAt[i]) }
/// for (i) { δ = …; for (j) { xAdjoint[j] += w[i·n + j] · δ; wAdjoint[i·n + j] += x[j] · δ } }
/// → for (i) { δ = …; δAt[i] = δ }  contract xAdjoint[j] += w[i·n + j] · δAt[i];  contract wAdjoint[i·n + j] += x[j] · δAt[i]
/// </code>
/// </remarks>
internal sealed partial class ContractLoops
{
    /// <summary>Fewer products than a call costs.</summary>
    private const long FewestProducts = 64, ShortestSide = 4;

    private readonly Names _names;
    private readonly LaneSet _lanes;

    private ContractLoops(Names names, LaneSet lanes) => (_names, _lanes) = (names, lanes);

    /// <summary>All nests of a function, also those inside loops in lanes.</summary>
    public static Function Run(Function function)
    {
        LaneSet lanes = LaneSet.Of(function);
        Block body = new ContractLoops(Names.Of(function), lanes).Rewrite(function.Body);
        return lanes.Applied(function with { Body = body });
    }

    /// <summary>One loop of numbers, and what stands before it and after it; null where nothing is contracted.</summary>
    public static IReadOnlyList<Statement>? Run(For loop, Names names) =>
        LoopRange.Of(loop) is { } range ? new Nest(new(names, new([], [])), loop, range).Contract() : null;

    /// <summary>A block of numbers; null where nothing is contracted.</summary>
    public static Block? Run(Block block, Names names)
    {
        Block contracted = new ContractLoops(names, new([], [])).Rewrite(block);
        return Walker.Statements(contracted).Any(static s => s is Contract) ? contracted : null;
    }

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case For loop:
                    For outer = loop with { Body = Rewrite(loop.Body) };
                    output.AddRange(LoopRange.Of(outer) is { } range && new Nest(this, outer, range).Contract() is { } contracted ? contracted : [outer]);
                    break;
                default:
                    output.Add(Rewriter.Inside(statement, Rewrite));
                    break;
            }
        }
        return output.ToBlock();
    }

    /// <summary>True where a kernel takes these arrays: a matrix of numbers and vectors of one kind, or an outer product of one kind.</summary>
    private bool IsComputable(Contract contract, bool isTargetLanes)
    {
        if (ProductShape.Of(contract) is not { } shape || !IsWorthwhile(contract))
        {
            return false;
        }
        bool IsLanes(Strided operand) => operand.Array == Nest.KeptLanes || _lanes.Arrays.Contains(operand.Array);
        return shape.IsOuter
            ? IsLanes(shape.Left) == isTargetLanes && IsLanes(shape.Right) == isTargetLanes
            : IsLanes(shape.Right) == isTargetLanes && !IsLanes(shape.Matrix);
    }

    private static bool IsWorthwhile(Contract contract)
    {
        long products = 1;
        foreach (Expression extent in contract.Extents)
        {
            if (extent is Constant constant)
            {
                if (constant.Bits < ShortestSide)
                {
                    return false;
                }
                products *= constant.Bits;
            }
            else
            {
                products = FewestProducts; // unknown: as many as a call is worth
            }
        }
        return products >= FewestProducts;
    }

    /// <summary>The product that is added to a sum, fused or not.</summary>
    private static (Expression Left, Expression Right)? Summand(Expression next, Func<Expression, bool> isSum, out bool isFused)
    {
        isFused = next is Apply { Primitive: var fused } && fused == Elementary.MultiplyAddEstimate;
        return next switch
        {
            Apply { Primitive: var p, Arguments: [var a, var b] } when p == Arithmetic.Plus && (isSum(a) || isSum(b)) => Factors(isSum(a) ? b : a),
            Apply { Arguments: [var left, var right, var sum] } when isFused && isSum(sum) => (left, right),
            _ => null,
        };
    }

    /// <summary>The two factors; null for anything but a product of two.</summary>
    private static (Expression Left, Expression Right)? Factors(Expression value) =>
        value is Apply { Primitive: var p, Arguments: [var left, var right] } && p == Arithmetic.Times && value.Type.IsReal() ? (left, right) : null;
}
