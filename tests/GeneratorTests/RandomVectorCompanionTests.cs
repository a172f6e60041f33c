using System;
using System.Linq;
using CompilerTests;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Sparsity = Proxima.Sparsity;

namespace GeneratorTests;

/// <summary>
/// Random programs that write a span, through the whole backend: columns of the Jacobian are tangents, rows are adjoints, entries of the pattern are those
/// of the dense matrix and all others are zero; the results are those of the evaluator.
/// </summary>
public sealed class RandomVectorCompanionTests
{
    private const int Inputs = 7, Outputs = RandomResults.Length;

    private delegate void Tangent(
        double x, double y, double z, ReadOnlySpan<double> a, int n, Span<double> results, double tX, double tY, double tZ, ReadOnlySpan<double> tA, Span<double> tResults);

    private delegate void Adjoint(
        double x, double y, double z, ReadOnlySpan<double> a, int n, Span<double> results, ReadOnlySpan<double> seedResults, out double dX, out double dY, out double dZ, Span<double> dA);

    private delegate void Jacobian(double x, double y, double z, ReadOnlySpan<double> a, int n, Span<double> results, Span<double> jacobian);

    private delegate Sparsity Pattern(
        double x, double y, double z, ReadOnlySpan<double> a, int n, Span<double> results, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns);

    private delegate void Values(double x, double y, double z, ReadOnlySpan<double> a, int n, Span<double> results, Sparsity pattern, Span<double> values);

    [Fact]
    [Trait("Category", "Batch")]
    public void Companions_agree_on_random_programs()
    {
        Agree(RandomProject.Programs(2001, 100), ChunkLimits.Default);
    }

    /// <summary>The same with every method split into parts of a few operations.</summary>
    [Fact]
    [Trait("Category", "Batch")]
    public void Companions_in_parts_agree_on_random_programs()
    {
        Agree(RandomProject.Programs(2501, 40), new(12, 12));
    }

    private static void Agree(RandomProgram[] programs, ChunkLimits limits)
    {
        Function[] functions = [.. programs.Select(static (program, i) => RandomResults.Of(program, i))];
        RandomProject project = new();
        for (int i = 0; i < programs.Length; i++)
        {
            project.Add(RequestFor(programs[i], functions[i], RandomProject.ClassOf(i)) with { MethodLimits = limits });
        }
        int sparse = 0;
        for (int i = 0; i < programs.Length; i++)
        {
            Agree(project, RandomProject.ClassOf(i), programs[i], functions[i]);
            sparse += project.Has(RandomProject.ClassOf(i), "FJacobianPattern") ? 1 : 0;
        }
        Assert.True(sparse >= programs.Length / 10, $"{sparse} patterns");
    }

    private static void Agree(RandomProject project, string type, RandomProgram program, Function function)
    {
        (double x, double y, double z, double[] a, int n) = (program.Point[0], program.Point[1], program.Point[2], program.Point[3..], program.N);
        Cells cells = Cells.Of(new double[Outputs]);
        Evaluator.Evaluate(new Module(function, program.Callees), [.. program.Arguments, cells]);
        double[] expected = [.. Enumerable.Range(0, Outputs).Select(k => cells[k].Real.Hi)], results = new double[Outputs], jacobian = new double[Outputs * Inputs];
        project.Method<Jacobian>(type, "FJacobian")(x, y, z, a, n, results, jacobian);
        double size = 1 + expected.Max(Math.Abs) + jacobian.Max(Math.Abs);
        Same("Jacobian");

        Tangent tangent = project.Method<Tangent>(type, "FTangent");
        double[] column = new double[Outputs];
        for (int j = 0; j < Inputs; j++)
        {
            double[] v = new double[Inputs];
            v[j] = 1;
            tangent(x, y, z, a, n, results, v[0], v[1], v[2], v.AsSpan(3), column);
            Same("tangent");
            for (int i = 0; i < Outputs; i++)
            {
                Near(column[i], jacobian[(i * Inputs) + j], $"tangent {i}, {j}");
            }
        }
        Adjoint adjoint = project.Method<Adjoint>(type, "FAdjoint");
        double[] row = new double[Inputs];
        for (int i = 0; i < Outputs; i++)
        {
            double[] seed = new double[Outputs];
            seed[i] = 1;
            adjoint(x, y, z, a, n, results, seed, out row[0], out row[1], out row[2], row.AsSpan(3));
            Same("adjoint");
            for (int j = 0; j < Inputs; j++)
            {
                Near(row[j], jacobian[(i * Inputs) + j], $"adjoint {i}, {j}");
            }
        }
        if (project.Has(type, "FJacobianPattern"))
        {
            Sparsity pattern = project.Method<Pattern>(type, "FJacobianPattern")(x, y, z, a, n, results, out _, out _);
            double[] values = new double[pattern.NonZeros];
            project.Method<Values>(type, "FJacobianValues")(x, y, z, a, n, results, pattern, values);
            Same("entries");
            Near(0, RandomEntries.Difference(pattern, values, jacobian), "entries");
        }

        void Same(string what)
        {
            for (int i = 0; i < Outputs; i++)
            {
                Near(expected[i], results[i], $"result {i} of the {what}");
            }
            Array.Fill(results, double.NaN);
        }

        void Near(double wanted, double actual, string what) =>
            Assert.True(Math.Abs(wanted - actual) <= 1e-10 * size, FormattableString.Invariant($"{type}, {what}: {actual:R} instead of {wanted:R}"));
    }

    private static Request RequestFor(RandomProgram program, Function function, string type) => new(
        type + ".F", "", ["static partial class " + type], "F", "F", "public", true,
        Companions.Tangent | Companions.Adjoint | Companions.Jacobian,
        Rounding.Fast, ScalarType.Double,
        [
            .. RandomProject.Parameters,
            new(RandomResults.Span, "Span<double>", "Span{double}", "", ParameterShape.Result, ScalarType.Double, [new(RandomResults.Span, RandomResults.Span, ScalarType.Double, true)], ""),
        ],
        new(function, program.Callees));
}
