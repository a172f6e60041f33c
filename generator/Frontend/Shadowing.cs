using System.Linq;
using Microsoft.CodeAnalysis;
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

    public static EquatableArray<string> Of(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model)
    {
        int position = syntax.Body?.OpenBraceToken.Span.End ?? syntax.ExpressionBody?.Expression.SpanStart ?? syntax.Identifier.Span.End;
        return s_names.Where(name => IsHidden(name.Name, name.Space, method, position, model)).Select(static name => name.Space + "." + name.Name).ToEquatableArray();
    }

    private static bool IsHidden(string name, string space, IMethodSymbol method, int position, SemanticModel model) =>
        method.Parameters.Any(parameter => parameter.Name == name)
        || model.LookupSymbols(position, name: name).Any(symbol => symbol is not INamedTypeSymbol type || type.ContainingNamespace.ToDisplayString() != space);
}
