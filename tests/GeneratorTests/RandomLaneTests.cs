extern alias runtime;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Proxima;
using Tests.Shared;
using Interval = runtime::Proxima.Interval;
using Lanes = runtime::Proxima.IntervalLanes;

namespace GeneratorTests;

/// <summary>
/// Random straight lines on eight boxes at once: the numbers of each box alone, bit for bit the same however the boxes are grouped, and samples lie inside.
/// </summary>
[Trait("Category", "Batch")]
public sealed class RandomLaneTests
{
    private const int Programs = 40, Boxes = 61, Inputs = 3;

    private static readonly string[] s_operations = ["+", "-", "*", "*", "/", "+", "-", "*"];

    [Fact]
    public void Boxes_together_are_boxes_alone_on_random_programs()
    {
        using CompiledModel compiled = Compile.Run(Text());
        Assert.Null(compiled.GeneratorFailure);
        System.Reflection.Assembly assembly = compiled.Load();
        int inLanes = 0;
        for (int i = 0; i < Programs; i++)
        {
            IEnclosure model = (IEnclosure)Activator.CreateInstance(assembly.GetType(FormattableString.Invariant($"Lines+F{i}Model"), throwOnError: true)!)!;
            inLanes += model.BoxesAtOnce > 1 ? 1 : 0;
            Attack(model, new(i), "F" + i.ToString(CultureInfo.InvariantCulture));
        }
        Assert.True(!Lanes.IsSupported || inLanes >= Programs / 2, inLanes.ToString(CultureInfo.InvariantCulture));
    }

    private static void Attack(IEnclosure model, Random random, string name)
    {
        Interval[] boxes = [.. Enumerable.Range(0, Boxes * Inputs).Select(_ => Side(random))];
        Interval[] ranges = new Interval[Boxes], values = new Interval[Boxes], gradients = new Interval[Boxes * Inputs], hessians = new Interval[Boxes * Inputs * Inputs];
        bool[] areBounded = new bool[Boxes];
        model.Ranges(boxes, ranges);
        model.GradientRanges(boxes, values, gradients);
        model.HessianRanges(boxes, hessians, areBounded);
        Interval[] gradient = new Interval[Inputs], hessian = new Interval[Inputs * Inputs];
        for (int i = 0; i < Boxes; i++)
        {
            Interval[] box = boxes[(i * Inputs)..((i + 1) * Inputs)];
            Same([model.Range(box)], ranges.AsSpan(i, 1), name, box);
            Same([model.GradientRange(box, gradient)], values.AsSpan(i, 1), name, box);
            Same(gradient, gradients.AsSpan(i * Inputs, Inputs), name, box);
            Assert.True(areBounded[i] == model.HessianRange(box, hessian), name);
            if (areBounded[i])
            {
                Same(hessian, hessians.AsSpan(i * Inputs * Inputs, Inputs * Inputs), name, box);
            }
            CheckSample(model, box, ranges[i], random, name);
        }
        for (int group = 0; group < 12; group++)
        {
            int start = random.Next(Boxes), count = random.Next(Boxes - start + 1);
            Interval[] some = new Interval[count], slopes = new Interval[count * Inputs];
            model.GradientRanges(boxes.AsSpan(start * Inputs, count * Inputs), some, slopes);
            Assert.Equal(Bits(values.AsSpan(start, count)), Bits(some));
            Assert.Equal(Bits(gradients.AsSpan(start * Inputs, count * Inputs)), Bits(slopes));
        }
    }

    private static void CheckSample(IEnclosure model, Interval[] box, Interval range, Random random, string name)
    {
        if (box.Any(static side => !side.IsBounded))
        {
            return;
        }
        double[] x = [.. box.Select(side => Math.Clamp(side.Lo + (random.NextDouble() * (side.Hi - side.Lo)), side.Lo, side.Hi))];
        Interval point = model.Range([.. x.Select(static number => (Interval)number)]); // the real value is in this one too
        Assert.True(point.IsEmpty || !point.IsDisjointFrom(range), FormattableString.Invariant($"{name} at {string.Join(", ", x)}: {point}, {range}"));
    }

    /// <summary>Sides of all kinds: wide, narrow, points, through zero, unbounded and now and then none.</summary>
    private static Interval Side(Random random)
    {
        double a = (6 * random.NextDouble()) - 3;
        return random.Next(40) switch
        {
            0 => Interval.Empty,
            1 => Interval.Entire,
            2 => new(a, double.PositiveInfinity),
            3 => new(double.NegativeInfinity, a),
            4 => default,
            5 => new(0, Math.Abs(a)),
            < 12 => a,
            _ => new(a, a + Math.Pow(10, -4 * random.NextDouble())),
        };
    }

    private static void Same(ReadOnlySpan<Interval> alone, ReadOnlySpan<Interval> together, string name, Interval[] box)
    {
        for (int j = 0; j < alone.Length; j++)
        {
            // A zero may have the other sign.
            Assert.True(alone[j].Lo.Equals(together[j].Lo) && alone[j].Hi.Equals(together[j].Hi), $"{name} on {string.Join(" × ", box)}: {alone[j]} alone, {together[j]} together");
        }
    }

    private static long[] Bits(ReadOnlySpan<Interval> sets)
    {
        long[] bits = new long[2 * sets.Length];
        for (int i = 0; i < sets.Length; i++)
        {
            (bits[2 * i], bits[(2 * i) + 1]) = (BitConverter.DoubleToInt64Bits(sets[i].Lo), BitConverter.DoubleToInt64Bits(sets[i].Hi));
        }
        return bits;
    }

    /// <summary>Models of ten to thirty operations, in few of which a function is called that has no vector form.</summary>
    private static string Text()
    {
        StringBuilder text = new("using System;\nusing Proxima;\n\npublic static partial class Lines\n{\n");
        for (int i = 0; i < Programs; i++)
        {
            Random random = new(1000 + i);
            List<string> names = ["x", "y", "z"];
            text.Append(CultureInfo.InvariantCulture, $"    [Lipschitz]\n    public static double F{i}(double x, double y, double z)\n    {{\n");
            for (int k = random.Next(10, 30); k > 0; k--)
            {
                string name = FormattableString.Invariant($"v{k}");
                text.Append(CultureInfo.InvariantCulture, $"        double {name} = {Operation(random, names)};\n");
                names.Add(name);
            }
            text.Append(CultureInfo.InvariantCulture, $"        return {names[^1]} + {names[^2]} * {names[^3]};\n    }}\n\n");
        }
        return text + "}\n";
    }

    private static string Operation(Random random, List<string> names)
    {
        string left = names[random.Next(names.Count)], right = random.Next(4) == 0 ? FormattableString.Invariant($"{Math.Round((4 * random.NextDouble()) - 2, 2)}") : names[random.Next(names.Count)];
        return random.Next(24) switch
        {
            0 => "Math.Sqrt(" + left + ")",
            1 => random.Next(8) == 0 ? "Math.Max(" + left + ", " + right + ")" : "Math.Sqrt(1 + " + left + " * " + left + ")", // a kink is a branch: no lanes
            2 => random.Next(6) switch { 0 => "Math.Sin(" + left + ")", 1 => "Math.Exp(" + left + ")", 2 => "1 / (1 + Math.Exp(-" + left + "))", _ => left + " / (2 + " + left + " * " + left + ")" },
            3 => left + " * " + left,
            _ => left + " " + s_operations[random.Next(s_operations.Length)] + " (" + right + ")",
        };
    }
}
