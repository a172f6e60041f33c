using System;
using System.Collections.Generic;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Evolver.Commands;

/// <summary>Functions that a search can be asked for by name.</summary>
internal static class Functions
{
    private static readonly Expression s_x = Name("x", ScalarType.Double);

    private static readonly Dictionary<string, Expression> s_known = new()
    {
        ["exp"] = Call(Elementary.Exp, s_x),
        ["exp2"] = Call(Elementary.Exp2, s_x),
        ["log"] = Call(Elementary.Log, s_x),
        ["log1p"] = Call(Elementary.LogP1, s_x),
        ["sin"] = Call(Elementary.Sin, s_x),
        ["cos"] = Call(Elementary.Cos, s_x),
        ["atan"] = Call(Elementary.Atan, s_x),
        ["tanh"] = Call(Elementary.Tanh, s_x),
        ["erf"] = Call(Elementary.Erf, s_x),
        ["sigmoid"] = Divide(Double(1), Plus(Double(1), Call(Elementary.Exp, Negate(s_x)))),
        ["gauss"] = Call(Elementary.Exp, Negate(Multiply(s_x, s_x))),
        ["abs"] = Call(Elementary.Abs, s_x),
    };

    public static IEnumerable<string> Names => s_known.Keys;

    public static Target Of(string name) => s_known.TryGetValue(name, out Expression? expression)
        ? Target.Of(new(PassList.Normalise(new Function("F", [new Parameter("x", ScalarType.Double, ParameterKind.Scalar, true)], [], Block.Empty, [expression])), []))
        : throw new ArgumentException("the functions are " + string.Join(", ", Names) + ": " + name);
}
