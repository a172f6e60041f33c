using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>Data that belongs to the caller: fields, properties of constant parameters, lists, jagged arrays. It is only read.</content>
internal sealed partial class Lowering
{
    private OutsidePlace FromOutside(IOperation operation, string text, EquatableArray<Expression> arguments, ITypeSymbol type, string name) =>
        new(OutsideValue(operation, text, arguments, type), name);

    private Value OutsideValue(IOperation? operation, string text, EquatableArray<Expression> arguments, ITypeSymbol type)
    {
        if (Types.ScalarOf(type) is { } scalar)
        {
            string cast = type.TypeKind == TypeKind.Enum ? "(" + scalar.Keyword() + ")" : "";
            return new Scalar(new External(scalar, cast + text, arguments));
        }
        if (Types.FieldsOf(type) is { } fields && fields.All(field => field.Symbol is { } symbol && IsAccessible(symbol is IFieldSymbol { AssociatedSymbol: { } property } ? property : symbol)))
        {
            return new Composite(type, fields.Select(field => OutsideValue(operation, text + "." + Text.Escape(field.Name), arguments, field.Type)).ToArray());
        }
        return new Outside(text, arguments, type);
    }

    private bool IsAccessible(ISymbol symbol) => _compilation.IsSymbolAccessibleWithin(symbol, _model.ContainingType);

    private void RequireAccess(IOperation operation, ISymbol symbol)
    {
        if (!IsAccessible(symbol))
        {
            throw Unsupported(operation, $"'{symbol.Name}' of '{symbol.ContainingType.Name}'", "make it accessible from the model, or pass it as a parameter");
        }
    }

    private OutsidePlace OutsideMember(IMemberReferenceOperation reference, Outside outside)
    {
        ISymbol member = reference.Member;
        ITypeSymbol type = TypeOf(reference);
        if (member is IPropertySymbol property)
        {
            if (IsPlainRead(property))
            {
                return FromOutside(reference, outside.Text + "." + Text.Escape(member.Name), outside.Arguments, type, member.Name);
            }
            return new(Invoke(reference, property.GetMethod!, new Argument(outside, null), [], isRead: true) ?? throw UnsupportedExpression(reference), member.Name);
        }
        RequireAccess(reference, member);
        return FromOutside(reference, outside.Text + "." + Text.Escape(member.Name), outside.Arguments, type, member.Name);
    }

    /// <summary>True for properties that read a field: the compiler's own, and those of arrays, spans, memory and collections.</summary>
    private bool IsPlainRead(IPropertySymbol property)
    {
        if (property.GetMethod is not { } getter || property.IsAbstract || property.IsVirtual || property.IsOverride)
        {
            return property.Name is "Count" or "Length" && property.ContainingNamespace.ToDisplayString().StartsWith("System", System.StringComparison.Ordinal);
        }
        if (property.DeclaringSyntaxReferences.Length > 0)
        {
            return _bodies.Of(getter) is null && IsAccessible(property);
        }
        return property.Name is "Length" or "Count" or "LongLength" or "Span" or "IsEmpty" or "Rank" && property.ContainingNamespace.ToDisplayString().StartsWith("System", System.StringComparison.Ordinal);
    }

    private Place OutsideElement(IOperation operation, Outside outside, Expression[] indices)
    {
        ITypeSymbol element = outside.Type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol named when Types.ElementOf(named) is { } item => item,
            INamedTypeSymbol named when IsList(named) => named.TypeArguments[0],
            _ => throw new Problem(DiagnosticIds.UnknownCallee, operation.Syntax.GetLocation(), outside.Type.ToDisplayString() + ".this[]", _model.Name),
        };
        int first = outside.Arguments.Count;
        string places = string.Join(", ", indices.Select((_, i) => "{" + Text.Of(first + i) + "}"));
        return FromOutside(operation, $"{outside.Text}[{places}]", outside.Arguments.Concat(indices).ToEquatableArray(), element, outside.Text.Split('[', '{')[0]);
    }

    private static bool IsList(INamedTypeSymbol type) =>
        type is { TypeArguments.Length: 1, Name: "List" or "IList" or "IReadOnlyList" or "ImmutableArray" } && type.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Immutable";

    private Expression OutsideCount(IOperation operation, Outside outside) => outside.Type switch
    {
        IArrayTypeSymbol => new External(ScalarType.Int, outside.Text + ".Length", outside.Arguments),
        _ when Types.ElementOf(outside.Type) is not null => new External(ScalarType.Int, outside.Text + ".Length", outside.Arguments),
        INamedTypeSymbol { Name: "ImmutableArray" } named when IsList(named) => new External(ScalarType.Int, outside.Text + ".Length", outside.Arguments),
        INamedTypeSymbol named when IsList(named) => new External(ScalarType.Int, outside.Text + ".Count", outside.Arguments),
        _ => throw Unsupported(operation, operation.Syntax.ToString(), "iterate over arrays, spans and lists"),
    };
}
