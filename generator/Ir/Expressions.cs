using System;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Ir;

/// <summary>A pure value: evaluating it twice in the same state gives the same bits and changes nothing.</summary>
internal abstract record Expression(ScalarType Type);

/// <summary>A literal, kept as its bits so that 0.0 and -0.0 differ and a NaN equals itself.</summary>
internal sealed record Constant(ScalarType Type, long Bits) : Expression(Type)
{
    public double Real => Type switch
    {
        ScalarType.Double or ScalarType.Interval or ScalarType.IntervalLanes or ScalarType.Form => BitConverter.Int64BitsToDouble(Bits),
        ScalarType.Float => Floats.FromBits((int)Bits),
        ScalarType.ULong => (ulong)Bits,
        _ => Bits,
    };

    public bool IsTrue => Type == ScalarType.Bool && Bits != 0;
}

/// <summary>The current content of a value, a cell or a scalar parameter.</summary>
internal sealed record Read(ScalarType Type, string Name) : Expression(Type);

/// <summary>One element of a one-dimensional array; matrices are flattened by the front end.</summary>
internal sealed record Element(ScalarType Type, string Array, Expression Index) : Expression(Type);

/// <summary>The number of elements of an array.</summary>
internal sealed record Length(string Array) : Expression(ScalarType.Int);

/// <summary>
/// Something the model only reads and nothing differentiates: a field, a property of a parameter, an element of jagged data.
/// <paramref name="Text"/> is C# with <c>{0}</c>, <c>{1}</c> … for the arguments.
/// </summary>
internal sealed record External(ScalarType Type, string Text, EquatableArray<Expression> Arguments) : Expression(Type)
{
    /// <summary>True for a call of a function without source, which is not made twice.</summary>
    public bool IsCall { get; init; }
}

/// <summary>A primitive applied to arguments: arithmetic, comparison, conversion or an elementary function.</summary>
internal sealed record Apply(ScalarType Type, Primitive Primitive, EquatableArray<Expression> Arguments) : Expression(Type);
