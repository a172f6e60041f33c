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

    private ContractLoops(Names names) => _names = names;

    public static Function Run(Function function) => function with { Body = new ContractLoops(Names.Of(function)).Rewrite(function.Body) };

    /// <summary>A part of a function whose other names are known.</summary>
    public static Block Run(Block block, Names names) => new ContractLoops(names).Rewrite(block);

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case If branch:
                    output.Add(branch with { Then = Rewrite(branch.Then), Else = Rewrite(branch.Else) });
                    break;
                case While loop:
                    output.Add(loop with { Body = Rewrite(loop.Body) });
                    break;
                case For loop:
                    For outer = loop with { Body = Rewrite(loop.Body) };
                    if (LoopRange.Of(outer) is { } range)
                    {
                        output.AddRange(new Nest(this, outer, range).Contract());
                    }
                    else
                    {
                        output.Add(outer);
                    }
                    break;
                default:
                    output.Add(statement);
                    break;
            }
        }
        return output.ToBlock();
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

    /// <summary>The two factors; null for anything but a product of two.</summary>
    private static (Expression Left, Expression Right)? Factors(Expression value) =>
        value is Apply { Primitive: var p, Arguments: [var left, var right] } && p == Arithmetic.Times && value.Type.IsReal() ? (left, right) : null;
}
