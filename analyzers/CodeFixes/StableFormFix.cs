using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Proxima.Generator.Diagnostics;

namespace Proxima.CodeFixes;

/// <summary>Writes the form that keeps its digits. Its value is nowhere farther from the exact one, so that all of a solution can be fixed at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StableFormFix)), Shared]
public sealed class StableFormFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [DiagnosticIds.LogarithmNearOne, DiagnosticIds.ExponentialLessOne, DiagnosticIds.CosineNearOne, DiagnosticIds.DifferenceOfSquares];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Replacing.Register(context, nameof(StableFormFix));
        return Task.CompletedTask;
    }
}
