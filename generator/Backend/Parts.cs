using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Pipeline.Proofs;

namespace Proxima.Generator.Backend;

/// <summary>What a file is written from: the functions of the companions that were asked for and those that these need.</summary>
internal sealed record Parts(
    Module Value, Module? Gradient, Module? RowGradient, IReadOnlyList<PointCompanion> Points, IReadOnlyList<MatrixCompanion> Matrices, IReadOnlyList<Function> Callees, IReadOnlyList<string> Notes)
{
    /// <summary>The bounds, where they were asked for and exist.</summary>
    public Enclosures? Enclosures { get; init; }

    /// <summary>The approximation, where it was asked for and is proved.</summary>
    public Approximation.Approximated? Approximation { get; init; }

    /// <summary>The table, where it was asked for and there is one.</summary>
    public Approximation.Tabulated? Table { get; init; }

    /// <summary>What explanations are made of, where they were asked for.</summary>
    public SurrogatePrograms? Surrogates { get; init; }

    /// <summary>What was proved at build time, where there was something to prove.</summary>
    public ModelProofs? Proofs { get; init; }

    public static Parts Of(Request request, Derivatives derivatives, EquatableArray<Note> findings, IEnumerable<SparseMatrix> patterns, SurrogatePrograms? surrogates)
    {
        // The gradient of steps is 0 wherever there is one: only who asks for it gets it written out.
        bool explainsSlopes = surrogates is not (null or { Pieces: Transforms.Surrogates.Pieces.Steps });
        bool Asks(Companions companion) => request.Companions.HasFlag(companion);
        bool isResidual = !request.IsScalar && (Asks(Companions.Tangent) || Asks(Companions.Adjoint) || Asks(Companions.Jacobian));
        List<Module> modules = [];
        Module Used(Module module)
        {
            modules.Add(module);
            return module;
        }
        Module? gradient = Asks(Companions.Gradient) || ((Asks(Companions.Hessian) || request.Bounds is not null || explainsSlopes) && request.IsScalar) ? Used(derivatives.GradientOfPoint) : null;
        Module? rows = gradient is not null && Asks(Companions.Batch) && (Asks(Companions.Gradient) || Asks(Companions.Hessian)) ? derivatives.Gradient : null;
        IReadOnlyList<string> notes = [derivatives.ModeOfGradient, .. Findings.Remarks(findings, derivatives.Memory)];
        List<PointCompanion> points = [];
        if (Asks(Companions.Tangent) || isResidual)
        {
            points.Add(new("Tangent", "its derivative along a direction", Used(derivatives.Tangent()).Main, Operands.Directions(request, "t"), Operands.Tangents(request), Findings.Remarks(findings, [])) { IsPublic = Asks(Companions.Tangent) });
        }
        if (Asks(Companions.Adjoint) || isResidual)
        {
            points.Add(new("Adjoint", "the derivative of the weighted sum of its results", Used(derivatives.Adjoint(isOnePoint: true)).Main, Operands.Seeds(request), Operands.Derivatives(request, "d", "the derivative with respect to"), Findings.Remarks(findings, derivatives.Memory)) { IsPublic = Asks(Companions.Adjoint), ShowsSources = true });
        }
        if (Asks(Companions.Hessian))
        {
            points.Add(new("HessianProduct", "the product of its Hessian with a direction", Used(derivatives.HessianProduct()).Main, Operands.Directions(request, "v"), Operands.Derivatives(request, "h", "the product's part for"), Findings.Remarks(findings, derivatives.Memory)));
        }
        if (Asks(Companions.Taylor))
        {
            points.Add(new("Taylor", "the Taylor coefficients of F(x + t·v) in t", Used(derivatives.Series()).Main, Operands.Directions(request, "v"), [], Findings.Remarks(findings, [])) { Series = ("coefficients", "Receives the coefficients of order 0 to " + request.TaylorOrder + ".") });
        }
        List<MatrixCompanion> matrices = [];
        if (Asks(Companions.Jacobian))
        {
            matrices.Add(MatrixCompanion.Jacobian(request, derivatives));
        }
        if (Asks(Companions.Hessian))
        {
            matrices.Add(MatrixCompanion.Hessian(request, derivatives));
        }
        foreach (SparseMatrix sparse in patterns)
        {
            matrices.Add(MatrixCompanion.Values(request, derivatives, sparse));
        }
        Module value = derivatives.Value;
        if (gradient is null || request.ValueMethod() != request.Method)
        {
            _ = points.Count > 0 || request.ValueMethod() != request.Method ? Used(value) : value;
        }
        Function[] callees = [.. modules.SelectMany(static m => m.Callees).Concat(matrices.SelectMany(static m => m.Callees)).GroupBy(static c => c.Name).Select(static g => g.First())];
        return new(value, gradient, rows, points, matrices, callees, notes);
    }
}
