using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Exceptions and guards, which the companions keep.</content>
internal sealed partial class Lowering
{
    private void LowerThrow(IThrowOperation thrown)
    {
        IOperation? exception = thrown.Exception;
        while (exception is IConversionOperation conversion)
        {
            exception = conversion.Operand;
        }
        if (exception is not IObjectCreationOperation { Initializer: null } creation)
        {
            throw Unsupported(thrown, Text.Folded(thrown.Syntax), "throw a new exception");
        }
        List<Expression> values = [];
        string[] arguments = creation.Arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue).Select(a => Spelled(a.Value, values)).ToArray();
        Emit(new Throw($"new {creation.Type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}({string.Join(", ", arguments)})", values.ToEquatableArray()));
    }

    /// <summary>An argument of an exception as C#: constants as literals, scalars as placeholders.</summary>
    private string Spelled(IOperation operation, List<Expression> values)
    {
        operation = operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? conversion.Operand : operation;
        if (operation.ConstantValue is { HasValue: true } constant)
        {
            return constant.Value switch
            {
                string text => Quoted(text),
                null => "null",
                bool truth => truth ? "true" : "false",
                _ when Literals.Of(Types.ScalarOf(operation.Type), constant.Value) is { } literal => Placeholder(literal, values),
                _ => throw Unsupported(operation, Text.Folded(operation.Syntax), "use constants and numbers in the message"),
            };
        }
        switch (operation)
        {
            case IInterpolatedStringOperation interpolated:
                return "string.Concat(" + string.Join(", ", interpolated.Parts.Select(part => SpelledPart(part, values)).DefaultIfEmpty("\"\"")) + ")";
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return $"{Spelled(sum.LeftOperand, values)} + {Spelled(sum.RightOperand, values)}";
            case var _ when operation.Type is not null && Types.ScalarOf(Concrete(operation.Type)) is not null && operation.Type.TypeKind != TypeKind.Enum && operation.Type.SpecialType != SpecialType.System_Char:
                return Placeholder(LowerScalar(operation), values);
            default:
                throw Unsupported(operation, Text.Folded(operation.Syntax), "use constants and numbers in the message");
        }
    }

    private string SpelledPart(IInterpolatedStringContentOperation part, List<Expression> values) => part switch
    {
        IInterpolatedStringTextOperation text when text.Text.ConstantValue.Value is string literal => Quoted(literal.Replace("{{", "{").Replace("}}", "}")),
        IInterpolationOperation { Alignment: null, FormatString: null } hole => Spelled(hole.Expression, values),
        _ => throw Unsupported(part, Text.Folded(part.Syntax), "use constants and numbers in the message"),
    };

    private static string Placeholder(Expression value, List<Expression> values)
    {
        values.Add(value);
        return "{" + Text.Of(values.Count - 1) + "}";
    }

    /// <summary>A string literal without braces, which would look like placeholders.</summary>
    private static string Quoted(string text) =>
        new StringBuilder(SymbolDisplay.FormatLiteral(text, quote: true)).Replace("{", "\\u007B").Replace("}", "\\u007D").ToString();

    /// <summary><c>ArgumentOutOfRangeException.ThrowIfNegative(x)</c> and its kind: <c>if (x &lt; 0) throw</c>.</summary>
    private bool Guarded(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        string type = Types.FullName(method.ContainingType);
        if (!method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) || type is not ("System.ArgumentOutOfRangeException" or "System.ArgumentNullException" or "System.ArgumentException"))
        {
            return false;
        }
        IOperation first = call.Arguments.First(static a => a.Parameter!.Ordinal == 0).Value;
        string name = call.Arguments.FirstOrDefault(static a => a.Parameter!.Name == "paramName")?.Value.ConstantValue is { HasValue: true, Value: string given } ? given : "";
        if (type != "System.ArgumentOutOfRangeException")
        {
            GuardNull(call, first, method, name);
            return true;
        }
        Expression[] values = ExpressionsInOrder(call.Arguments.Where(static a => a.Parameter!.Name is "value" or "other").OrderBy(static a => a.Parameter!.Ordinal).Select(static a => a.Value).ToArray());
        Expression value = Stable(values[0]);
        Expression other = values.Length > 1 ? Stable(values[1]) : Build.Zero(value.Type);
        bool isReal = value.Type.IsReal();
        Expression condition = method.Name switch
        {
            "ThrowIfNegative" => isReal ? IsNegative(value) : Compared(Arithmetic.Less, value, other),
            "ThrowIfZero" or "ThrowIfEqual" => Compared(Arithmetic.Equal, value, other),
            "ThrowIfNotEqual" => Compared(Arithmetic.NotEqual, value, other),
            "ThrowIfNegativeOrZero" => Compared(Arithmetic.LessOrEqual, value, other),
            "ThrowIfGreaterThan" => Compared(Arithmetic.Greater, value, other),
            "ThrowIfGreaterThanOrEqual" => Compared(Arithmetic.GreaterOrEqual, value, other),
            // NaN compares as the smallest number here.
            "ThrowIfLessThan" => isReal ? Build.Not(Compared(Arithmetic.GreaterOrEqual, value, other)) : Compared(Arithmetic.Less, value, other),
            "ThrowIfLessThanOrEqual" => isReal ? Build.Not(Compared(Arithmetic.Greater, value, other)) : Compared(Arithmetic.LessOrEqual, value, other),
            _ => throw UnsupportedExpression(call),
        };
        ThrowWhen(condition, $"new global::{type}({Quoted(name)})");
        return true;
    }

    /// <summary>Only data of the caller's can be null; arrays and spans of the companion never are.</summary>
    private void GuardNull(IInvocationOperation call, IOperation subject, IMethodSymbol method, string name)
    {
        if (method.Name != "ThrowIfNull")
        {
            throw Unsupported(call, Text.Folded(call.Syntax), "strings may only be messages of exceptions");
        }
        if (Lower(WithoutConversions(subject)) is Outside outside)
        {
            ThrowWhen(new External(ScalarType.Bool, "(" + outside.Text + " is null)", outside.Arguments), $"new global::System.ArgumentNullException({Quoted(name)})");
        }
    }

    private void ThrowWhen(Expression condition, string exception)
    {
        if (condition is not Constant { IsTrue: false })
        {
            Emit(new If(condition, new([new Throw(exception, [])]), Block.Empty));
        }
    }

    /// <summary>The sign bit: −0.0 counts as negative.</summary>
    private static Expression IsNegative(Expression value) => Build.Or(
        Compared(Arithmetic.Less, value, Build.Zero(value.Type)),
        Build.And(
            Compared(Arithmetic.Equal, value, Build.Zero(value.Type)),
            Compared(Arithmetic.Less, Build.Divide(Build.One(value.Type), value), Build.Zero(value.Type))));
}
