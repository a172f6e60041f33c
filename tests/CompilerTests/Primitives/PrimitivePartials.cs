using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace CompilerTests;

/// <summary>A row and its partials as a function of the IR: the result first, then one derivative per argument.</summary>
internal static class PrimitivePartials
{
    public static Function Function(Primitive primitive, ScalarType real, ScalarType result)
    {
        Parameter[] parameters =
        [
            .. Enumerable.Range(0, primitive.Arity).Select(i =>
                new Parameter("a" + (char)('0' + i), PrimitiveDomains.IsInteger(primitive, i) ? ScalarType.Int : real, ParameterKind.Scalar, false)),
        ];
        Expression[] arguments = [.. parameters.Select(static p => Build.Name(p.Name, p.Type))];
        Apply value = new(result, primitive, new(arguments));
        Read r = Build.Name("r", result);
        Expression[] partials = [.. primitive.Partials!.Select(partial => partial?.Invoke(arguments, r) ?? Build.Zero(real))];
        return new("F", new(parameters), [], new((EquatableArray<Statement>)[new Let("r", value)]), [r, .. partials]);
    }

    public static double[] Evaluate(Primitive primitive, params double[] a)
    {
        Function function = Function(primitive, ScalarType.Double, ScalarType.Double);
        Argument[] arguments = [.. a.Select((x, i) => PrimitiveDomains.IsInteger(primitive, i) ? (Argument)(int)x : x)];
        return [.. Evaluator.Evaluate(function, arguments).Results.Skip(1).Select(static v => v.Real.Hi)];
    }
}
