using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// After this pass the reals that a condition on variables compares are values with names, so that what moves across a border has a derivative, jumps of its own
/// and a name to narrow.
/// </summary>
/// <remarks><code>let taken = floor(x) * y > 2   →   let floor = floor(x); let product = floor * y; let taken = product > 2</code></remarks>
internal sealed class NameCompared
{
    private readonly Names _names;
    private readonly Dependence _dependence;

    private NameCompared(Function function)
    {
        _names = Names.Of(function);
        _dependence = Dependence.Of(function);
    }

    public static Function Run(Function function)
    {
        NameCompared pass = new(function);
        return PassList.Prepare(function with { Body = pass.Rewrite(function.Body) });
    }

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            output.Add(statement switch
            {
                Let let => let with { Value = InReal(let.Value, let, output) },
                If branch => branch with { Condition = Named(branch.Condition, branch, output, isCertain: true), Then = Rewrite(branch.Then), Else = Rewrite(branch.Else) },
                _ => Rewriter.Inside(statement, Rewrite),
            });
        }
        return output.ToBlock();
    }

    /// <summary>Conditions inside of reals are those of selections.</summary>
    private Expression InReal(Expression value, Statement source, List<Statement> output) => value switch
    {
        { Type: ScalarType.Bool } => Named(value, source, output, isCertain: true),
        Apply apply when value.Type.IsReal() => apply with { Arguments = apply.Arguments.Map(a => a is Apply ? InReal(a, source, output) : a) },
        _ => value,
    };

    /// <param name="isCertain">False behind <c>&amp;&amp;</c> and <c>||</c>, where what is compared may have no value.</param>
    private Expression Named(Expression condition, Statement source, List<Statement> output, bool isCertain)
    {
        if (condition is not Apply apply || !_dependence.Has(condition))
        {
            return condition;
        }
        if (apply.Arguments[0].Type == ScalarType.Bool)
        {
            bool isLazy = apply.Primitive == Arithmetic.AndAlso || apply.Primitive == Arithmetic.OrElse;
            return apply with { Arguments = apply.Arguments.Select((a, i) => Named(a, source, output, isCertain && !(isLazy && i > 0))).ToEquatableArray() };
        }
        return apply with { Arguments = apply.Arguments.Map(a => Name(a, source, output, isCertain)) };
    }

    private Expression Name(Expression operand, Statement source, List<Statement> output, bool isCertain)
    {
        if (!operand.Type.IsReal() || operand is Read or Constant || !_dependence.Has(operand))
        {
            return operand;
        }
        if (!isCertain && Walker.All(operand).Any(static e => e is Element or External))
        {
            throw new BoundException("a condition reads an element only where another condition holds", source.Origin);
        }
        string name = _names.Fresh("compared");
        output.Add(new Let(name, operand) { IsTemporary = true, Source = source.Source, Origin = source.Origin });
        return Build.Name(name, operand.Type);
    }
}
