using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Passes;

/// <summary>Elements at a constant distance from a loop's own.</summary>
internal static class Neighbours
{
    /// <summary>c where the expression is index + c.</summary>
    public static int? OffsetFrom(Expression expression, string index) => expression switch
    {
        Read read when read.Name == index => 0,
        Apply { Primitive: var p, Arguments: [Read read, Constant c] } when read.Name == index && (p == Arithmetic.Plus || p == Arithmetic.CheckedPlus) => (int)c.Bits,
        Apply { Primitive: var p, Arguments: [Read read, Constant c] } when read.Name == index && (p == Arithmetic.Minus || p == Arithmetic.CheckedMinus) => -(int)c.Bits,
        _ => null,
    };
}
