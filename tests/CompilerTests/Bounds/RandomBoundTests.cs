extern alias compiler;

using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;
using Proxima.Generator.Transforms.Bounds;
using Interval = compiler::Proxima.Interval;

namespace CompilerTests.Bounds;

/// <summary>Bounds of random programs, attacked with samples: values and gradients at points of a box are inside.</summary>
public sealed class RandomBoundTests
{
    private static readonly Dictionary<string, string> s_outputs = new() { ["a"] = "dA" };
    private int _enclosed;

    [Fact]
    public void Samples_of_values_and_gradients_are_inside()
    {
        RandomLaw.Holds(Attack, programs: 400);
        // Loops that a variable decides have no bounds; most programs have none.
        Assert.InRange(_enclosed, 250, int.MaxValue);
    }

    private void Attack(RandomProgram program)
    {
        Function real = RealValued.Run(PassList.Normalise(program.Function));
        if (BoundObstacles.Of(new Module(real, [])) is not null || Enclose(real) is not { } bounds)
        {
            return;
        }
        _enclosed++;
        Module gradient = Reverse.Run(new Module(real, []), s_outputs).Module;
        Random random = new(program.N);
        foreach (double width in new[] { 0.05, 0.5, 2 })
        {
            Interval[] box = [.. program.Point.Select(c => new Interval(c - (width * random.NextDouble()), c + (width * random.NextDouble())))];
            Interval range = Run(bounds.Range, program, box, [])[0];
            Interval[] dA = new Interval[4], results = Run(bounds.Gradient, program, box, dA);
            Interval[] derivatives = [.. results.Skip(1), .. dA];
            for (int sample = 0; sample < 8; sample++)
            {
                double[] point = [.. box.Select(side => sample switch { 0 => side.Lo, 1 => side.Hi, _ => side.Lo + (random.NextDouble() * (side.Hi - side.Lo)) })];
                Cells written = Cells.Zeros(ScalarType.Double, 4);
                Evaluation exact = Evaluator.EvaluatePrecisely(gradient, [point[0], point[1], point[2], point[3..], program.N, written]);
                double value = exact.Results[0].Real.Hi;
                Inside(value, range, "range");
                Inside(value, results[0], "value");
                double[] slopes = [.. exact.Results.Skip(1).Select(static r => r.Real.Hi), .. written.ToDoubles()];
                for (int i = 0; i < slopes.Length; i++)
                {
                    Inside(slopes[i], derivatives[i], "derivative " + i);
                }
            }
        }
    }

    /// <summary>Null for a program whose branches have no bounds for a reason found on the way.</summary>
    private static (IntervalProgram Range, IntervalProgram Gradient)? Enclose(Function real)
    {
        try
        {
            real = NameCompared.Run(real);
            Function marked = PassList.Prepare(Jumps.Run(GuardDomains.Run(real), out _));
            Verifier.Verify(new Module(marked, []), Form.Normal);
            return (Lifted(real), Lifted(Reverse.Run(new Module(marked, []), s_outputs).Module.Main));
        }
        catch (BoundException)
        {
            return null;
        }
    }

    private static IntervalProgram Lifted(Function function) => IntervalProgram.Of(PassList.TidyBounds(IntervalBound.Run(PassList.Prepare(function))));

    private static Interval[] Run(IntervalProgram bounds, RandomProgram program, Interval[] box, Interval[] derivative)
    {
        bounds.Set("x", box[0]);
        bounds.Set("y", box[1]);
        bounds.Set("z", box[2]);
        bounds.Set("a", box[3..]);
        bounds.Set("n", (long)program.N);
        if (derivative.Length > 0)
        {
            bounds.Set("dA", derivative);
        }
        Interval[] results = new Interval[bounds.ResultCount];
        bounds.Run(results);
        return results;
    }

    /// <summary>The reference is rounded to a double from about 100 bits, of which cancellation may cost half.</summary>
    private static void Inside(double value, Interval bound, string what)
    {
        double slack = 1e-13 * (1 + Math.Abs(value));
        Assert.False(double.IsFinite(value) && !(bound.Lo - slack <= value && value <= bound.Hi + slack), $"{what}: {value:R} is not in [{bound.Lo:R}, {bound.Hi:R}]");
    }
}
