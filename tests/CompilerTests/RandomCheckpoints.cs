using System;
using System.Linq;
using Proxima.Generator.Ir;

namespace CompilerTests;

/// <summary>The random programs with some of their loops, at any depth, marked as checkpointed, and some statements with what to recall.</summary>
internal static class RandomCheckpoints
{
    public static RandomProgram Mark(RandomProgram program, int seed)
    {
        Random random = new(seed);
        return program with { Function = program.Function with { Body = Mark(program.Function.Body, random) } };
    }

    private static Block Mark(Block block, Random random) => block.Statements.Select(s => Mark(s, random)).ToBlock();

    private static Statement Mark(Statement statement, Random random)
    {
        Statement advised = statement with { Recall = (Recall)(random.Next(9) % 3) };
        return advised switch
        {
            If branch => branch with { Then = Mark(branch.Then, random), Else = Mark(branch.Else, random) },
            For loop => loop with { Body = Mark(loop.Body, random), IsCheckpointed = random.Next(2) == 0 },
            While loop => loop with { Body = Mark(loop.Body, random), IsCheckpointed = random.Next(2) == 0 },
            Scope scope => scope with { Body = Mark(scope.Body, random) },
            _ => advised,
        };
    }
}
