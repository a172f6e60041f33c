using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;

namespace CompilerTests.Approximation;

/// <summary>Programs as text.</summary>
public sealed class KernelTextTests
{
    /// <summary>Two exponentials may have tables of different sizes: a place has as many bits as its own table needs.</summary>
    [Fact]
    public void A_place_is_masked_for_the_table_that_is_looked_up()
    {
        KernelBuilder kernel = new();
        int few = LookUp(kernel, 16, 786432), many = LookUp(kernel, 32, 393216);
        Kernel program = kernel.Build(isSingle: true, kernel.Plus(few, many));
        SourceWriter writer = new();
        KernelText.Write(program, 0, writer, new Names(["x"]), "x");
        string text = writer.ToString();
        Assert.Contains("& 15", text);
        Assert.Contains("& 31", text);
    }

    private static int LookUp(KernelBuilder kernel, int size, double rounder)
    {
        int rounded = kernel.Plus(kernel.Input, kernel.Constant(rounder), "rounded");
        int place = kernel.Add(new(StepKind.LowBits, rounded), "place");
        return kernel.LookUp(new([.. Enumerable.Range(0, size).Select(static i => 1 + (i / 64.0))]), place, "power");
    }
}
