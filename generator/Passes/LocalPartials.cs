using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass a loop multiplies what it carries of a derivative by partials that are complete before: adjoints and tangents enter a step linearly, so its
/// local partials do not wait for them, and the chain from one step to the next is a multiply-add or two (Griewank and Walther 2008, chapter 10:
/// preaccumulation of local Jacobians). A value read more than once is a new start. Products are reassociated, only in derivatives, and only where
/// <see cref="Estimate"/> counts fewer cycles.
/// </summary>
/// <remarks>
/// <code>
/// let a = q * pAdjoint; let b = r * a … next pAdjoint - a * p + b   →   let partial = 1 - q * p + r * q … next partial * pAdjoint
/// </code>
/// </remarks>
internal sealed class LocalPartials
{
    /// <summary>Less than this is not worth another text.</summary>
    private const double LeastGain = 0.05;

    private readonly PrimalNeeds _needs;
    private readonly Names _names;

    private LocalPartials(Function function, Primal primal)
    {
        _needs = PrimalNeeds.Of(function, primal);
        _names = Names.Of(function);
    }

    /// <param name="leastGain">The part of a loop's cycles that must be saved; tests take less than none.</param>
    public static Function Run(Function function, Primal primal, double leastGain = LeastGain)
    {
        double? cycles = null;
        LocalPartials? pass = null; // of the function as it is now
        for (int i = function.Body.Statements.Count - 1; i >= 0; i--)
        {
            Statement loop = function.Body.Statements[i];
            if (loop is not (For or While or If))
            {
                continue;
            }
            pass ??= new(function, primal);
            Statement rewritten = pass.Rewrite(loop);
            if (ReferenceEquals(rewritten, loop))
            {
                continue;
            }
            Statement[] statements = [.. function.Body.Statements];
            statements[i] = rewritten;
            Function candidate = DeadCode.Run(CommonSubexpressions.Run(function with { Body = statements.ToBlock() }));
            double without = cycles ??= Cycles(function, primal), with = Cycles(candidate, primal);
            if (without - with > leastGain * Cycles(function with { Body = new(new EquatableArray<Statement>([loop])), Results = [] }, primal))
            {
                (function, cycles) = (candidate, with);
                pass = null;
                i = Math.Min(i, function.Body.Statements.Count);
            }
        }
        return function;
    }

    private static double Cycles(Function function, Primal primal) => Estimate.Of(FuseMultiplyAdds.Run(function, primal));

    private Statement Rewrite(Statement statement)
    {
        switch (statement)
        {
            case If branch:
                Block then = Rewrite(branch.Then), @else = Rewrite(branch.Else);
                return ReferenceEquals(then, branch.Then) && ReferenceEquals(@else, branch.Else) ? branch : branch with { Then = then, Else = @else };
            case For loop:
                (Block counted, EquatableArray<Carried> cells) = Step(loop, loop.Body);
                return ReferenceEquals(counted, loop.Body) ? loop : loop with { Body = counted, Carried = cells };
            case While loop:
                (Block repeated, EquatableArray<Carried> state) = Step(loop, loop.Body);
                return ReferenceEquals(repeated, loop.Body) ? loop : loop with { Body = repeated, Carried = state };
            default:
                return statement;
        }
    }

    private (Block Body, EquatableArray<Carried> Carried) Step(Statement loop, Block body) => new LinearStep(_needs, _names, Walker.CarriedBy(loop), Rewrite(body)).Run();

    private Block Rewrite(Block block)
    {
        List<Statement> statements = [.. block.Statements.Select(Rewrite)];
        return statements.Zip(block.Statements, ReferenceEquals).All(static same => same) ? block : statements.ToBlock();
    }
}
