using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Proxima.Generator.Approximation;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Frontend;
using Proxima.Generator.Pipeline;

namespace Proxima.Analyzers;

/// <summary>Reads and compiles every annotated method as the generator does, and reports what the generator keeps to itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        // By file, not by method: a diagnostic of a method may stand at its type, and fixes are only offered where an action looked.
        context.RegisterCompilationStartAction(static start =>
        {
            HeldMembers held = new();
            start.RegisterSemanticModelAction(context => AnalyseFile(context, held));
            start.RegisterOperationAction(held.See, OperationKind.ArrayElementReference);
            start.RegisterCompilationEndAction(held.Report);
        });
    }

    private static void AnalyseFile(SemanticModelAnalysisContext context, HeldMembers held)
    {
        SyntaxNode root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        Rules? rules = null;
        foreach (MethodDeclarationSyntax syntax in root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static method => method.AttributeLists.Count > 0))
        {
            if (context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } method)
            {
                continue;
            }
            rules ??= new(context.SemanticModel.Compilation, context.CancellationToken);
            foreach (Problem problem in rules.ProblemsOf(method))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.Find(problem.Id), problem.Location, problem.Arguments));
            }
            if (ModelMethods.IsModel(method))
            {
                Analyse(syntax, method, context.SemanticModel, () => LockOf(context), held, context.ReportDiagnostic, context.CancellationToken);
            }
        }
    }

    /// <summary>What is said about one model, wherever it stands.</summary>
    internal static void Analyse(MethodDeclarationSyntax syntax, IMethodSymbol method, SemanticModel model, Func<LockFile> locks, HeldMembers held, Action<Diagnostic> report, CancellationToken token)
    {
        ReportingSink sink = new(report, held.Add, syntax.Identifier.GetLocation());
        try
        {
            if (RequestReader.Read(method, syntax, model, sink, token) is { } read)
            {
                Request request = read.Approximation is null ? read : Locks.Apply(read, locks());
                Compiled compiled = RequestCompiler.Compile(request, token);
                foreach (Note note in compiled.Source.Length == 0 ? compiled.Notes : compiled.Notes.Concat(Cancellations.Of(request)))
                {
                    sink.Report(note.Id, Parameter(note, method) ?? Claim(note, method) ?? OfApproximation(note, method) ?? sink.At(note.Origin), [.. note.Arguments]);
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            sink.Report(
                DiagnosticIds.InternalError, sink.At(-1), method.ToDisplayString(), exception.TargetSite?.DeclaringType?.Name ?? "the compiler", exception.Message);
        }
    }

    /// <summary>The lock files that the generator sees.</summary>
    private static LockFile LockOf(SemanticModelAnalysisContext context) =>
        Locks.Joined(context.Options.AdditionalFiles.Where(static file => LockFile.IsNamed(file.Path)).Select(file => LockFile.Parse(file.GetText(context.CancellationToken)?.ToString() ?? "")));

    /// <summary>What is said about a variable as a whole stands at its parameter.</summary>
    private static Location? Parameter(Note note, IMethodSymbol method) =>
        note.Id is DiagnosticIds.IndependentVariable or DiagnosticIds.MatrixBatch or DiagnosticIds.ClaimWithoutDomain or DiagnosticIds.ParameterInTheWay ? method.Parameters.FirstOrDefault(parameter => parameter.Name == note.Arguments[0])?.Locations.FirstOrDefault() : null;

    /// <summary>What is said about <c>[Approximate]</c> stands there, or at the argument in question.</summary>
    private static Location? OfApproximation(Note note, IMethodSymbol method)
    {
        if (note.Id is not (DiagnosticIds.TooManyVariables or DiagnosticIds.OptionOfOneVariable)
            || method.GetAttributes().FirstOrDefault(static a => a.AttributeClass?.ToDisplayString() == "Proxima.ApproximateAttribute")?.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax attribute)
        {
            return null;
        }
        return attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == note.Arguments[0])?.GetLocation() ?? attribute.GetLocation();
    }

    /// <summary>What is said about a claim stands at its attribute.</summary>
    private static Location? Claim(Note note, IMethodSymbol method) => note is { Id: DiagnosticIds.ClaimRefuted or DiagnosticIds.ClaimNotProved, Origin: < 0 }
        ? method.GetAttributes().FirstOrDefault(attribute => Annotation.ClaimOf(attribute) == note.Arguments[0])?.ApplicationSyntaxReference?.GetSyntax().GetLocation()
        : null;
}
