using System;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;

namespace GeneratorTests;

/// <summary>Models with several results: what the front end makes of spans that they write and of structs that they return.</summary>
public sealed class VectorResultTests
{
    private static Evaluation Run(Module module, params Argument[] arguments)
    {
        Verifier.Verify(module, Form.Source);
        return Evaluator.Evaluate(module, arguments);
    }

    private static double[] Reals(Evaluation evaluation) => [.. evaluation.Results.Select(static r => r.Real.Hi)];

    /// <summary>Source form and normal form write the same.</summary>
    private static void Writes(Request request, double[] x, double[] expected)
    {
        foreach (Module module in new[] { request.Module, PassList.Normalise(request.Module), PassList.Tidy(PassList.Normalise(request.Module)) })
        {
            Cells y = Cells.Of(Enumerable.Repeat(double.NaN, expected.Length).ToArray());
            Assert.Empty(Run(module, x, y).Results);
            Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(i => y[i].Real.Hi));
        }
    }

    [Fact]
    public void A_result_span_is_an_output_of_the_function()
    {
        Request request = Reading.OfMembers(
            """
                [Jacobian]
                public static void F(ReadOnlySpan<double> x, [Result] Span<double> y)
                {
                    for (int i = 0; i < y.Length; i++)
                    {
                        y[i] = x[i] * x[i];
                    }
                }
            """);
        Assert.Null(request.Return);
        Assert.False(request.IsScalar);
        Assert.Equal(ScalarType.Double, request.ResultType);
        ModelParameter y = request.Parameters[1];
        Assert.Equal(ParameterShape.Result, y.Shape);
        Assert.Equal(new Leaf("y", "y", ScalarType.Double, true), Assert.Single(y.Leaves));
        Assert.Equal(new Parameter("y", ScalarType.Double, ParameterKind.Output, false), request.Module.Main.Parameters[1]);
        Writes(request, [1, 2, 3], [1, 4, 9]);
    }

    [Theory]
    [InlineData("y[0] = x[0]; y[1] = y[0] * x[1]; y[0] += y[1];", new double[] { 8, 6 })]
    [InlineData("y.Clear(); y[1] += x[0]; y[^1] += x[1]; foreach (double v in y) { if (v > 4) { y[0] = v; } }", new double[] { 5, 5 })]
    [InlineData("Span<double> tail = y.Slice(1); tail[0] = x[1]; y[..1][0] = x[0];", new double[] { 2, 3 })]
    [InlineData("x.CopyTo(y); y.Reverse();", new double[] { 3, 2 })]
    [InlineData("Fill(y, x[0]); y[1] -= Sum(y);", new double[] { 2, -2 })]
    [InlineData("y.Fill(x[0]); if (x[1] > 2) { return; } y[0] = 7;", new double[] { 2, 2 })]
    [InlineData("y[0] = x[0]; y = y.Slice(1); y[0] = y.Length + x[1];", new double[] { 2, 4 })]
    [InlineData("(y[0], y[1]) = (x[1], x[0]); (y[0], y[1]) = (y[1], y[0]);", new double[] { 2, 3 })]
    [InlineData("void Set(Span<double> to, int i, double v) => to[i] = v; Set(y, 0, x[1]); Set(y, 1, x[0]);", new double[] { 3, 2 })]
    public void A_result_span_is_read_and_written_in_every_way(string body, double[] expected) => Writes(
        Reading.OfMembers(
            $$"""
                private static void Fill(Span<double> target, double value)
                {
                    for (int i = 0; i < target.Length; i++)
                    {
                        target[i] = value;
                    }
                }

                private static double Sum(ReadOnlySpan<double> values)
                {
                    double sum = 0;
                    foreach (double value in values)
                    {
                        sum += value;
                    }
                    return sum;
                }

                [Jacobian]
                public static void F(ReadOnlySpan<double> x, [Result] Span<double> y)
                {
                    {{body}}
                }
            """),
        [2, 3],
        expected);

    [Fact]
    public void A_result_span_and_a_returned_number_go_together()
    {
        Request request = Reading.OfMembers(
            """
                [Adjoint]
                public static float F(float a, [Result] Span<float> y, int k)
                {
                    y[k] = a + 1;
                    return y[k] * a;
                }
            """);
        Assert.False(request.IsScalar);
        Assert.Equal(ScalarType.Float, request.ResultType);
        Assert.Equal(ParameterShape.Scalar, request.Return!.Shape);
        Cells y = Cells.Of(new float[2]);
        Assert.Equal([12], Reals(Run(PassList.Normalise(request.Module), 3f, y, 1)));
        Assert.Equal(4, y[1].Real.Hi);
    }

    [Theory]
    [InlineData("Vector3", "new Vector3(a, a * b, b)", "new global::System.Numerics.Vector3({0}, {1}, {2})", "result.X:resultX result.Y:resultY result.Z:resultZ")]
    [InlineData("Complex", "new Complex(a, b) * new Complex(0, 1)", "new global::System.Numerics.Complex({0}, {1})", "result.Real:resultReal result.Imaginary:resultImaginary")]
    [InlineData("(double Sum, double Product)", "(a + b, a * b)", "({0}, {1})", "result.Sum:resultSum result.Product:resultProduct")]
    [InlineData("(double, double)", "(a + b, a * b)", "({0}, {1})", "result.Item1:resultItem1 result.Item2:resultItem2")]
    [InlineData("ValueTuple<double>", "new ValueTuple<double>(a)", "new global::System.ValueTuple<double> { Item1 = {0} }", "result.Item1:resultItem1")]
    [InlineData("Settable", "new Settable { X = a, Y = b }", "new global::Models.Settable { X = {0}, Y = {1} }", "result.X:resultX result.Y:resultY")]
    [InlineData("Fixed", "new Fixed(a, b)", "new global::Models.Fixed({0}, {1})", "result.X:resultX result.Y:resultY")]
    [InlineData("Pair", "new Pair(a, b)", "new global::Models.Pair { Left = {0}, Right = {1} }", "result.Left:resultLeft result.Right:resultRight")]
    [InlineData("Nested", "new Nested { Where = new Fixed(a, b), Size = a }", "new global::Models.Nested { Where = new global::Models.Fixed({0}, {1}), Size = {2} }", "result.Where.X:resultWhereX result.Where.Y:resultWhereY result.Size:resultSize")]
    [InlineData("(Fixed At, double Size)", "(new Fixed(a, b), a)", "(new global::Models.Fixed({0}, {1}), {2})", "result.At.X:resultAtX result.At.Y:resultAtY result.Size:resultSize")]
    public void A_returned_struct_is_taken_apart_and_can_be_made_again(string type, string value, string rebuild, string leaves)
    {
        string real = type == "Vector3" ? "float" : "double";
        Request request = Reading.OfMembers(
            $$"""
                public struct Settable
                {
                    public double X;

                    public double Y { get; set; }
                }

                public readonly struct Fixed(double x, double y)
                {
                    public double X { get; } = x;

                    public double Y { get; } = y;
                }

                public readonly record struct Pair(double Left, double Right);

                public struct Nested
                {
                    public Fixed Where { get; init; }

                    public double Size;
                }

                [Tangent]
                public static {{type}} F({{real}} a, {{real}} b) => {{value}};
            """);
        Assert.False(request.IsScalar);
        Assert.Equal(ParameterShape.Struct, request.Return!.Shape);
        Assert.Equal(rebuild, request.Return.Rebuild);
        Assert.Equal(leaves, string.Join(" ", request.Return.Leaves.Select(static l => l.Access + ":" + l.Name)));
        Assert.Equal(request.Return.Leaves.Count, request.Module.Main.Results.Count);
        Assert.All(request.Return.Leaves, leaf => Assert.Equal(request.ResultType, leaf.Type));
        Verifier.Verify(PassList.Normalise(request.Module), Form.Normal);
    }

    [Fact]
    public void Results_come_in_the_order_of_the_leaves()
    {
        Request request = Reading.OfMembers(
            """
                [Jacobian]
                public static ((double A, double B) First, double Second) F(double x, bool isSwapped)
                {
                    if (isSwapped)
                    {
                        return ((3 * x, 2 * x), x);
                    }
                    (double a, double b) = (x, 2 * x);
                    return ((a, b), a + b);
                }
            """);
        Module normal = PassList.Normalise(request.Module);
        Assert.Equal([1, 2, 3], Reals(Run(normal, 1.0, false)));
        Assert.Equal([3, 2, 1], Reals(Run(normal, 1.0, true)));
    }

    [Fact]
    public void A_model_of_one_number_stays_scalar()
    {
        Request request = Reading.OfMembers("    [Taylor(8), Hessian, Gradient, Jacobian, Tangent, Adjoint, Batch] public static double F(double x) => x * x;");
        Assert.True(request.IsScalar);
        Assert.Equal(8, request.TaylorOrder);
        Assert.Equal(new Leaf("result", "result", ScalarType.Double, false), Assert.Single(request.Return!.Leaves));
    }
}
