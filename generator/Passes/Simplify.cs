using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass operations whose operands have come together read as a person would write them; every number keeps its bits.
/// </summary>
/// <remarks><code>a + (-b) * c   →   a - b * c;   2.0 * x * 1.0   →   2.0 * x;   x + (-1.0)   →   x - 1.0</code></remarks>
internal static class Simplify
{
    public static Function Run(Function function) => function with
    {
        Body = Rewriter.Map(function.Body, Rebuild),
        Results = function.Results.Map(static r => Rewriter.Map(r, Rebuild)),
    };

    private static Expression Rebuild(Expression expression) => expression is not Apply { Type: ScalarType.Double or ScalarType.Float } apply
        ? expression
        : apply.Primitive == Arithmetic.Plus && apply.Arguments is [not Constant, Constant { Real: < 0 } negative] ? Build.Minus(apply.Arguments[0], Build.Negate(negative))
        : apply.Primitive == Arithmetic.Plus ? Build.Plus(apply.Arguments[0], apply.Arguments[1])
        : apply.Primitive == Arithmetic.Minus ? Build.Minus(apply.Arguments[0], apply.Arguments[1])
        : apply.Primitive == Arithmetic.Times ? Build.Multiply(apply.Arguments[0], apply.Arguments[1])
        : apply.Primitive == Arithmetic.Negative ? Build.Negate(apply.Arguments[0])
        : apply;
}
