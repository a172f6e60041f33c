using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// After this pass every operation that the processor rounds passes through <c>rounded(value, unit)</c>: the value and a rounding of it. The slope of the model in
/// <c>unit</c> then encloses the sum of all roundings, each times what it does to the result: the mean-value theorem along the line from the exact values to the
/// computed ones. A comparison of what was rounded may choose the other arm, which counts as a jump.
/// </summary>
/// <remarks>
/// <code>
/// let r = x * y + 1.0   →   let r = rounded(rounded(x * y, unit) + 1.0, unit)
/// </code>
/// </remarks>
internal static class RoundingErrors
{
    private const string Unit = "unit";

    /// <summary>What IEEE 754 rounds once.</summary>
    private static readonly HashSet<Primitive> s_rounded = [Arithmetic.Plus, Arithmetic.Minus, Arithmetic.Times, Arithmetic.Over, Elementary.Sqrt, Elementary.FusedMultiplyAdd];

    /// <summary>What has no rounding at all.</summary>
    private static readonly HashSet<Primitive> s_exact =
    [
        Arithmetic.Negative, Arithmetic.Select, Elementary.Abs, Elementary.Max, Elementary.Min, Elementary.Clamp, Elementary.Floor, Elementary.Ceiling, Elementary.Truncate,
        Elementary.Detach, Elementary.Hold, Elementary.Attach,
    ];

    /// <summary>The sum of the roundings of a model in normal form, to be enclosed; null where it rounds otherwise than IEEE 754 says, or is not in double precision.</summary>
    /// <param name="normal">The model, with the operations of its source.</param>
    public static Function? Run(Function normal)
    {
        Expression[] all = [.. Walker.Expressions(normal.Body).Concat(normal.Results).SelectMany(Walker.All)];
        if (!all.All(IsKnown) || normal.Parameters.Any(static p => p.Type == ScalarType.Float) || Walker.Statements(normal.Body).Any(static s => s is Ir.Call or Contract))
        {
            return null;
        }
        Function real = RealValued.Run(normal);
        string unit = Names.Of(real).Fresh(Unit);
        Expression Rounded(Expression e) => e is Apply { Type: ScalarType.Double } apply && s_rounded.Contains(apply.Primitive)
            ? new Apply(ScalarType.Double, BoundOperations.Rounded, [apply, Name(unit, ScalarType.Double)])
            : e;
        Function rounded = Atomise.Run(real with
        {
            Parameters = real.Parameters.Append(new(unit, ScalarType.Double, ParameterKind.Scalar, true)).ToEquatableArray(),
            Body = Rewriter.Map(real.Body, Rounded),
            Results = real.Results.Map(r => Rewriter.Map(r, Rounded)),
        });
        Function marked = PassList.Prepare(Jumps.Run(GuardDomains.Run(NameCompared.Run(rounded)), out _));

        // Only the roundings are differentiated: what the arguments do to a branch they do to the exact values too.
        Function alone = Reverse.Run(new(Varying(marked, p => p.Name == unit), []), new Dictionary<string, string>()).Module.Main;
        Function slope = Varying(alone, p => p.Name == unit || real.Parameters.Any(own => own.Name == p.Name && own.IsVariable));
        Function bound = PassList.TidyBounds(IntervalBound.Run(PassList.Prepare(slope with { Results = [slope.Results[slope.Results.Count - 1]] })));
        return bound with { Parameters = bound.Parameters.Where(p => p.Name != unit).ToEquatableArray() };
    }

    private static Function Varying(Function function, System.Func<Parameter, bool> isVariable) =>
        function with { Parameters = function.Parameters.Map(p => p with { IsVariable = isVariable(p) }) };

    private static bool IsKnown(Expression expression) => expression switch
    {
        { Type: ScalarType.Float } or External { IsCall: true } => false,
        Apply { Type: ScalarType.Double } apply => s_rounded.Contains(apply.Primitive) || s_exact.Contains(apply.Primitive) || IsExactConversion(apply),
        Apply { Type: not ScalarType.Bool } whole => whole.Arguments.All(static a => !a.Type.IsReal()),
        _ => true,
    };

    private static bool IsExactConversion(Apply apply) => apply.Primitive == Arithmetic.Convert && apply.Arguments[0].Type is ScalarType.Int or ScalarType.UInt;
}
