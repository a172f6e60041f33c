using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <summary>What an operation evaluates to while it is lowered: everything that is not a scalar is taken apart into scalars and arrays of scalars.</summary>
internal abstract class Value;

internal sealed class Scalar(Expression expression) : Value
{
    public Expression Expression { get; } = expression;

    public ScalarType Type => Expression.Type;
}

/// <summary>A struct or tuple, field by field.</summary>
internal sealed class Composite(ITypeSymbol type, Value[] fields) : Value
{
    public ITypeSymbol Type { get; } = type;

    public Value[] Fields { get; } = fields;
}

/// <summary>
/// Elements of arrays of the IR, one array per scalar of the element type, from an offset on. A rectangular or jagged array has several dimensions
/// and is stored row by row.
/// </summary>
internal sealed class View(ITypeSymbol element, string[] arrays, Expression offset, Expression[] dimensions) : Value
{
    /// <summary>The innermost element type.</summary>
    public ITypeSymbol Element { get; } = element;

    public string[] Arrays { get; } = arrays;

    public Expression Offset { get; } = offset;

    public Expression[] Dimensions { get; } = dimensions;

    public Expression Length => Dimensions[0];

    /// <summary>True when the view is a whole array of the IR.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>Data of the caller's that is only read: C# text with placeholders and their arguments.</summary>
internal sealed class Outside(string text, EquatableArray<Expression> arguments, ITypeSymbol type) : Value
{
    public string Text { get; } = text;

    public EquatableArray<Expression> Arguments { get; } = arguments;

    public ITypeSymbol Type { get; } = type;
}

/// <summary>A lambda or method group, with the frame whose locals it captures.</summary>
internal sealed class Closure(IMethodSymbol method, IOperation? body, Value? receiver, Frame? captured) : Value
{
    public IMethodSymbol Method { get; } = method;

    /// <summary>The body of a lambda; null for a method group.</summary>
    public IOperation? Body { get; } = body;

    public Value? Receiver { get; } = receiver;

    public Frame? Captured { get; } = captured;
}
