using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>What the adjoint sweep reads back and what it computes again, in the text of the IR.</summary>
public sealed class RecallTests
{
    private static readonly Dictionary<string, string> s_none = [];

    [Fact]
    public void By_itself_a_dear_number_is_stored_and_a_cheap_one_computed_again()
    {
        string text = Gradient(Recall.Cheapest);
        Assert.Contains("= waveAt[t1]", text);
        Assert.DoesNotContain("squareAt", text);
    }

    [Fact]
    public void Prefer_store_stores_the_cheap_one_too()
    {
        string text = Gradient(Recall.Stored);
        Assert.Contains("= waveAt[t1]", text);
        Assert.Contains("= squareAt[t1]", text);
    }

    [Fact]
    public void Prefer_recompute_stores_only_what_the_loop_carries()
    {
        string text = Gradient(Recall.Recomputed);
        Assert.Contains("= pAt[t1]", text);
        Assert.DoesNotContain("waveAt", text);
        Assert.DoesNotContain("squareAt", text);
    }

    [Fact]
    public void An_overwritten_element_is_stored_whatever_is_preferred()
    {
        // u[0] = sin(u[0]) in a loop: the old element is gone when the adjoint sweep comes.
        Let old = new("old", new Element(ScalarType.Double, "u", Int(0))) { Recall = Recall.Recomputed };
        Let sine = new("sine", Call(Elementary.Sin, Name("old", ScalarType.Double))) { Recall = Recall.Recomputed };
        For loop = new("t", Int(0), Name("n", ScalarType.Int), 1, Body(old, sine, new Store("u", Int(0), Name("sine", ScalarType.Double))));
        Block body = Body(new NewArray("u", ScalarType.Double, Int(1)), new Store("u", Int(0), Name("x", ScalarType.Double)), loop, new Let("last", new Element(ScalarType.Double, "u", Int(0))));
        string text = Printer.Print(Reverse.Run(new(Scalar(body, "last"), []), s_none).Module.Main);
        Assert.Contains("old", text.Split('\n').First(static line => line.Contains("At[t] :=", System.StringComparison.Ordinal)));
    }

    [Fact]
    public void All_choices_give_the_same_numbers()
    {
        Evaluation[] results = [.. new[] { Recall.Cheapest, Recall.Stored, Recall.Recomputed }.Select(static r => Evaluator.Evaluate(Reverse.Run(Module(r), s_none).Module, [0.7, 9]))];
        Assert.All(results, r => Assert.Equal(results[0].Results.Select(static v => v.Real.Hi), r.Results.Select(static v => v.Real.Hi)));
    }

    [Fact]
    public void Storage_of_a_checkpointed_loop_has_the_length_of_its_segments()
    {
        Module module = Module(Recall.Cheapest);
        Block body = module.Main.Body.Statements.Select(static s => s is For loop ? loop with { IsCheckpointed = true } : s).ToBlock();
        Function gradient = PassList.Tidy(Reverse.Run(new(module.Main with { Body = body }, []), s_none).Module.Main);
        string[] lengths = [.. Walker.Statements(gradient.Body).OfType<NewArray>().Select(static a => Printer.Print(a.Length))];
        Assert.Equal(["segmentLength", "segmentLength", "segments"], lengths.Order());
        Assert.Empty(Walker.Statements(gradient.Body).OfType<NewTape>());
    }

    private static string Gradient(Recall recall) => Printer.Print(Reverse.Run(Module(recall), s_none).Module.Main);

    /// <summary>wave = sin(p), square = wave · wave, p ← square · wave · x.</summary>
    private static Module Module(Recall recall)
    {
        Read p = Name("p", ScalarType.Double), wave = Name("wave", ScalarType.Double), square = Name("square", ScalarType.Double), cube = Name("cube", ScalarType.Double);
        Block body = Body(
            new Let("wave", Call(Elementary.Sin, p)) { Recall = recall },
            new Let("square", Multiply(wave, wave)) { Recall = recall },
            new Let("cube", Multiply(square, wave)) { Recall = recall },
            new Let("next", Multiply(cube, Name("x", ScalarType.Double))) { Recall = recall });
        For loop = new("t", Int(0), Name("n", ScalarType.Int), 1, null, [new("p", ScalarType.Double, Name("x", ScalarType.Double), Name("next", ScalarType.Double), "last")], body);
        return new(Scalar(Body(loop), "last"), []);
    }

    private static Function Scalar(Block body, string result) => new(
        "F", [new("x", ScalarType.Double, ParameterKind.Scalar, true), new("n", ScalarType.Int, ParameterKind.Scalar, false)], [], body, [Name(result, ScalarType.Double)]);

    private static Block Body(params Statement[] statements) => statements.ToBlock();
}
