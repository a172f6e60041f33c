using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>
/// An input or output that a companion has besides the model's parameters, of the shape of a variable or of a result: a direction <c>tX</c>, a seed
/// <c>seedY</c>, a derivative <c>dX</c>. Its parts have names in the IR that no identifier of the user's can be.
/// </summary>
internal sealed record Operand(string Name, ModelParameter Like, string Prefix, bool IsOutput, string Doc)
{
    private bool IsSpan => Like.Shape is ParameterShape.Array or ParameterShape.Result;

    /// <summary>True for an operand of arrays: the IR reads or writes an array of its own.</summary>
    public bool IsArray => IsSpan || Like.Shape == ParameterShape.Matrix;

    /// <summary>The IR's name of a part of a variable or result.</summary>
    public static string IrName(string prefix, Leaf leaf) => IrName(prefix, leaf.Name);

    public static string IrName(string prefix, string leaf) => prefix + "$" + leaf;

    public IEnumerable<Leaf> Reals => Like.Leaves.Where(static l => l.Type.IsReal());

    /// <summary>The array in the IR.</summary>
    public string Array => IrName(Prefix, Like.Leaves.First(static l => l.IsArray));

    public string Declared => Like.Shape switch
    {
        _ when IsSpan => (IsOutput ? "Span<" : "ReadOnlySpan<") + Like.Type.Keyword() + "> " + Name,
        ParameterShape.Matrix => Like.TypeText + " " + Name,
        _ => (IsOutput ? "out " : "") + Like.TypeText + " " + Name,
    };

    /// <summary>How a call passes it on.</summary>
    public string Passed => (IsOutput && !IsArray ? "out " : "") + Name;

    /// <summary>The C# of the operand's array: a matrix is read and written through a flat span.</summary>
    public string ArrayText => Like.Shape == ParameterShape.Matrix ? Name + "Flat" : Name;

    /// <summary>How the operand's parts are spelled, by their names in the IR.</summary>
    public IEnumerable<KeyValuePair<string, string>> Spellings() => IsArray
        ? [new(Array, ArrayText)]
        : IsOutput ? [] : Reals.Select(leaf => new KeyValuePair<string, string>(IrName(Prefix, leaf), Like.Shape == ParameterShape.Struct ? Name + Suffix(leaf) : Name));

    /// <summary>What follows the name of a struct to reach a part: <c>.Position.X</c>.</summary>
    public string Suffix(Leaf leaf) => leaf.Access.Substring(leaf.Access.IndexOf('.'));

    /// <summary>Parameters of the IR for the parts.</summary>
    public IEnumerable<Parameter> Parameters() =>
        IsArray ? [new(Array, Like.Type, ParameterKind.Array, true)] : Reals.Select(leaf => new Parameter(IrName(Prefix, leaf), leaf.Type, ParameterKind.Scalar, true));
}
