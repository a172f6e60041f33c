using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Backend;

/// <summary>Which names and arrays of a function hold one value per lane, and how wide the lanes are. <see cref="Scalar"/> has none.</summary>
internal sealed record Shape(ScalarType Real, string VectorClass, HashSet<string> Names, HashSet<string> Arrays)
{
    public static readonly Shape Scalar = new(ScalarType.Double, "", [], []);

    public bool IsLanes(Expression expression) => VectorClass.Length > 0 && Walker.All(expression).Any(e => e switch
    {
        Read read => Names.Contains(read.Name),
        Element element => Arrays.Contains(element.Array),
        Apply apply => apply.Primitive == Primitives.Arithmetic.UnitLane,
        _ => false,
    }) && expression is not Apply { Primitive.Name: "any" or "largest" or "smallest" };

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
