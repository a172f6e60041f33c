using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// After this pass the logistic function that a formula spells out is one operation. As a quotient its slope is e^u · s², two factors that move against each other,
/// and an enclosure of their product is far wider than what it encloses; as one operation it is s(u) · s(−u).
/// </summary>
/// <remarks><code>let e = exp(u); let s = 1 + e; let q = a / s   →   let q = a * sigmoid(-u)</code></remarks>
internal static class Logistic
{
    public static Function Run(Function function)
    {
        Dictionary<string, Expression> values = [];
        foreach (Let let in Walker.Statements(function.Body).OfType<Let>())
        {
            values[let.Name] = let.Value;
        }
        Names names = Names.Of(function);
        return function with { Body = Rewrite(function.Body, values, names) };
    }

    private static Block Rewrite(Block block, Dictionary<string, Expression> values, Names names)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            output.Add(statement switch
            {
                Let { Value: Apply { Arguments: [var over, var divisor] } quotient } let when quotient.Primitive == Arithmetic.Over && ExponentOf(divisor, values) is { } exponent =>
                    let with { Value = Quotient(over, exponent, let, values, names, output) },
                If branch => branch with { Then = Rewrite(branch.Then, values, names), Else = Rewrite(branch.Else, values, names) },
                For loop => loop with { Body = Rewrite(loop.Body, values, names) },
                While loop => loop with { Body = Rewrite(loop.Body, values, names) },
                _ => statement,
            });
        }
        return output.ToBlock();
    }

    /// <summary>a / (1 + e^u).</summary>
    private static Expression Quotient(Expression over, Expression exponent, Let let, Dictionary<string, Expression> values, Names names, List<Statement> output)
    {
        if (Value(over, values) is Apply { Primitive: var same, Arguments: [var own] } && same == Elementary.Exp && own.Equals(exponent))
        {
            return Call(Elementary.Sigmoid, exponent);
        }
        Expression opposite = Value(exponent, values) is Apply { Primitive: var negative, Arguments: [var negated] } && negative == Arithmetic.Negative
            ? negated : Define("opposite", Negate(exponent), let, names, output);
        Expression sigmoid = Call(Elementary.Sigmoid, opposite);
        return IsConstant(over, 1) ? sigmoid : Multiply(over, Define("share", sigmoid, let, names, output));
    }

    private static Read Define(string stem, Expression value, Let at, Names names, List<Statement> output)
    {
        string name = names.Fresh(stem);
        output.Add(new Let(name, value) { Source = at.Source, Origin = at.Origin, IsTemporary = true });
        return Name(name, value.Type);
    }

    /// <summary>u of 1 + e^u.</summary>
    private static Expression? ExponentOf(Expression divisor, Dictionary<string, Expression> values)
    {
        if (Value(divisor, values) is not Apply { Primitive: var plus, Arguments: [var left, var right] } || plus != Arithmetic.Plus)
        {
            return null;
        }
        Expression? exponential = IsConstant(left, 1) ? right : IsConstant(right, 1) ? left : null;
        return exponential is not null && Value(exponential, values) is Apply { Primitive: var p, Arguments: [var exponent] } && p == Elementary.Exp ? exponent : null;
    }

    private static Expression Value(Expression expression, Dictionary<string, Expression> values) =>
        expression is Read read && values.TryGetValue(read.Name, out Expression? value) ? value : expression;
}
