using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>Small functions of x, y, an array a and a count n, for tests of the IR.</summary>
internal static class Programs
{
    public static Read X => Name("x", ScalarType.Double);

    public static Read Y => Name("y", ScalarType.Double);

    public static Read N => Name("n", ScalarType.Int);

    public static Read Real(string name) => Name(name, ScalarType.Double);

    public static Read Integer(string name) => Name(name, ScalarType.Int);

    public static Block Block(params Statement[] statements) => statements.ToBlock();

    /// <summary>The default parameters around some statements.</summary>
    public static Function Function(Expression result, params Statement[] statements) => new(
        "F",
        [
            new("x", ScalarType.Double, ParameterKind.Scalar, true),
            new("y", ScalarType.Double, ParameterKind.Scalar, true),
            new("a", ScalarType.Double, ParameterKind.Array, true),
            new("n", ScalarType.Int, ParameterKind.Scalar, false),
        ],
        [],
        Block(statements),
        [result]);

    /// <summary>Logistic growth: a loop that carries one cell.</summary>
    public static Function Growth => Function(
        Real("p2"),
        new For(
            "t", Int(0), N, 1, null, [new("p", ScalarType.Double, X, Real("p1"), "p2")],
            Block(new Let("p1", Plus(Real("p"), Multiply(Y, Real("p")))))));

    /// <summary>Runs with x, y, a and n.</summary>
    public static double Run(Function function, double x = 0.5, double y = 0.25, double[]? a = null, int n = 3) =>
        Evaluator.Evaluate(function, x, y, a ?? [1, 2, 4], n).Real;

    /// <summary>The one result of applying a primitive to constants.</summary>
    public static Value Apply(ScalarType type, Primitive primitive, params Value[] arguments)
    {
        Parameter[] parameters = [.. arguments.Select(static (v, i) => new Parameter("p" + (char)('0' + i), v.Type, ParameterKind.Scalar, false))];
        Apply apply = new(type, primitive, new([.. parameters.Select(static p => new Read(p.Type, p.Name))]));
        Function function = new("F", new(parameters), [], Proxima.Generator.Ir.Block.Empty, [apply]);
        Verifier.Verify(function, Form.Normal);
        return Evaluator.Evaluate(function, [.. arguments.Select(static v => (Argument)v)]).Results[0];
    }
}
