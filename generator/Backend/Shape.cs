using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Backend;

/// <summary>Which names and arrays of a function hold one value per lane, and how wide the lanes are. <see cref="Scalar"/> has none.</summary>
internal sealed record Shape(ScalarType Real, string VectorClass, HashSet<string> Names, HashSet<string> Arrays)
{
    public static readonly Shape Scalar = new(ScalarType.Double, "", [], []);

    /// <summary>The shape of a function at one point: its loops may be in lanes.</summary>
    public static Shape Of(Function function) => function.Lanes is { } lanes ? new(lanes.Real, "Vector512", [.. lanes.Names], [.. lanes.Arrays]) : Scalar;

    public bool IsLanes(Expression expression) => VectorClass.Length > 0 && expression switch
    {
        Read read => Names.Contains(read.Name),
        Element element => Arrays.Contains(element.Array) || IsLanes(element.Index),
        Apply { Primitive.IsHorizontal: true } => false,
        Apply apply => LaneOperations.CountsLanes(apply.Primitive) || apply.Arguments.Any(IsLanes),
        External external => external.Arguments.Any(IsLanes),
        _ => false,
    };

    /// <summary>The type of the elements of a vector that stands for a scalar type: integers are as wide as the reals beside them, masks are reals.</summary>
    public string Element(ScalarType type) => type switch
    {
        ScalarType.Bool => Real.Keyword(),
        ScalarType.Int => Real == ScalarType.Double ? "long" : "int",
        _ => type.Keyword(),
    };

    public string Vector(ScalarType type) => VectorClass + "<" + Element(type) + ">";

    /// <summary>The C# type of a name or of an array's element.</summary>
    public string Type(ScalarType type, bool isLanes) => isLanes ? Vector(type) : type.Keyword();
}
