using System;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <summary>Where a value is kept.</summary>
internal abstract class Place;

/// <summary>A variable of the IR.</summary>
internal sealed class Cell(string name, ScalarType type) : Place
{
    public string Name { get; } = name;

    public ScalarType Type { get; } = type;
}

/// <summary>An element of an array of the IR.</summary>
internal sealed class ElementCell(string array, Expression index, ScalarType type) : Place
{
    public string Array { get; } = array;

    public Expression Index { get; } = index;

    public ScalarType Type { get; } = type;
}

/// <summary>A struct or tuple, field by field.</summary>
internal sealed class FieldCells(ITypeSymbol type, Place[] fields) : Place
{
    public ITypeSymbol Type { get; } = type;

    public Place[] Fields { get; } = fields;
}

/// <summary>A span or array local that is assigned again: always the same arrays, the offset and the length are variables.</summary>
internal sealed class ViewCell(View view, Cell offset, Cell? length) : Place
{
    public View View { get; } = view;

    public Cell Offset { get; } = offset;

    /// <summary>Null when every array that the local can hold has the same length.</summary>
    public Cell? Length { get; } = length;
}

/// <summary>A value that is never assigned again.</summary>
internal sealed class Fixed(Value value) : Place
{
    public Value Value { get; } = value;
}

/// <summary>A property with accessors that the user wrote.</summary>
internal sealed class Accessed(Func<Value> get, Action<Value> set) : Place
{
    public Func<Value> Get { get; } = get;

    public Action<Value> Set { get; } = set;
}

/// <summary>Data of the caller's: reading is fine, writing is a problem.</summary>
internal sealed class OutsidePlace(Value value, string name) : Place
{
    public Value Value { get; } = value;

    public string Name { get; } = name;
}

/// <summary><c>_</c> as a target.</summary>
internal sealed class Discarded : Place
{
    public static readonly Discarded Instance = new();
}
