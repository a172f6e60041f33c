using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests.Documents;

/// <summary>One model carried through every pass: <c>docs/worked-example.md</c> is written from what the passes do, so that it cannot go stale.</summary>
public sealed class WorkedExampleTests
{
    private const string Source =
        """
        [Gradient]
        public static double Reach(double speed, ReadOnlySpan<double> drag)
        {
            double way = 0;
            for (int i = 0; i < drag.Length; i++)
            {
                if (speed < 0.1)
                {
                    break;
                }
                way += speed;
                speed -= Slowed(speed, drag[i]);
            }
            return way;
        }

        private static double Slowed(double speed, double drag) => drag * speed * speed;
        """;

    private static readonly Dictionary<string, string> s_laws = new()
    {
        [nameof(SingleExit)] = "One exit: `break`, `continue` and early returns become flags.",
        [nameof(SplitVariables)] = "Every value is assigned once; loops carry what they change, branches merge.",
        [nameof(Atomise)] = "Every operation is a value of its own.",
        [nameof(Inline)] = "Calls that are small enough stand where they were called.",
        [nameof(CommonSubexpressions)] = "Equal expressions are one value.",
        [nameof(DeadCode)] = "What reaches no result is gone.",
        [nameof(SinkArrays)] = "Arrays begin where they are first needed.",
        [nameof(LowerGuards)] = "A product that must be 0 where its seed is 0 becomes a choice.",
        [nameof(DropRules)] = "What only carries a derivative rule is gone.",
        [nameof(LocalPartials)] = "Factors that do not depend on the seed are multiplied first, in the forward sweep where that saves a record.",
        [nameof(CarryNeighbours)] = "Additions to neighbouring elements wait in values that the loop carries.",
        [nameof(StoreFirst)] = "The first addition to an element stores it.",
        [nameof(LoopInvariants)] = "What does not change leaves its loop.",
        [nameof(FoldTemporaries)] = "Values that are read once stand where they are read: Atomise undone for the reader.",
        [nameof(Simplify)] = "`a + (-b)` reads `a - b`.",
        [nameof(FuseMultiplyAdds)] = "Products that are added are rounded once, in derivatives only.",
        [nameof(HoistArrays)] = "Arrays leave loops, and are made once.",
    };

    [Fact]
    public void The_document_shows_what_the_passes_do()
    {
        string path = Path.Combine(Repository.Root, "docs", "worked-example.md");
        string written = Write(), committed = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        string received = Path.ChangeExtension(path, "received.md");
        if (written == committed)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, written);
        Assert.Fail("docs/worked-example.md is out of date; if the change is right, rename worked-example.received.md over it.");
    }

    private static string Write()
    {
        StringBuilder text = new();
        text.Append("# One model through every pass\n\nWritten by `WorkedExampleTests` from what the compiler does today; [the architecture](architecture.md) says what the stages are for. A pass that changes nothing here is only named.\n\n");
        text.Append("## Source\n\n").Append(Code("csharp", Source));
        Request request = Reading.OfMembers(Source);
        text.Append("## Frontend: the source form\n\nOperations of the C# compiler become statements of the intermediate representation; names stay.\n\n").Append(Ir(request.Module));

        text.Append("## Normal form\n\n");
        Module module = request.Module;
        string before = Printer.Print(module.Main);
        Function normal = PassList.Normalise(module.Main, new Dictionary<string, Function>(), (pass, result) => before = Step(text, pass, result, before));
        Module normalised = new(normal, module.Callees.Map(static callee => PassList.Normalise(callee, new Dictionary<string, Function>())));

        text.Append("## Reverse\n\nThe forward sweep, which records what the reverse sweep cannot compute again, and the reverse sweep from the last statement to the first.\n\n");
        Derivatives derivatives = new(request, normalised, static _ => { });
        Module reversed = derivatives.Reversed;
        text.Append(Ir(reversed));

        text.Append("## Tidied, to be written\n\n");
        before = Printer.Print(reversed.Main);
        PassList.Tidy(reversed.Main, Derivatives.PrimalOf(request), (pass, result) => before = Step(text, pass, result, before));

        text.Append("## Backend: the generated gradient\n\n");
        return text.Append(Code("csharp", Generated())).ToString().TrimEnd('\n') + "\n";
    }

    private static string Step(StringBuilder text, string pass, Function result, string before)
    {
        string after = Printer.Print(result);
        text.Append("### ").Append(pass).Append("\n\n").Append(s_laws[pass]);
        text.Append(after == before ? " Nothing to do here.\n\n" : "\n\n" + Code("text", after));
        return after;
    }

    private static string Ir(Module module) => Code("text", Printer.Print(module));

    private static string Code(string language, string text) => "```" + language + "\n" + text.Trim('\n') + "\n```\n\n";

    /// <summary>The method alone, without its documentation.</summary>
    private static string Generated()
    {
        using CompiledModel compiled = Compile.Run("using System;\nusing Proxima;\n\npublic static partial class Models\n{\n" + Source + "\n}\n");
        string[] lines = compiled.Sources.Values.Single().Split('\n');
        int start = System.Array.FindIndex(lines, static l => l.Contains("double ReachGradient(", System.StringComparison.Ordinal));
        int end = System.Array.FindIndex(lines, start, static l => l == "    }");
        return string.Join("\n", lines[start..(end + 1)].Select(static l => l.Length > 4 ? l[4..] : ""));
    }
}
