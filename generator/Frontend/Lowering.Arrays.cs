using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>New arrays: sizes, initialisers, collection expressions, stackalloc.</content>
internal sealed partial class Lowering
{
    private const int LongestTable = 4096;

    private static bool IsStackAllocation(IOperation operation) => operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax;

    private static IOperation WithoutConversions(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => WithoutConversions(conversion.Operand),
        IConversionOperation conversion when Types.ElementOf(conversion.Type) is not null => WithoutConversions(conversion.Operand),
        IParenthesizedOperation parenthesized => WithoutConversions(parenthesized.Operand),
        _ => operation,
    };

    /// <summary>A local that owns a new array gives it its name; one that nothing writes and that holds constants is a table.</summary>
    private bool TryDeclareArray(ILocalSymbol local, ITypeSymbol type, IOperation initial)
    {
        IOperation creation = WithoutConversions(initial);
        if (Types.ElementOf(type) is null || !(creation is IArrayCreationOperation or ICollectionExpressionOperation || IsStackAllocation(creation)))
        {
            return false;
        }
        if (!_frame.IsAssigned(local) && !IsWritten(local) && TableOf(local, type, local.Name, creation) is { } table)
        {
            _frame.Places[local] = new OutsidePlace(table, local.Name);
            return true;
        }
        bool isRenewed = _frame.Effects.Buffers.Of(local) is { } renewed && IsRenewed(renewed, creation);
        if (!isRenewed && _frame.Effects.Buffers.Of(local) is { } buffers)
        {
            DeclareBuffer(local, buffers, creation);
            return true;
        }
        Value array = LowerNewArray(creation, local.Name, local, Types.ElementOf(type));
        if (isRenewed)
        {
            _frame.Places[local] = new Fixed(array);
            _renewed.Add(local);
            return true;
        }
        _frame.Places[local] = Declare(creation, type, local.Name, array, _frame.IsAssigned(local));
        return true;
    }

    private bool IsWritten(ILocalSymbol local)
    {
        for (Frame? frame = _frame; frame is not null; frame = frame.Lexical)
        {
            if (frame.Effects.IsWritten(local))
            {
                return true;
            }
        }
        return false;
    }

    private Value LowerNewArray(IOperation creation, string name, ILocalSymbol? local = null, ITypeSymbol? elementType = null)
    {
        if (IsStackAllocation(creation))
        {
            return LowerStackAllocation(creation, name, elementType);
        }
        if (creation is ICollectionExpressionOperation collection)
        {
            ITypeSymbol item = Types.ElementOf(TypeOf(collection)) ?? throw UnsupportedType(collection, TypeOf(collection));
            return item is IArrayTypeSymbol inner
                ? NewJaggedRows(collection, inner.ElementType, collection.Elements, name)
                : NewCollection(collection, item, collection.Elements, name);
        }
        IArrayCreationOperation array = (IArrayCreationOperation)creation;
        if (TypeOf(array) is not IArrayTypeSymbol type)
        {
            throw UnsupportedType(array, TypeOf(array));
        }
        if (type.ElementType is IArrayTypeSymbol row)
        {
            return NewJagged(array, row, name, local);
        }
        Expression[] sizes = InOrder(array.DimensionSizes.Select(size => new Func<Value>(() => new Scalar(Sized(size)))).ToArray()).Select(static v => ((Scalar)v).Expression).ToArray();
        if (Types.LeavesOf(type.ElementType) is null && array.Initializer?.ElementValues.FirstOrDefault() is { } first)
        {
            // What cannot be an element is the smaller problem.
            Lower(first);
        }
        View view = NewArray(creation, type.ElementType, sizes, name);
        if (array.Initializer is not null)
        {
            int next = 0;
            StoreAll(array.Initializer, view, ref next);
        }
        return view;
    }

    private Expression Sized(IOperation size)
    {
        Expression value = LowerScalar(size);
        return value.Type == ScalarType.Int ? value : new Apply(ScalarType.Int, Primitives.Arithmetic.CheckedConvert, [value]);
    }

    private View NewArray(IOperation operation, ITypeSymbol element, Expression[] sizes, string name)
    {
        if (Types.LeavesOf(element) is not { } leaves)
        {
            throw Unsupported(operation, $"an array of '{element.ToDisplayString()}'", "use arrays of numbers, bools, or structs and tuples of them");
        }
        Expression[] dimensions = sizes.Length == 1 ? sizes : sizes.Select(size => Stable(size)).ToArray();
        Expression length = dimensions.Length == 1 ? dimensions[0] : dimensions.Aggregate(MultiplyInt);
        length = leaves.Count > 1 ? Stable(length) : length;
        string[] arrays = new string[leaves.Count];
        for (int i = 0; i < arrays.Length; i++)
        {
            arrays[i] = Fresh(name + leaves[i].Path);
            _function.Arrays.Add(arrays[i]);
            Emit(new NewArray(arrays[i], leaves[i].Type, length));
        }
        if (dimensions.Length == 1 && dimensions[0] is not Constant)
        {
            dimensions = [arrays.Length == 0 ? dimensions[0] : new Length(arrays[0])];
        }
        return new(element, arrays, Build.Int(0), dimensions) { IsWhole = dimensions.Length == 1 };
    }

