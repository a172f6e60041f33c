using System;
using System.Linq;
using CompilerTests;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;
using Sparsity = Proxima.Sparsity;

namespace GeneratorTests;

/// <summary>
/// Random programs through the whole backend: all companions of one model compile, and say the same about its derivatives. Generated code multiplies and
/// adds in another order than the evaluator, up to a few hundred times, with cancellation between numbers of the size of the largest of them.
/// </summary>
public sealed class RandomScalarCompanionTests
{
    private const int Inputs = 7;

    private delegate double Gradient(double x, double y, double z, ReadOnlySpan<double> a, int n, out double dX, out double dY, out double dZ, Span<double> dA);

    private delegate double Tangent(double x, double y, double z, ReadOnlySpan<double> a, int n, double tX, double tY, double tZ, ReadOnlySpan<double> tA, out double tangent);

    private delegate double Adjoint(double x, double y, double z, ReadOnlySpan<double> a, int n, double seed, out double dX, out double dY, out double dZ, Span<double> dA);

    private delegate double Jacobian(double x, double y, double z, ReadOnlySpan<double> a, int n, Span<double> jacobian);

    private delegate double Hessian(double x, double y, double z, ReadOnlySpan<double> a, int n, Span<double> gradient, Span<double> hessian);

    private delegate double Product(
        double x, double y, double z, ReadOnlySpan<double> a, int n, double vX, double vY, double vZ, ReadOnlySpan<double> vA,
        out double hX, out double hY, out double hZ, Span<double> hA);

    private delegate double Series(double x, double y, double z, ReadOnlySpan<double> a, int n, double vX, double vY, double vZ, ReadOnlySpan<double> vA, Span<double> coefficients);

    private delegate Sparsity Pattern(double x, double y, double z, ReadOnlySpan<double> a, int n, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns);

    private delegate double Values(double x, double y, double z, ReadOnlySpan<double> a, int n, Sparsity pattern, Span<double> gradient, Span<double> values);

    [Fact]
    [Trait("Category", "Batch")]
    public void Companions_agree_on_random_programs()
    {
        Agree(RandomProject.Programs(1001, 100), ChunkLimits.Default);
    }

    /// <summary>The same with every method split into parts of a few operations.</summary>
    [Fact]
    [Trait("Category", "Batch")]
    public void Companions_in_parts_agree_on_random_programs()
    {
        Agree(RandomProject.Programs(1501, 40), new(12, 12));
    }

    private static void Agree(RandomProgram[] programs, ChunkLimits limits)
    {
        RandomProject project = new();
        for (int i = 0; i < programs.Length; i++)
        {
            project.Add(RequestFor(programs[i], RandomProject.ClassOf(i)) with { MethodLimits = limits });
        }
        for (int i = 0; i < programs.Length; i++)
        {
            Agree(project, RandomProject.ClassOf(i), programs[i]);
        }
    }

