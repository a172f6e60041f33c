using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>After this pass a guarded product is a selection, as C# has it: only transforms need to know that it is one.</summary>
/// <remarks><code>guarded(seed, partial)   →   seed == 0.0 ? 0.0 : partial * seed</code></remarks>
internal static class LowerGuards
{
    public static Function Run(Function function) => function with
    {
        Body = Rewriter.Map(function.Body, Lower),
        Results = function.Results.Map(static r => Rewriter.Map(r, Lower)),
    };

    private static Expression Lower(Expression expression) => expression is Apply { Primitive: var p, Arguments: [var seed, var partial] } && p == Arithmetic.Guarded
        ? Build.Select(Compare(Arithmetic.Equal, seed, Zero(seed.Type)), Zero(seed.Type), Forward.Times(partial, seed))
        : expression;
}
