using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass nothing jumps: <see cref="Scope"/> and <see cref="Leave"/> are gone and every function, loop and branch has one exit.
/// What follows a branch that always leaves moves into its other arm; everything else is guarded by a flag.
/// </summary>
/// <remarks>
/// <code>
/// scope f { if (x &lt; 0) { r = x * x; leave f }  r = x }          →  if (x &lt; 0) { r = x * x } else { r = x }
/// scope l { for (i …) { s += x[i]; if (s &gt; 4) { leave l } } }    →  left = false; for (i …; until left) { s += x[i]; if (s &gt; 4) { left = true } }
/// </code>
/// </remarks>
internal sealed class SingleExit
{
    private readonly Names _names;
    private readonly Dictionary<string, string> _flags = [];

    private SingleExit(Names names) => _names = names;

    public static Function Run(Function function)
    {
        SingleExit pass = new(Names.Of(function));
        List<Statement> body = [];
        pass.Rewrite([.. function.Body.Statements], body);
        return function with { Body = body.ToBlock() };
    }

    /// <summary>Rewrites statements into <paramref name="output"/>; returns the labels that may have been left at its end.</summary>
    private HashSet<string> Rewrite(List<Statement> statements, List<Statement> output)
    {
        for (int i = 0; i < statements.Count; i++)
        {
            List<Statement> Rest() => statements.GetRange(i + 1, statements.Count - i - 1);
            switch (statements[i])
            {
                case Leave leave:
                    output.Add(new Assign(_flags[leave.Label], Bool(true)));
                    return [leave.Label];

                case Scope scope:
                    HashSet<string> left = RewriteScope(scope, output);
                    if (left.Count > 0)
                    {
                        return Guard(left, Rest(), output);
                    }
                    break;

                case If branch when AlwaysLeaves(branch.Then):
                    return Branch(branch, [.. branch.Then.Statements], [.. branch.Else.Statements, .. Rest()], output);

                case If branch when AlwaysLeaves(branch.Else):
                    return Branch(branch, [.. branch.Then.Statements, .. Rest()], [.. branch.Else.Statements], output);

                case If branch:
                    HashSet<string> either = Branch(branch, [.. branch.Then.Statements], [.. branch.Else.Statements], output);
                    if (either.Count > 0)
                    {
                        return Guard(either, Rest(), output);
                    }
                    break;

                case For or While:
                    HashSet<string> exits = RewriteLoop(statements[i], output);
                    if (exits.Count > 0)
                    {
                        return Guard(exits, Rest(), output);
                    }
                    break;

                default:
                    output.Add(statements[i]);
                    break;
            }
        }
        return [];
    }

    private HashSet<string> RewriteScope(Scope scope, List<Statement> output)
    {
        if (Walker.Statements(scope.Body).Any(s => s is Leave leave && leave.Label == scope.Label))
        {
            string flag = _names.Fresh("left");
            _flags[scope.Label] = flag;
            output.Add(new Variable(flag, Bool(false)));
        }
        HashSet<string> left = Rewrite([.. scope.Body.Statements], output);
        left.Remove(scope.Label);
        return left;
    }

    private HashSet<string> Branch(If branch, List<Statement> then, List<Statement> @else, List<Statement> output)
    {
        List<Statement> thenOutput = [], elseOutput = [];
        HashSet<string> left = Rewrite(then, thenOutput);
        left.UnionWith(Rewrite(@else, elseOutput));
        output.Add(branch with { Then = thenOutput.ToBlock(), Else = elseOutput.ToBlock() });
        return left;
    }

    private HashSet<string> RewriteLoop(Statement loop, List<Statement> output)
    {
        List<Statement> body = [];
        HashSet<string> left = Rewrite([.. Walker.Blocks(loop).First().Statements], body);
        Expression? exit = left.Count == 0 ? null : AnyLeft(left);
        output.Add(loop switch
        {
            For counted when exit is not null => counted with { Body = body.ToBlock(), Until = counted.Until is null ? exit : Or(exit, counted.Until) },
            For counted => counted with { Body = body.ToBlock() },

            // The flag first: after a break the condition is not evaluated again.
            While repeated when exit is not null => repeated with { Body = body.ToBlock(), Condition = And(Not(exit), repeated.Condition) },
            While repeated => repeated with { Body = body.ToBlock() },
            _ => loop,
        });
        return left;
    }

    private HashSet<string> Guard(HashSet<string> left, List<Statement> rest, List<Statement> output)
    {
        if (rest.Count > 0)
        {
            List<Statement> guarded = [];
            Expression condition = Not(AnyLeft(left));
            left.UnionWith(Rewrite(rest, guarded));
            output.Add(new If(condition, guarded.ToBlock(), Block.Empty));
        }
        return left;
    }

    private Expression AnyLeft(HashSet<string> labels) =>
        labels.Select(l => _flags[l]).OrderBy(static f => f, System.StringComparer.Ordinal).Select(f => (Expression)Name(f, ScalarType.Bool)).Aggregate(Or);

    /// <summary>True when control never reaches the end of the block because every path leaves some scope around it.</summary>
    private static bool AlwaysLeaves(Block block) => block.Statements.Any(static s => s switch
    {
        Leave => true,
        If branch => AlwaysLeaves(branch.Then) && AlwaysLeaves(branch.Else),
        _ => false,
    });
}