    private void StoreAll(IArrayInitializerOperation initializer, View view, ref int next)
    {
        foreach (IOperation item in initializer.ElementValues)
        {
            if (item is IArrayInitializerOperation row)
            {
                StoreAll(row, view, ref next);
                continue;
            }
            StoreAt(item, view, Build.Int(next++), Lower(item));
        }
    }

    private void StoreAt(IOperation operation, View view, Expression index, Value value)
    {
        int leaf = 0;
        Place cell = Cells(view.Element, view.Arrays, ref leaf, AddInt(view.Offset, index));
        // A new array holds zeros already.
        if (value is not Scalar { Expression: Constant { Bits: 0 } })
        {
            Write(operation, cell, value);
        }
    }

    private Value NewCollection(IOperation operation, ITypeSymbol element, IReadOnlyList<IOperation> items, string name)
    {
        if (items.All(static item => item is not ISpreadOperation))
        {
            View view = NewArray(operation, element, [Build.Int(items.Count)], name);
            for (int i = 0; i < items.Count; i++)
            {
                StoreAt(items[i], view, Build.Int(i), Lower(items[i]));
            }
            return view;
        }
        // [a, ..b, c]: the parts first, because the length depends on them.
        Value[] parts = InOrder(items.Select(item => new Func<Value>(() => Stable(Lower(item is ISpreadOperation spread ? spread.Operand : item)))).ToArray());
        Expression length = Build.Int(0);
        for (int i = 0; i < parts.Length; i++)
        {
            length = AddInt(length, items[i] is ISpreadOperation spread ? CountOf(spread.Operand, parts[i]) : Build.Int(1));
        }
        View all = NewArray(operation, element, [length], name);
        Expression at = Build.Int(0);
        for (int i = 0; i < parts.Length; i++)
        {
            if (items[i] is not ISpreadOperation spread)
            {
                StoreAt(items[i], all, at, parts[i]);
                at = AddInt(at, Build.Int(1));
                continue;
            }
            Expression count = CountOf(spread.Operand, parts[i]);
            Value source = parts[i];
            Expression start = at;
            Loop(count, index => StoreAlways(operation, all, AddInt(start, index), ConvertTo(spread, ElementOf(spread.Operand, source, [index]), element, isChecked: false)));
            at = AddInt(at, count);
        }
        return all;
    }

    private void StoreAlways(IOperation operation, View view, Expression index, Value value)
    {
        int leaf = 0;
        Write(operation, Cells(view.Element, view.Arrays, ref leaf, AddInt(view.Offset, index)), value);
    }

    /// <summary>A loop of the compiler's own: <c>for (index = 0; index &lt; count; index++)</c>.</summary>
    private void Loop(Expression count, Action<Expression> body)
    {
        string index = _function.Names.Temporary("index");
        Block inside = Inside(() => body(Build.Name(index, ScalarType.Int)));
        Emit(new For(index, Build.Int(0), count, 1, inside));
    }

    private View CopyOf(IOperation operation, View source, string name)
    {
        View stable = new(source.Element, source.Arrays, Stable(source.Offset), source.Dimensions.Select(d => Stable(d)).ToArray());
        View copy = NewArray(operation, source.Element, stable.Dimensions, name);
        View flatSource = Flat(stable), flatCopy = Flat(copy);
        Loop(flatCopy.Length, index => StoreAlways(operation, flatCopy, index, ElementOf(operation, flatSource, [index])));
        return copy;
    }

    private static View Flat(View view) => view.Dimensions.Length == 1 ? view : new(view.Element, view.Arrays, view.Offset, [view.Dimensions.Aggregate(MultiplyInt)]);

    /// <summary>stackalloc has no operation of its own: its size and elements are found in the syntax.</summary>
    private Value LowerStackAllocation(IOperation creation, string name, ITypeSymbol? elementType)
    {
        InitializerExpressionSyntax? initializer = creation.Syntax switch
        {
            StackAllocArrayCreationExpressionSyntax sized => sized.Initializer,
            ImplicitStackAllocArrayCreationExpressionSyntax implicitly => implicitly.Initializer,
            _ => null,
        };
        TypeSyntax? written = creation.Syntax is StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax array } ? array.ElementType : null;
        ITypeSymbol element = (written is not null && _bodies.TypeAt(written) is { } named ? Concrete(named) : elementType)
            ?? (Types.ElementOf(_bodies.TypeAt((ExpressionSyntax)creation.Syntax)) ?? throw UnsupportedExpression(creation));
        if (initializer is null)
        {
            ExpressionSyntax size = ((ArrayTypeSyntax)((StackAllocArrayCreationExpressionSyntax)creation.Syntax).Type).RankSpecifiers[0].Sizes[0];
            return NewArray(creation, element, [Sized(_bodies.Operation(size) ?? throw UnsupportedExpression(creation))], name);
        }
        View view = NewArray(creation, element, [Build.Int(initializer.Expressions.Count)], name);
        for (int i = 0; i < initializer.Expressions.Count; i++)
        {
            IOperation item = _bodies.Operation(initializer.Expressions[i]) ?? throw UnsupportedExpression(creation);
            StoreAt(item, view, Build.Int(i), ConvertTo(item, Lower(item), element, isChecked: false));
        }
        return view;
    }
}
