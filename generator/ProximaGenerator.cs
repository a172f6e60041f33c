using System;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Proxima.Generator.Approximation;
using Proxima.Generator.Frontend;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator;

/// <summary>Reads the annotated methods, compiles each request, and adds one file per model. It reports nothing: that is the analyzers' part.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProximaGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<LockFile> locks = context.AdditionalTextsProvider
            .Where(static file => LockFile.IsNamed(file.Path))
            .Select(static (file, token) => LockFile.Parse(file.GetText(token)?.ToString() ?? ""))
            .Collect()
            .Select(static (files, _) => Locks.Joined(files))
            .WithTrackingName(StepNames.Locks);
        foreach ((string attribute, Companions companion) in Annotation.Asking)
        {
            Register(context, locks, attribute, StepNames.Requests(companion), StepNames.Files(companion));
        }
    }

    private static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<LockFile> locks, string attribute, string requestStep, string fileStep)
    {
        IncrementalValuesProvider<Request?> requests = context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (node, _) => node is MethodDeclarationSyntax, (match, token) => Read(match, attribute, token))
            .WithTrackingName(requestStep);
        IncrementalValuesProvider<(string Hint, string Source, string Widths)> files = requests.Combine(locks)
            .Select(static (pair, _) => pair.Left is { } request ? Locks.Apply(request, pair.Right) : null)
            .Select(Compile).WithTrackingName(fileStep);
        context.RegisterSourceOutput(files, static (output, file) =>
        {
            if (file.Source.Length > 0)
            {
                output.AddSource(file.Hint, SourceText.From(file.Source, Encoding.UTF8));
            }
            if (file.Widths.Length > 0)
            {
                output.AddSource(HintName.Widths(file.Hint), SourceText.From(file.Widths, Encoding.UTF8));
            }
        });
    }

    private static Request? Read(GeneratorAttributeSyntaxContext match, string attribute, CancellationToken token)
    {
        try
        {
            return match.TargetSymbol is IMethodSymbol method && Annotation.IsReadAt(method, attribute)
                ? Readings.Read(method, (MethodDeclarationSyntax)match.TargetNode, match.SemanticModel, token)
                : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The analyzers run the same code and report it.
            return null;
        }
    }

    private static (string Hint, string Source, string Widths) Compile(Request? request, CancellationToken token)
    {
        if (request is null)
        {
            return ("", "", "");
        }
        token.ThrowIfCancellationRequested();
        try
        {
            Compiled compiled = RequestCompiler.Compile(request, token);
            return (HintName.Of(request.Identity), compiled.Source, compiled.Widths);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return ("", "", "");
        }
    }
}
