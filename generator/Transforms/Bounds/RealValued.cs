using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// The function of real numbers that a model writes down: after this pass there is no single precision, whose roundings no real function has (its constants
/// are doubles already, exactly), and no derivative but that of what is computed: a custom rule is the user's word, which proves nothing.
/// </summary>
internal static class RealValued
{
    public static Function Run(Function function)
    {
        function = DeadCode.Run(CommonSubexpressions.Run(DropRules.Run(function)));
        return function with
        {
            Parameters = function.Parameters.Map(static p => p with { Type = Of(p.Type) }),
            Tables = function.Tables.Map(static t => t.Type == ScalarType.Float ? t with { Type = ScalarType.Double, Bits = t.Bits.Select(static b => Build.Double(new Constant(ScalarType.Float, b).Real).Bits).ToEquatableArray() } : t),
            Body = Widen(function.Body),
            Results = function.Results.Map(static r => Rewriter.Map(r, Widen)),
        };
    }

    private static ScalarType Of(ScalarType type) => type == ScalarType.Float ? ScalarType.Double : type;

    private static Block Widen(Block block) => block.Statements.Select(static s => Rewriter.Map(s, Widen, nested: false) switch
    {
        NewArray array => array with { Type = Of(array.Type) },
        Slice slice => slice with { Type = Of(slice.Type) },
        If branch => branch with { Then = Widen(branch.Then), Else = Widen(branch.Else), Merges = branch.Merges.Map(static m => m with { Type = Of(m.Type) }) },
        For loop => loop with { Body = Widen(loop.Body), Carried = loop.Carried.Map(static c => c with { Type = Of(c.Type) }) },
        While loop => loop with { Body = Widen(loop.Body), Carried = loop.Carried.Map(static c => c with { Type = Of(c.Type) }) },
        var other => other,
    }).ToBlock();

    /// <summary>Between reals a conversion is the identity.</summary>
    private static Expression Widen(Expression expression) => expression switch
    {
        Constant { Type: ScalarType.Float } constant => Build.Double(constant.Real),
        Apply { Type: ScalarType.Float or ScalarType.Double, Arguments: [{ Type: ScalarType.Double } same] } conversion when conversion.Primitive == Arithmetic.Convert => same,
        { Type: ScalarType.Float } => expression with { Type = ScalarType.Double },
        _ => expression,
    };
}
