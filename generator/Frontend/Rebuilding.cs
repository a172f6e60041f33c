using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>
/// C# that makes a struct again from its numbers: <c>{0}</c>, <c>{1}</c> … stand for the leaves by their position, other state is copied from the
/// parameter: <c>p with { X = {0}, Y = {1} }</c>, or <c>new T({0}, {1})</c> where members cannot be set. What is made from nothing has no other state:
/// <c>new T { X = {0}, Y = {1} }</c>.
/// </summary>
internal sealed class Rebuilding(Compilation compilation, IMethodSymbol model, string name, Location location, bool isNew)
{
    public string Of(ITypeSymbol type, string access, IReadOnlyList<Leaf> leaves) => Rebuild(type, access, leaves);

    private string Rebuild(ITypeSymbol type, string access, IReadOnlyList<Leaf> leaves)
    {
        IReadOnlyList<Field> fields = Types.FieldsOf(type)!;
        string[] parts = fields.Select(field => Part(field, access, leaves)).ToArray();
        if (type.IsTupleType && parts.Length > 1)
        {
            return "(" + string.Join(", ", parts) + ")";
        }
        if (ConstructorFor(type, fields) is { } constructor)
        {
            string[] ordered = constructor.Parameters.Select(p => parts[IndexFor(fields, p)]).ToArray();
            return $"new {TypeTexts.Of(type)}({string.Join(", ", ordered)})";
        }
        List<string> changes = [];
        for (int i = 0; i < fields.Count; i++)
        {
            if (!HasReals(fields[i].Type))
            {
                continue;
            }
            ISymbol member = Member(fields[i]);
            if (!IsSettable(member))
            {
                throw new Problem(DiagnosticIds.StructVariable, location, name, model.Name, type.Name, member.Name);
            }
            changes.Add($"{Text.Escape(member.Name)} = {parts[i]}");
        }
        return (isNew ? "new " + TypeTexts.Of(type) : access + " with") + $" {{ {string.Join(", ", changes)} }}";
    }

    private string Part(Field field, string access, IReadOnlyList<Leaf> leaves)
    {
        string part = access + "." + Text.Escape(field.Symbol is IFieldSymbol { IsExplicitlyNamedTupleElement: true } named ? named.Name : field.Name);
        if (Types.ScalarOf(field.Type) is not { } scalar)
        {
            return HasReals(field.Type) ? Rebuild(field.Type, part, leaves) : part;
        }
        return scalar.IsReal() ? "{" + Text.Of(leaves.Select(static l => l.Access).ToList().IndexOf(part)) + "}" : part;
    }

    private static bool HasReals(ITypeSymbol type) => Types.LeavesOf(type)!.Any(static leaf => leaf.Type.IsReal());

    private static ISymbol Member(Field field) => field.Symbol is IFieldSymbol { AssociatedSymbol: { } property } ? property : field.Symbol!;

    private bool IsSettable(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly && IsAccessible(field),
        IPropertySymbol { SetMethod: { } setter } => IsAccessible(setter),
        _ => false,
    };

    private bool IsAccessible(ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, model.ContainingType);

    /// <summary>A constructor with one parameter for each field, by name and type: preferred when some member cannot be set, and for vectors.</summary>
    private IMethodSymbol? ConstructorFor(ITypeSymbol type, IReadOnlyList<Field> fields)
    {
        bool isKnown = Types.FullName(type).StartsWith("System.Numerics.", StringComparison.Ordinal);
        if (!isKnown && fields.All(field => !HasReals(field.Type) || IsSettable(Member(field))))
        {
            return null;
        }
        return ((INamedTypeSymbol)type).InstanceConstructors.FirstOrDefault(constructor =>
            constructor.Parameters.Length == fields.Count && IsAccessible(constructor) && constructor.Parameters.All(p => IndexFor(fields, p) >= 0));
    }

    private static int IndexFor(IReadOnlyList<Field> fields, IParameterSymbol parameter)
    {
        for (int i = 0; i < fields.Count; i++)
        {
            if (string.Equals(fields[i].Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(fields[i].Type, parameter.Type))
            {
                return i;
            }
        }
        return -1;
    }
}
