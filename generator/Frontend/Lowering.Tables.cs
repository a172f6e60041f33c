using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>Tables: arrays of constants that nothing writes become part of the function.</content>
internal sealed partial class Lowering
{
    /// <summary>The array of constants that a member or local is initialised with, or null when it is something else.</summary>
    private View? TableOf(ISymbol symbol, ITypeSymbol type, string name, IOperation? initial = null)
    {
        if (_function.TableViews.TryGetValue(symbol, out View known))
        {
            return known;
        }
        if (Types.ElementOf(type) is null || (initial is null && IsWrittenAtStart(symbol)) || (initial ?? _bodies.InitializerOf(symbol)) is not { } value)
        {
            return null;
        }
        List<Constant> constants = [];
        List<int> shape = [];
        ITypeSymbol element = Innermost(type);
        if (Types.ScalarOf(element) is not { } scalar || !Collect(WithoutConversions(value), scalar, 0, shape, constants) || constants.Count is 0 or > LongestTable)
        {
            return null;
        }
        // Rows of different lengths do not fill the rectangle.
        if (shape.Aggregate(1, static (a, b) => a * b) != constants.Count)
        {
            return null;
        }
        string table = symbol is ILocalSymbol ? Fresh(name) : _function.Names.Foreign(char.ToLowerInvariant(name[0]) + name.Substring(1));
        _function.Tables.Add(new(table, scalar, constants.Select(static c => c.Bits).ToEquatableArray()));
        _function.ConstantArrays.Add(table);
        View view = new(element, [table], Build.Int(0), shape.Select(static size => (Expression)Build.Int(size)).ToArray()) { IsWhole = shape.Count == 1 };
        if (symbol is not ILocalSymbol)
        {
            HeldMembers.Add(symbol);
            _function.TableViews.Add(symbol, view);
        }
        return view;
    }

    /// <summary>A constructor may give a static member another value than its initializer.</summary>
    private static bool IsWrittenAtStart(ISymbol member) => member is IFieldSymbol or IPropertySymbol && member.ContainingType.StaticConstructors.Any(static c => !c.IsImplicitlyDeclared);

    private static ITypeSymbol Innermost(ITypeSymbol type) => Types.ElementOf(type) is { } element ? Innermost(element) : type;

    private static bool Collect(IOperation value, ScalarType scalar, int depth, List<int> shape, List<Constant> constants)
    {
        IReadOnlyList<IOperation>? items = value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IArrayInitializerOperation initializer => initializer.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => null,
        };
        if (items is null)
        {
            return false;
        }
        if (shape.Count == depth)
        {
            shape.Add(items.Count);
        }
        else if (shape[depth] != items.Count)
        {
            return false;
        }
        foreach (IOperation item in items)
        {
            if (item.ConstantValue is { HasValue: true, Value: { } constant })
            {
                if (Literals.Of(scalar, constant) is not { } literal)
                {
                    return false;
                }
                constants.Add(literal);
            }
            else if (!Collect(WithoutConversions(item), scalar, depth + 1, shape, constants))
            {
                return false;
            }
        }
        return true;
    }
}
