using System;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>
/// <c>Special.LogSumExp(x)</c> → <c>largest = max x; shift = largest is finite ? largest : 0; shift + log(Σ exp(xᵢ − shift))</c>.
/// </content>
internal sealed partial class Lowering
{
    /// <summary>
    /// The shift is held constant: the value does not depend on it, so every derivative of the rest is exact, at ties too. Held variable, it would add
    /// terms that cancel only in exact arithmetic.
    /// </summary>
    private Scalar LogSumExp(IOperation operation, Value exponents)
    {
        (Func<Expression, Expression> at, Expression count) = Elements(operation, exponents);
        ScalarType real = at(Build.Int(0)).Type;
        Expression largest = Accumulated("largest", Build.Real(real, double.NegativeInfinity), count, (sofar, i) =>
            Build.Call(Elementary.Max, sofar, Build.Call(Elementary.Detach, at(i))));
        Expression isFinite = new Apply(ScalarType.Bool, Elementary.IsFinite, [largest]);
        Expression shift = Stable(Build.Select(isFinite, largest, Build.Zero(real))); // not ∞ − ∞
        Expression sum = Accumulated("sum", Build.Zero(real), count, (sofar, i) =>
            Build.Plus(sofar, Build.Call(Elementary.Exp, Build.Minus(at(i), shift))));
        return new(Build.Plus(shift, Build.Call(Elementary.Log, sum)));
    }

    /// <summary>An element of an array or span of reals by its index, and their number.</summary>
    private (Func<Expression, Expression> At, Expression Count) Elements(IOperation operation, Value items)
    {
        Value stable = items is View view ? new View(view.Element, view.Arrays, Stable(view.Offset), [Stable(view.Length)]) : items;
        Expression count = stable is View { Length: var length } ? length : stable is Outside outside ? Stable(OutsideCount(operation, outside)) : throw UnsupportedExpression(operation);
        return (index => ElementOf(operation, stable, [index]) is Scalar { Type: ScalarType.Double or ScalarType.Float } element ? element.Expression : throw UnsupportedExpression(operation), count);
    }

    /// <summary><c>name = initial; for (i = 0; i &lt; count; i++) name = next(name, i)</c>.</summary>
    private Expression Accumulated(string name, Expression initial, Expression count, Func<Expression, Expression, Expression> next)
    {
        Cell cell = NewVariable(_function.Names.Foreign(name), initial);
        Read read = Build.Name(cell.Name, cell.Type);
        Loop(count, index => Emit(new Assign(cell.Name, next(read, index))));
        return read;
    }
}
