using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>What the form of a formula says about its sign: squares, exponentials, magnitudes, and sums of these.</summary>
internal sealed class Signs
{
    private const int Deepest = 16;

    private readonly Dictionary<string, Expression> _values = [];

    private Signs()
    {
    }

    public static Signs Of(Function function)
    {
        Signs signs = new();
        foreach (Let let in Walker.Statements(function.Body).OfType<Let>())
        {
            signs._values[let.Name] = let.Value;
        }
        return signs;
    }

    public bool IsPositive(Expression value) => IsPositive(value, 0);

    public bool IsNotNegative(Expression value) => IsNotNegative(value, 0);

    private bool IsPositive(Expression value, int depth) => depth < Deepest && value switch
    {
        Constant constant => constant.Real > 0,
        Read read => _values.TryGetValue(read.Name, out Expression? defined) && IsPositive(defined, depth + 1),
        Apply { Primitive: var p, Arguments: var a } =>
            p == Elementary.Exp || p == Elementary.Exp2 || p == Elementary.Exp10 || p == Elementary.Cosh
            || (p == Arithmetic.Plus && ((IsPositive(a[0], depth + 1) && IsNotNegative(a[1], depth + 1)) || (IsNotNegative(a[0], depth + 1) && IsPositive(a[1], depth + 1))))
            || ((p == Arithmetic.Times || p == Arithmetic.Over) && IsPositive(a[0], depth + 1) && IsPositive(a[1], depth + 1))
            || (p == Elementary.Sqrt && IsPositive(a[0], depth + 1))
            || (p == Elementary.Max && a.Any(m => IsPositive(m, depth + 1))),
        _ => false,
    };

    private bool IsNotNegative(Expression value, int depth) => depth < Deepest && value switch
    {
        Constant constant => constant.Real >= 0,
        Read read => _values.TryGetValue(read.Name, out Expression? defined) && IsNotNegative(defined, depth + 1),
        Apply { Primitive: var p, Arguments: var a } =>
            p == Elementary.Abs || p == Elementary.Sqrt || p == Elementary.Hypot
            || (p == Arithmetic.Times && a[0].Equals(a[1]))
            || ((p == Arithmetic.Plus || p == Arithmetic.Times || p == Arithmetic.Over) && a.All(m => IsNotNegative(m, depth + 1)))
            || (p == Elementary.Max && a.Any(m => IsNotNegative(m, depth + 1)))
            || IsPositive(value, depth + 1),
        _ => false,
    };
}
