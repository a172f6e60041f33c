using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Proxima.Generator.Diagnostics;

namespace Proxima.CodeFixes;

/// <summary>Writes what a diagnostic says to write. One at a time: the value changes, in type, at an edge of the domain, or because it was wrong.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OtherFormFix)), Shared]
public sealed class OtherFormFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [DiagnosticIds.SmallPower, DiagnosticIds.RootOfSquares, DiagnosticIds.IntegerDivision, DiagnosticIds.MathOnFloat];

    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Replacing.Register(context, nameof(OtherFormFix));
        return Task.CompletedTask;
    }
}
