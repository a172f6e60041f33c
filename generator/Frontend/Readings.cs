using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>
/// Requests by the model they were read from. Every edit makes a new compilation, in which every model is read again; as long as nothing outside of bodies has changed
/// (<see cref="Declarations"/>), and no file whose bodies the model calls, it would be the same request.
/// </summary>
internal static class Readings
{
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<int, Reading>> s_found = new();

    private sealed record Reading(Declarations Declarations, SyntaxTree[] Files, Request? Request);

    public static Request? Read(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken token)
    {
        Declarations declarations = Declarations.Of(model.Compilation, token);
        ConcurrentDictionary<int, Reading> known = s_found.GetOrCreateValue(syntax.SyntaxTree);
        if (known.TryGetValue(syntax.SpanStart, out Reading? reading) && reading.Declarations.Equals(declarations) && reading.Files.All(model.Compilation.ContainsSyntaxTree))
        {
            return reading.Request;
        }
        HashSet<SyntaxTree> files = [];
        Request? request = RequestReader.Read(method, syntax, model, new SilentSink(), token, files);
        known[syntax.SpanStart] = new(declarations, [.. files], request);
        return request;
    }
}
