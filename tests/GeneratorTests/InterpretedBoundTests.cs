extern alias compiler;
extern alias runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Pipeline.Proofs;
using Proxima.Generator.Transforms.Bounds;
using Tests.Shared;
using Interpreted = compiler::Proxima.Interval;
using Interval = runtime::Proxima.Interval;

namespace GeneratorTests;

/// <summary>What the compiler interprets and what it writes enclose the same: ends of one have the bits of the other's.</summary>
public sealed class InterpretedBoundTests
{
    private const string Two = "[Domain(-3, 3)] double x, [Domain(-3, 3)] double y", Four = "[Domain(-3, 3)] double[] x";

    [Theory]
    [InlineData(Two, "=> x * x - y / (1 + x * x) + Math.Exp(-y);", 2)]
    [InlineData(Two, "=> Math.Sqrt(x) * Math.Pow(y, 1.5) + Math.Log(x + y) + Math.Tan(x) / y;", 2)]
    [InlineData(Two, "=> Math.Max(x, y) + Math.Abs(x - 1) * Math.Min(y, 0.5) + Math.Clamp(x, -1, 1);", 2)]
    [InlineData(Two, "{ if (x > 1) { return x * x; } double z = y < 0 ? -y : y * y; return z + x; }", 2)]
    [InlineData(Two, "{ if (y > 0) { return Math.Sqrt(x + 2) * y; } return y * Math.Log(3.5 + x) / (x + 1); }", 2)]
    [InlineData(Two, "{ double s = x; for (int i = 0; i < 5; i++) { s = Math.Sin(s) + 0.1 * i * y; if (s > 0.2) { s *= 0.5; } } return s; }", 2)]
    [InlineData(Two, "{ double e = Math.Exp(x + y); return 1 / (1 + Math.Exp(-x * y)) + y / (Math.Exp(x) + 1) + e / (1 + e); }", 2)]
    [InlineData(Two, "=> Math.Floor(x) * y + Math.Atan2(y, x) + Math.CopySign(x, y);", 2)]
    [InlineData(Four, "{ double s = 0; for (int i = 0; i < 4; i++) { double t = 0; for (int j = 0; j <= i; j++) { t += x[j] * (i + 0.5); } s += Math.Tanh(t); } return s; }", 4)]
    [InlineData(Four, "{ double[] a = new double[4]; for (int i = 0; i < 3; i++) { a[i + 1] = a[i] * x[i] + x[i + 1]; } return a[3] * x[0]; }", 4)]
    [InlineData("[Domain(-3, 3)] System.Numerics.Vector2 v, [Domain(-3, 3)] float w", "=> v.X * v.Y + Math.Cos(w * v.X);", 3)]
    public void Interpreter_and_companion_agree(string parameters, string body, int dimension)
    {
        string members = "[Lipschitz] public static double F(" + parameters + ") " + body;
        Request request = Reading.OfMembers(members);
        Enclosures? enclosures = Enclosures.Of(request, Nesting.Normalise(request.Module), static _ => { }, out _);
        Assert.NotNull(enclosures);
        Meter meter = new(long.MaxValue);
        ModelPrograms programs = new(request, enclosures, meter);
        DomainBox domain = DomainBox.Of(request, ModelSize.Lengths(request, programs.Range));
        Assert.Equal(dimension, domain.Sides.Length);
        ProgramModel interpreted = new(programs, domain.Coordinates);
        using CompiledModel compiled = Compile.Run("using System;\nusing System.Numerics;\nusing Proxima;\n\npublic static partial class Models\n{\n" + members + "\n}\n");
        Type type = compiled.Load().GetType("Models+FModel", throwOnError: true)!;
        runtime::Proxima.IEnclosure written = (runtime::Proxima.IEnclosure)(parameters == Four ? Activator.CreateInstance(type, 4)! : Activator.CreateInstance(type)!);
        Assert.Equal(dimension, written.Dimension);

        Random random = new(7);
        int bounded = 0;
        for (int sample = 0; sample < 300; sample++)
        {
            (double Lo, double Hi)[] box = [.. Enumerable.Range(0, dimension).Select(_ => Side(random))];
            Interval[] sides = [.. box.Select(static s => new Interval(s.Lo, s.Hi))], gradient = new Interval[dimension], hessian = new Interval[dimension * dimension];
            Interpreted[] own = [.. box.Select(static s => new Interpreted(s.Lo, s.Hi))], ownGradient = new Interpreted[dimension], ownHessian = new Interpreted[dimension * dimension];
            Same([written.Range(sides)], [interpreted.Range(own)], "range", box);
            Same([written.GradientRange(sides, gradient)], [interpreted.GradientRange(own, ownGradient)], "value", box);
            compiler::Proxima.Slopes.Repair(ownGradient); // the model struct does so itself
            Same(gradient, ownGradient, "gradient", box);
            Assert.Equal(written.IsDefined(sides), interpreted.IsDefined(own));
            bool isBounded = written.HessianRange(sides, hessian);
            Assert.Equal(isBounded, interpreted.HessianRange(own, ownHessian));
            if (isBounded)
            {
                bounded++;
                Same(hessian, ownHessian, "Hessian", box);
            }
            for (int row = 0; row < dimension; row++)
            {
                bool isRowBounded = written.HessianRow(sides, row, gradient);
                Assert.Equal(isRowBounded, interpreted.HessianRow(own, row, ownGradient));
                Assert.True(isRowBounded || !isBounded);
                if (isBounded)
                {
                    Same(hessian[(row * dimension)..((row + 1) * dimension)], ownGradient, "row", box);
                    Same(gradient, ownGradient, "row", box);
                }
            }
        }
        Assert.InRange(bounded, 1, 300);
    }

    private static (double Lo, double Hi) Side(Random random)
    {
        double a = (6 * random.NextDouble()) - 3, width = Math.Pow(10, -3 * random.NextDouble());
        return random.Next(8) == 0 ? (a, a) : (a, a + width);
    }

    private static void Same(IReadOnlyList<Interval> written, IReadOnlyList<Interpreted> interpreted, string what, (double, double)[] box)
    {
        for (int i = 0; i < written.Count; i++)
        {
            // A zero has no sign here.
            Assert.True(
                (written[i].Lo + 0.0).Equals(interpreted[i].Lo + 0.0) && (written[i].Hi + 0.0).Equals(interpreted[i].Hi + 0.0),
                $"{what} {i} on {string.Join(" ", box)}: {written[i]}, {interpreted[i]}");
        }
    }
}