    private static void Agree(RandomProject project, string type, RandomProgram program)
    {
        (double x, double y, double z, double[] a, int n) = (program.Point[0], program.Point[1], program.Point[2], program.Point[3..], program.N);
        Evaluation reference = Evaluated(program, out double[] expected);
        double value = reference.Real, size = 1 + Math.Abs(value) + expected.Max(Math.Abs);
        void Near(double wanted, double actual, double scale, string what) =>
            Assert.True(Math.Abs(wanted - actual) <= 1e-10 * scale, FormattableString.Invariant($"{type}, {what}: {actual:R} instead of {wanted:R}"));

        double[] row = new double[Inputs];
        Near(value, project.Method<Gradient>(type, "FGradient")(x, y, z, a, n, out row[0], out row[1], out row[2], row.AsSpan(3)), size, "value of the gradient");
        Compare(expected, row, "gradient");
        Near(value, project.Method<Adjoint>(type, "FAdjoint")(x, y, z, a, n, 2, out row[0], out row[1], out row[2], row.AsSpan(3)), size, "value of the adjoint");
        Compare([.. expected.Select(static e => 2 * e)], row, "adjoint");
        Near(value, project.Method<Jacobian>(type, "FJacobian")(x, y, z, a, n, row), size, "value of the Jacobian");
        Compare(expected, row, "Jacobian");

        double[] hessian = new double[Inputs * Inputs];
        Near(value, project.Method<Hessian>(type, "FHessian")(x, y, z, a, n, row, hessian), size, "value of the Hessian");
        Compare(expected, row, "gradient of the Hessian");
        double large = size + hessian.Max(Math.Abs);
        Tangent tangent = project.Method<Tangent>(type, "FTangent");
        Product product = project.Method<Product>(type, "FHessianProduct");
        Series series = project.Method<Series>(type, "FTaylor");
        double[] coefficients = new double[4];
        for (int j = 0; j < Inputs; j++)
        {
            double[] v = new double[Inputs];
            v[j] = 1;
            Near(value, tangent(x, y, z, a, n, v[0], v[1], v[2], v.AsSpan(3), out double slope), size, "value of the tangent");
            Near(expected[j], slope, size, "tangent " + j);
            Near(value, product(x, y, z, a, n, v[0], v[1], v[2], v.AsSpan(3), out row[0], out row[1], out row[2], row.AsSpan(3)), size, "value of the product");
            for (int i = 0; i < Inputs; i++)
            {
                Assert.Equal(hessian[(i * Inputs) + j], hessian[(j * Inputs) + i]);
                Near(row[i], hessian[(i * Inputs) + j], large, $"Hessian {i}, {j}");
            }
            Near(value, series(x, y, z, a, n, v[0], v[1], v[2], v.AsSpan(3), coefficients), size, "value of the series");
            Near(value, coefficients[0], size, "order 0");
            Near(expected[j], coefficients[1], size, "order 1");
            Near(hessian[(j * Inputs) + j] / 2, coefficients[2], large, "order 2 along " + j);
        }
        if (project.Has(type, "FHessianPattern"))
        {
            Sparsity pattern = project.Method<Pattern>(type, "FHessianPattern")(x, y, z, a, n, out _, out _);
            double[] values = new double[pattern.NonZeros];
            Near(value, project.Method<Values>(type, "FHessianValues")(x, y, z, a, n, pattern, row, values), size, "value of the entries");
            Compare(expected, row, "gradient of the entries");
            Near(0, RandomEntries.Difference(pattern, values, hessian), large, "entries");
        }

        void Compare(double[] wanted, double[] actual, string what)
        {
            for (int j = 0; j < Inputs; j++)
            {
                Near(wanted[j], actual[j], size, what + " " + j);
            }
        }
    }

    private static Evaluation Evaluated(RandomProgram program, out double[] gradient)
    {
        Cells output = Cells.Of(new double[4]);
        Module reversed = Reverse.Run(PassList.Normalise(program.Module), new System.Collections.Generic.Dictionary<string, string> { ["a"] = "dA" }).Module;
        Evaluation evaluation = Evaluator.Evaluate(reversed, [.. program.Arguments, output]);
        gradient = [.. Enumerable.Range(1, 3).Select(k => evaluation.Results[k].Real.Hi), .. Enumerable.Range(0, 4).Select(k => output[k].Real.Hi)];
        return evaluation;
    }

    private static Request RequestFor(RandomProgram program, string type) => new(
        type + ".F", "", ["static partial class " + type], "F", "F", "public", true,
        Companions.Gradient | Companions.Tangent | Companions.Adjoint | Companions.Jacobian | Companions.Hessian | Companions.Taylor,
        Rounding.Fast, ScalarType.Double, [.. RandomProject.Parameters], program.Module)
    {
        Return = RandomProject.Scalar("result"),
        TaylorOrder = 3,
    };
}
