using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <summary>Which names of generated code mean something else where the model stands: a type, member or parameter of the user's hides ours.</summary>
internal static class Shadowing
{
    private static readonly (string Name, string Space)[] s_names =
    [
        ("Batch", "Proxima"), ("Workspace", "Proxima"), ("Tape", "Proxima"), ("VectorMath", "Proxima"), ("Special", "Proxima"), ("IFunction", "Proxima"), ("IGradient", "Proxima"), ("IHessianProduct", "Proxima"), ("IResidual", "Proxima"), ("Sparsity", "Proxima"), ("SharedRows", "Proxima"), ("SharedOutput", "Proxima"),
        ("Interval", "Proxima"), ("Boxes", "Proxima"), ("Form", "Proxima"), ("FormTruth", "Proxima"), ("Truth", "Proxima"), ("Norm", "Proxima"), ("Dense", "Proxima"), ("IEnclosure", "Proxima"), ("ILinearEnclosure", "Proxima"), ("IRoundOff", "Proxima"), ("IntervalSpan", "Proxima"), ("ReadOnlyIntervalSpan", "Proxima"),
        ("Explain", "Proxima"), ("ISurrogate", "Proxima"), ("SurrogateStructure", "Proxima"), ("SurrogateTerm", "Proxima"), ("SurrogatePieces", "Proxima"), ("SurrogateInSingle", "Proxima"),
        ("Math", "System"), ("MathF", "System"), ("Span", "System"), ("ReadOnlySpan", "System"), ("OperationCanceledException", "System"), ("ArgumentException", "System"), ("MidpointRounding", "System"), ("Memory", "System"), ("ReadOnlyMemory", "System"),
        ("ParallelOptions", "System.Threading.Tasks"),
        ("Vector512", "System.Runtime.Intrinsics"), ("Vector256", "System.Runtime.Intrinsics"), ("Vector128", "System.Runtime.Intrinsics"), ("MethodImpl", "System.Runtime.CompilerServices"), ("MethodImplOptions", "System.Runtime.CompilerServices"), ("Avx512F", "System.Runtime.Intrinsics.X86"),
    ];

    private static readonly HashSet<string> s_written = [.. s_names.Select(static name => name.Name)];

    /// <summary>What a type hides in its body, looked up once for all models in it: an edit makes a new compilation, and every model is read again.</summary>
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<TypeDeclarationSyntax, (string Name, string Space)[]>> s_found = new();

    public static EquatableArray<string> Of(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model)
    {
        IEnumerable<(string Name, string Space)> hidden = syntax.Parent is TypeDeclarationSyntax type
            ? s_found.GetOrCreateValue(model.Compilation).GetOrAdd(type, _ => HiddenAt(type.OpenBraceToken.Span.End, model))
            : HiddenAt(syntax.Identifier.Span.End, model);
        HashSet<string> inside = [.. method.Parameters.Select(static parameter => parameter.Name).Where(s_written.Contains)];
        if (syntax.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && s_written.Contains(token.ValueText) && token.Parent is not SimpleNameSyntax))
        {
            // Something in the method is declared with such a name.
            int position = syntax.Body?.OpenBraceToken.Span.End ?? syntax.ExpressionBody?.Expression.SpanStart ?? syntax.Identifier.Span.End;
            hidden = HiddenAt(position, model);
        }
        return s_names.Where(name => inside.Contains(name.Name) || hidden.Contains(name)).Select(static name => name.Space + "." + name.Name).ToEquatableArray();
    }

    private static (string Name, string Space)[] HiddenAt(int position, SemanticModel model) =>
        [.. s_names.Where(name => IsHidden(name.Name, name.Space, position, model))];

    private static bool IsHidden(string name, string space, int position, SemanticModel model) =>
        model.LookupSymbols(position, name: name).Any(symbol => symbol is not INamedTypeSymbol type || type.ContainingNamespace.ToDisplayString() != space);
}
