using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;

namespace Proxima.Analyzers.Quality;

/// <summary>
/// Finds what loses digits or time as it is written: in models, and in all code of the files for which <c>.editorconfig</c> says <c>proxima_accuracy = all</c>.
/// The diagnostic carries what to write instead, for <c>StableFormFix</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QualityAnalyzer : DiagnosticAnalyzer
{
    private const string Option = "proxima_accuracy";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.Quality;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(
            Look,
            OperationKind.Invocation, OperationKind.Binary, OperationKind.Conversion, OperationKind.CompoundAssignment, OperationKind.SimpleAssignment);
    }

    private static void Look(OperationAnalysisContext context)
    {
        if (FindingOf(context.Operation, context.Compilation) is not { } finding || !IsWatched(context))
        {
            return;
        }
        ImmutableDictionary<string, string?> properties = finding.Replacement is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, finding.Replacement);
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.Find(finding.Id), finding.Place.GetLocation(), properties, finding.Arguments));
    }

    private static Finding? FindingOf(IOperation operation, Compilation compilation) => operation switch
    {
        IInvocationOperation call => LostDigits.OfLogarithm(call) ?? DearCalls.OfPower(call) ?? DearCalls.OfRoot(call),
        IBinaryOperation binary => LostDigits.OfDifference(binary) ?? LostPrecision.OfEquality(binary),
        IConversionOperation conversion => LostPrecision.OfDivision(conversion) ?? DearCalls.OfFloat(conversion, compilation),
        ICompoundAssignmentOperation assignment => LostPrecision.OfSum(assignment),
        ISimpleAssignmentOperation assignment => LostPrecision.OfSum(assignment),
        _ => null,
    };

    private static bool IsWatched(OperationAnalysisContext context)
    {
        for (ISymbol? symbol = context.ContainingSymbol; symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
        {
            if (ModelMethods.IsModel(method))
            {
                return true;
            }
        }
        return context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree).TryGetValue(Option, out string? scope)
            && scope.Trim().Equals("all", System.StringComparison.OrdinalIgnoreCase);
    }
}
