using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>
/// C# evaluates operands from left to right. An operand stays an expression until a later one writes what it reads:
/// <c>x[i] + (i = 2)</c> → <c>let value1 = x[i]; i = 2; value1 + i</c>.
/// </content>
internal sealed partial class Lowering
{
    private const int DeepestExpression = 40;

    /// <summary>Lowers operands in order; the values hold after the last of them.</summary>
    private Value[] InOrder(params Func<Value>[] operands)
    {
        Value[] values = new Value[operands.Length];
        int[] marks = new int[operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            values[i] = operands[i]();
            marks[i] = _block.Count;
        }
        // From the last to the first, so that an insertion moves no mark that is still needed.
        for (int i = operands.Length - 2; i >= 0; i--)
        {
            values[i] = Hold(values[i], marks[i]);
        }
        return values;
    }

    private Expression[] ExpressionsInOrder(params IOperation[] operands) =>
        InOrder(operands.Select(operand => new Func<Value>(() => new Scalar(LowerScalar(operand)))).ToArray())
            .Select(static value => ((Scalar)value).Expression).ToArray();

    /// <summary>Keeps a value as it was before the statements from the mark on.</summary>
    private Value Hold(Value value, int mark)
    {
        if (_block.Count == mark)
        {
            return value;
        }
        HashSet<string> written = [];
        bool mayLeave = false;
        for (int i = mark; i < _block.Count; i++)
        {
            Access.AddWrites(_block[i], written);
            mayLeave |= Access.Throws(_block[i]);
        }
        // What throws first in C# throws first here.
        return written.Count == 0 && !mayLeave ? value : MapExpressions(
            value, expression => Access.Reads(expression, written) || (mayLeave && Access.CanThrow(expression)) ? LetAt(mark++, expression) : expression);
    }

    private Read LetAt(int position, Expression value)
    {
        string name = _function.Names.Temporary("value");
        _block.Insert(position, new Let(name, value) { Source = _position.Source, Origin = _position.Origin, Recall = _recall, IsTemporary = true });
        _size++;
        return new(value.Type, name);
    }

    private Read Let(string name, Expression value)
    {
        Emit(new Let(name, value));
        return new(value.Type, name);
    }

    private Read Let(Expression value)
    {
        string name = _function.Names.Temporary("value");
        Emit(new Let(name, value) { IsTemporary = true });
        return new(value.Type, name);
    }

    /// <summary>True when the value is the same wherever it is read.</summary>
    private bool IsStable(Expression expression) => expression switch
    {
        Constant or Length => true,
        Read read => !_function.Variables.Contains(read.Name),
        Element element => !_function.Arrays.Contains(element.Array) && IsStable(element.Index),
        External external => external.Arguments.All(IsStable),
        Apply apply => apply.Arguments.All(IsStable),
        _ => false,
    };

    private static bool IsTrivial(Expression expression) => expression is Constant or Ir.Read or Length;

    /// <summary>A value to be read several times or later: named unless it is a stable name already.</summary>
    private Expression Stable(Expression expression, string? name = null)
    {
        if (IsTrivial(expression) && IsStable(expression))
        {
            return expression;
        }
        return name is null ? Let(expression) : Let(Fresh(name), expression);
    }

    private Value Stable(Value value, string? name = null) => value switch
    {
        Composite composite => new Composite(composite.Type, composite.Fields.Select((field, i) => Stable(field, FieldName(composite.Type, name, i))).ToArray()),
        View view => new View(
            view.Element, view.Arrays, Stable(view.Offset, name is null ? null : name + "Start"), view.Dimensions.Select(d => Stable(d, name is null ? null : name + "Length")).ToArray())
        { IsWhole = view.IsWhole },
        _ => MapExpressions(value, expression => Stable(expression, name)),
    };

    /// <summary>Names what grows too deep: the compiler's passes and the printer recurse.</summary>
    private Expression Bounded(Expression expression) => Access.IsDeeper(expression, DeepestExpression) ? Let(expression) : expression;

    private static Value MapExpressions(Value value, Func<Expression, Expression> map)
    {
        switch (value)
        {
            case Scalar scalar:
                Expression mapped = map(scalar.Expression);
                return ReferenceEquals(mapped, scalar.Expression) ? value : new Scalar(mapped);
            case Composite composite:
                return new Composite(composite.Type, composite.Fields.Select(field => MapExpressions(field, map)).ToArray());
            case View view:
                return new View(view.Element, view.Arrays, map(view.Offset), view.Dimensions.Select(map).ToArray()) { IsWhole = view.IsWhole };
            case Outside outside:
                return new Outside(outside.Text, outside.Arguments.Select(map).ToEquatableArray(), outside.Type);
            default:
                return value;
        }
    }

    /// <summary>A name for a local of this body: the user's own in the model, with a digit where an inlined body would collide.</summary>
    private string Fresh(string name) => _frame.IsModel && !_isInventing ? _function.Names.Own(name) : _function.Names.Foreign(name);

    private static string? FieldName(ITypeSymbol type, string? name, int field) =>
        name is null ? null : name + Text.Capital(Types.FieldsOf(type)![field].Symbol is IFieldSymbol { IsExplicitlyNamedTupleElement: true } named ? named.Name : Types.FieldsOf(type)![field].Name);
}
