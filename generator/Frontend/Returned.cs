using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>
/// What a model returns, described like a parameter called <c>result</c>: its numbers are leaves, <c>result.Position.X</c> under the name
/// <c>resultPositionX</c>, and C# that makes it from them.
/// </summary>
internal static class Returned
{
    private const string Name = "result";

    public static ModelParameter Of(IMethodSymbol method, Compilation compilation)
    {
        ITypeSymbol type = method.ReturnType;
        ScalarType real = Outcomes.TypeOf(method);
        bool isScalar = Types.IsReal(type);
        List<Leaf> leaves = [];
        Add(method, compilation, type, Name, Name, leaves);
        string rebuild = isScalar ? "{0}" : new Rebuilding(compilation, method, Name, method.Locations[0], isNew: true).Of(type, Name, leaves);
        return new(Name, TypeTexts.Of(type), TypeTexts.CrefOf(type), "", isScalar ? ParameterShape.Scalar : ParameterShape.Struct, real, leaves.ToEquatableArray(), rebuild);
    }

    private static void Add(IMethodSymbol method, Compilation compilation, ITypeSymbol type, string access, string name, List<Leaf> leaves)
    {
        if (Types.ScalarOf(type) is { } scalar)
        {
            leaves.Add(new(access, name, scalar, false));
            return;
        }
        foreach (Field field in Types.FieldsOf(type)!)
        {
            ISymbol member = field.Symbol is IFieldSymbol { AssociatedSymbol: { } property } ? property : field.Symbol!;
            if (!compilation.IsSymbolAccessibleWithin(member, method.ContainingType))
            {
                throw new Problem(DiagnosticIds.ReturnType, method.Locations[0], method.Name, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            }
            string part = field.Symbol is IFieldSymbol { IsExplicitlyNamedTupleElement: true } named ? named.Name : field.Name;
            Add(method, compilation, field.Type, access + "." + Text.Escape(part), name + Text.Capital(part), leaves);
        }
    }
}
