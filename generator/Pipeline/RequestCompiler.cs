using System;
using System.Linq;
using System.Threading;
using Proxima.Generator.Approximation;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline.Proofs;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// Request → text and notes. Pure: equal requests give equal bytes, and an exception in a pass becomes one note that names the function and the pass.
/// </summary>
internal static class RequestCompiler
{
    /// <param name="token">Ends a long search; nothing is kept of it.</param>
    public static Compiled Compile(Request request, CancellationToken token = default) => ContentCache<Compiled>.Get(request, r => CompileAnew(r, token));

    private static Compiled CompileAnew(Request request, CancellationToken token)
    {
        string stage = "Normalise";
        try
        {
            Module normal = Nesting.Normalise(request.Module);
            stage = "Findings";
            EquatableArray<Note> findings = request.IsCheaperAlone ? [] : Findings.Of(request, normal.Main); // nothing is differentiated
            SurrogatePrograms? surrogates = Surrogates.Of(request, normal, transform => stage = transform, out EquatableArray<Note> explanations);
            findings = findings.Concat(explanations).ToEquatableArray();
            if (findings.Any(static n => Findings.IsError(n.Id)))
            {
                return new("", findings);
            }
            Derivatives derivatives = new(request, normal, transform => stage = transform);
            Enclosures? enclosures = Enclosures.Of(request, normal, transform => stage = transform, out EquatableArray<Note> bounds);
            stage = "Proofs";
            ModelProofs? proofs = ModelProofs.Of(request, enclosures, bounds);
            if (proofs is { IsRefused: true })
            {
                return new("", findings.Concat(proofs.Notes).Concat(enclosures?.Notes ?? []).ToEquatableArray());
            }
            Approximated? approximation = Approximations.Of(request, normal, transform => stage = transform, token, out EquatableArray<Note> approximations);
            Tabulated? table = Tabulations.Of(request, normal, transform => stage = transform, token, out EquatableArray<Note> tables);
            approximations = approximations.Concat(tables).ToEquatableArray();
            if (request.IsCheaperAlone && approximation is null && table is null)
            {
                return new("", findings.Concat(approximations).ToEquatableArray());
            }
            stage = "Sparsity";
            Patterns patterns = Patterns.Of(request, normal.Main);
            Parts parts = Parts.Of(request, derivatives, findings, patterns.Programs, surrogates) with { Enclosures = enclosures, Proofs = proofs, Approximation = approximation, Table = table, Surrogates = surrogates };
            stage = "Backend";
            (string source, string widths) = FileWriter.Write(request, parts);
            return new(source, findings.Concat(Findings.Of(request, derivatives.Memory)).Concat(patterns.Notes).Concat(bounds).Concat(proofs?.Notes ?? []).Concat(approximations).ToEquatableArray()) { Widths = widths };
        }
        catch (NestingException nesting)
        {
            return new("", [new Note("PRX0123", -1, [nesting.Companion, request.Method, nesting.Message])]);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException and not OperationCanceledException)
        {
            return new("", [new Note("PRX0901", -1, [request.Method, stage, exception.GetType().Name + ": " + exception.Message])]);
        }
    }
}
