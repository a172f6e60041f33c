using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// After this pass the only result of a function is a sum over what it computes that is not defined, or not smooth, for all reals: bounded where every argument lies inside
/// of its domain on the whole box, all reals otherwise. Slopes do not say so, because zero times all reals is zero; where a branch is undecided, a part without values then looks
/// like the value of the other arm.
/// </summary>
/// <remarks>
/// <code>
/// if (y > 0) { r = sqrt(1 - x) } …   →   outside = new[1]; if (y > 0) { outside[0] += insideSlope(1 - x, ε, ∞) } … return outside[0]
/// </code>
/// </remarks>
internal sealed class DefinednessSum
{
    private readonly Dependence _dependence;
    private readonly string _sum;
    private int _found;

    private DefinednessSum(Function function)
    {
        _dependence = Dependence.Of(function);
        _sum = Names.Of(function).Fresh("outside");
    }

    /// <summary>The sum for a model of real numbers in normal form, to be enclosed; null where everything is defined everywhere, or no branch depends on a variable.</summary>
    public static Function? Run(Function real)
    {
        DefinednessSum pass = new(real);
        if (!Walker.Statements(real.Body).OfType<If>().Any(branch => pass._dependence.Has(branch.Condition))
            && !Walker.Expressions(real.Body).SelectMany(Walker.All).Any(e => e is Apply { Primitive: var p, Arguments: var a } && p == Arithmetic.Select && pass._dependence.Has(a[0])))
        {
            return null; // a value that is missing is missed in the result
        }
        Block body = pass.Rewrite(real.Body);
        Block all = new List<Statement> { new NewArray(pass._sum, ScalarType.Double, Int(1)) }.Concat(body.Statements).ToBlock();
        return pass._found == 0 ? null : PassList.TidyBounds(IntervalBound.Run(PassList.Prepare(real with { Body = all, Results = [new Element(ScalarType.Double, pass._sum, Int(0))] })));
    }

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let { Value: Apply apply } let when apply.Type.IsReal() && _dependence.Has(apply):
                    output.Add(let);
                    foreach (Expression slope in Slopes(apply, Name(let.Name, apply.Type)))
                    {
                        _found++;
                        output.Add(new Add(_sum, Int(0), slope) { Source = let.Source, Origin = let.Origin });
                    }
                    break;
                default:
                    output.Add(Rewriter.Inside(statement, Rewrite));
                    break;
            }
        }
        return output.ToBlock();
    }

    /// <summary>Bounded where the operation has a value and derivatives of every order on the whole box. Kinks are no matter: there is a value, and slopes.</summary>
    private IEnumerable<Expression> Slopes(Apply apply, Expression value)
    {
        for (int i = 0; i < apply.Arguments.Count; i++)
        {
            Expression argument = apply.Arguments[i];
            if (!argument.Type.IsReal() || !_dependence.Has(argument))
            {
                continue;
            }
            if (GuardDomains.Domain(apply, i) is { } domain)
            {
                // Without the ends: there a root has a value and no slope.
                yield return new Apply(apply.Type, BoundOperations.InsideSlope, [argument, Real(apply.Type, After(domain.Lo)), Real(apply.Type, -After(-domain.Hi))]);
            }
            else if (GuardDomains.IsDivisor(apply, i) || (i == 1 && apply.Primitive == Arithmetic.Remainder) || (i == 0 && (apply.Primitive == Elementary.Cbrt || apply.Primitive == Elementary.RootN)))
            {
                yield return new Apply(apply.Type, BoundOperations.NotZeroSlope, [argument]);
            }
        }
        if (GuardDomains.HasPoles(apply))
        {
            yield return new Apply(apply.Type, BoundOperations.PoleSlope, [value]);
        }
        if (apply.Primitive == Elementary.Atan2 || apply.Primitive == Elementary.Atan2Pi)
        {
            yield return new Apply(apply.Type, BoundOperations.AngleJump, [apply.Arguments[0], apply.Arguments[1]]);
        }
    }

    private static double After(double end) => double.IsInfinity(end) ? end : Neighbours.Above(end);
}
