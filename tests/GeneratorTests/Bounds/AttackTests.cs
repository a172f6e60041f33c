extern alias runtime;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Proxima;
using Tests.Shared;
using Xunit.Abstractions;
using Interval = runtime::Proxima.Interval;

namespace GeneratorTests.Bounds;

/// <summary>
/// Samples against bounds: a million in every build, and as many as <c>PROXIMA_ATTACK</c> says otherwise. <c>PROXIMA_ATTACK=1e9 dotnet test tests/GeneratorTests -c
/// Release --filter "FullyQualifiedName~violates"</c> takes a billion of the FPBench functions (<see cref="FpBenchTests"/>) and of the reference networks.
/// </summary>
[Trait("Category", "Batch")]
public sealed class AttackTests(ITestOutputHelper output)
{
    private static readonly Lazy<Assembly> s_networks = new(static () => Load("Relu", "Math.Max(sum, 0.0)", "Tanh", "Math.Tanh(sum)", "Sigmoid", "1.0 / (1.0 + Math.Exp(-sum))"));
    private static readonly Lazy<JsonElement[]> s_files = new(static () =>
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "NumericTests", "Data", "reference_nets.json")));
        return [.. document.RootElement.GetProperty("nets").EnumerateArray().Select(static net => net.Clone())];
    });

    public static TheoryData<string> Models => [.. AttackModels.Domains.Keys];

    public static TheoryData<string> Networks => [.. s_files.Value.Select(static net => net.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Models))]
    public void No_sample_of_a_model_violates_a_bound(string name)
    {
        Attack attack = new(AttackModels.Of(name), AttackModels.Domains[name], 1);
        attack.Run(Attack.SamplesOr(1_000_000) / 10 / AttackModels.Domains.Count);
        output.WriteLine(FormattableString.Invariant($"{attack.Samples} samples, {attack.Judged} judged by their own enclosures, {attack.SecondOrderBoxes} boxes with second derivatives"));
        Assert.Empty(attack.Violations);
    }

    /// <summary>Factors that vary together are not taken for independent: the ends are the exact ones, to rounding of a few operations.</summary>
    [Theory]
    [InlineData("Powers", -1, 2, 0, 0, "value", -1, 8)]
    [InlineData("Length", -1, 2, -1, 1, "slope", -1, 1)]
    [InlineData("Length", 3, 4, 0, 3, "slope", 0.7071067811865475, 1)]
    [InlineData("Arcs", -0.75, 0.75, 0, 0, "slope", 1, 1.5118578920369088)]
    public void Enclosures_are_tight(string name, double xLo, double xHi, double yLo, double yHi, string what, double least, double greatest)
    {
        IEnclosure model = AttackModels.Of(name);
        Interval[] box = [new(xLo, xHi), new(yLo, yHi)], gradient = new Interval[2];
        Interval bound = what == "value" ? model.Range(box) : model.GradientRange(box, gradient);
        bound = what == "value" ? bound : gradient[0];
        Assert.True(new Interval(least, greatest).IsSubsetOf(bound + new Interval(-1e-15, 1e-15)), bound.ToString()); // the expected ends are rounded themselves
        Assert.True(bound.IsSubsetOf(new Interval(least, greatest) + new Interval(-4e-15, 4e-15)), bound.ToString()); // 4e-15: a handful of ulps of numbers up to 8
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void No_sample_of_a_network_violates_a_bound(string name)
    {
        JsonElement net = s_files.Value.Single(net => net.GetProperty("name").GetString() == name);
        double[][] biases = [.. net.GetProperty("biases").EnumerateArray().Select(Numbers)];
        JsonElement[] boxes = [.. net.GetProperty("cases").EnumerateArray()];
        long samples = Attack.SamplesOr(1_000_000) / 10 / s_files.Value.Length / boxes.Length; // a tenth for networks: they cost more
        int number = 0;
        foreach (Interval[] box in boxes.Select(Box))
        {
            Attack attack = new(Network(net, biases, output: number % biases[^1].Length, box.Length), box, number++);
            attack.Run(samples);
            output.WriteLine(FormattableString.Invariant($"{attack.Samples} samples, {attack.Judged} judged by their own enclosures, {attack.SecondOrderBoxes} boxes with second derivatives"));
            Assert.Empty(attack.Violations);
        }
    }

    [Theory]
    [InlineData(0.999, 1, 1)]
    [InlineData(1, 0.999, 1)]
    [InlineData(1, 1, 0.999)]
    public void Bounds_that_are_too_small_by_a_thousandth_are_found_out(double ofRange, double ofGradient, double ofHessian)
    {
        Attack attack = new(new Shrunk(ofRange, ofGradient, ofHessian), [new(-1, 2), new(0, 1)], 5);
        attack.Run(100_000);
        Assert.NotEmpty(attack.Violations);
    }

    [Fact]
    public void Right_bounds_are_not_found_out()
    {
        Attack attack = new(new Shrunk(1, 1, 1), [new(-1, 2), new(0, 1)], 5);
        attack.Run(100_000);
        Assert.Empty(attack.Violations);
        Assert.NotEqual(0, attack.SecondOrderBoxes);
    }

    private static IEnclosure Network(JsonElement net, double[][] biases, int output, int inputs)
    {
        List<double> weights = [];
        foreach ((JsonElement layer, double[] bias) in net.GetProperty("weights").EnumerateArray().Zip(biases))
        {
            weights.AddRange(layer.EnumerateArray().SelectMany(Numbers));
            weights.AddRange(bias);
        }
        string activation = net.GetProperty("activation").GetString()!;
        Type type = s_networks.Value.GetType("Networks+" + char.ToUpperInvariant(activation[0]) + activation[1..] + "Model", throwOnError: true)!;
        return (IEnclosure)Activator.CreateInstance(type, inputs, (ReadOnlyMemory<double>)weights.ToArray(), (ReadOnlyMemory<int>)Array.ConvertAll(biases, static bias => bias.Length), output)!;
    }

    private static Interval[] Box(JsonElement box)
    {
        double[] centre = Numbers(box.GetProperty("center"));
        double radius = box.GetProperty("eps").GetDouble();
        return Array.ConvertAll(centre, c => new Interval(c - radius, c + radius));
    }

    private static double[] Numbers(JsonElement row) => [.. row.EnumerateArray().Select(static number => number.GetDouble())];

    /// <summary>One output of a network: per layer a matrix, row by row, and the biases.</summary>
    private static Assembly Load(params string[] namesAndActivations)
    {
        string methods = string.Concat(namesAndActivations.Chunk(2).Select(static pair =>
            $$"""
                [Lipschitz]
                public static double {{pair[0]}}(ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> weights, ReadOnlySpan<int> widths, int output)
                {
                    int count = x.Length;
                    for (int layer = 0; layer < widths.Length; layer++)
                    {
                        count += widths[layer];
                    }
                    double[] units = new double[count];
                    for (int i = 0; i < x.Length; i++)
                    {
                        units[i] = x[i];
                    }
                    int from = 0, width = x.Length, at = 0;
                    for (int layer = 0; layer < widths.Length; layer++)
                    {
                        int rows = widths[layer];
                        for (int i = 0; i < rows; i++)
                        {
                            double sum = weights[at + rows * width + i];
                            for (int j = 0; j < width; j++)
                            {
                                sum += weights[at + i * width + j] * units[from + j];
                            }
                            units[from + width + i] = layer == widths.Length - 1 ? sum : {{pair[1]}};
                        }
                        at += rows * (width + 1);
                        from += width;
                        width = rows;
                    }
                    return units[from + output];
                }

            """));
        CompiledModel compiled = Compile.Run("using System;\nusing Proxima;\npublic static partial class Networks\n{\n" + methods + "}\n");
        Assert.Null(compiled.GeneratorFailure);
        return compiled.Load();
    }
}
