using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static CompilerTests.Programs;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

public sealed class RewriterTests
{
    [Fact]
    public void A_rewrite_that_changes_nothing_returns_the_same_object()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Block body = RandomPrograms.Generate(seed).Function.Body;
            Assert.Same(body, Rewriter.Map(body, static e => e));
            Assert.Same(body, Rewriter.Substitute(body, new Dictionary<string, Expression> { ["nobody"] = Double(1) }));
        }
    }

    [Fact]
    public void A_rewrite_into_equal_values_computes_the_same_bits()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            RandomProgram program = RandomPrograms.Generate(seed);
            Function function = program.Function with { Body = Rewriter.Map(program.Function.Body, Disguised) };
            Verifier.Verify(function, Form.Source);
            Assert.Equal(Evaluator.Evaluate(program.Module, program.Arguments).Real, Evaluator.Evaluate(new Module(function, []), program.Arguments).Real);
        }

        // a − b = a + (−b), a real sum commutes, !(!p) = p: none of them changes a bit
        static Expression Disguised(Expression expression) => expression switch
        {
            Apply { Primitive: var p, Type: ScalarType.Double } minus when p == Arithmetic.Minus =>
                new Apply(ScalarType.Double, Arithmetic.Plus, [minus.Arguments[0], new Apply(ScalarType.Double, Arithmetic.Negative, [minus.Arguments[1]])]),
            Apply { Primitive: var p, Type: ScalarType.Double } sum when p == Arithmetic.Plus => sum with { Arguments = [sum.Arguments[1], sum.Arguments[0]] },
            Apply { Type: ScalarType.Bool } answer => new Apply(ScalarType.Bool, Arithmetic.Not, [new Apply(ScalarType.Bool, Arithmetic.Not, [answer])]),
            _ => expression,
        };
    }

    [Fact]
    public void A_substitution_reaches_every_read()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Block body = RandomPrograms.Generate(seed).Function.Body;
            Block replaced = Rewriter.Substitute(body, new Dictionary<string, Expression> { ["x"] = Real("renamed") });
            Assert.DoesNotContain(Walker.Expressions(replaced), static e => e is Read { Name: "x" });
            Assert.Equal(Count(body, "x"), Count(replaced, "renamed"));
        }

        static int Count(Block block, string name) => Walker.Expressions(block).Count(e => e is Read read && read.Name == name);
    }
}
