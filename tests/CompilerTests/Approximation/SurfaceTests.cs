extern alias compiler;

using System;
using System.Diagnostics;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Xunit.Abstractions;
using static Proxima.Generator.Ir.Build;
using Interval = compiler::Proxima.Interval;

namespace CompilerTests.Approximation;

/// <summary>Approximations of two and three variables.</summary>
public sealed class SurfaceTests(ITestOutputHelper output)
{
    private static readonly Read s_x = Name("x", ScalarType.Double), s_y = Name("y", ScalarType.Double), s_z = Name("z", ScalarType.Double);

    [Fact]
    public void Measure()
    {
        Expression bump = Multiply(s_x, Call(Elementary.Exp, Negate(Multiply(s_y, s_y))));
        Expression ripple = Call(Elementary.Sin, Plus(Multiply(s_x, s_y), s_x));
        Expression distance = Call(Elementary.Sqrt, Plus(Plus(Multiply(s_x, s_x), Multiply(s_y, s_y)), Double(1)));
        Expression d1 = Divide(Plus(Call(Elementary.Log, s_x), Multiply(Double(0.5), Multiply(s_y, s_y))), s_y);
        Expression d3 = Divide(Plus(Call(Elementary.Log, s_x), Multiply(Plus(Double(0.03), Multiply(Double(0.5), Multiply(s_y, s_y))), s_z)), Multiply(s_y, Call(Elementary.Sqrt, s_z)));
        Expression wave = Multiply(Call(Elementary.Exp, Negate(Multiply(s_x, s_z))), Call(Elementary.Cos, Plus(s_y, s_x)));
        for (int round = 0; round < 8; round++)
        {
            SurfaceProof.Extra = round / 2;
            output.WriteLine($"--- {round / 2}");
            Run("bump", bump, 1e-6, true, new(-1, 1), new(-1, 1));
            Run("bump", bump, 1e-6, false, new(-1, 1), new(-1, 1));
            Run("bump", bump, 1e-10, false, new(-1, 1), new(-1, 1));
            Run("bump", bump, 1e-3, true, new(-1, 1), new(-2, 2));
            Run("ripple", ripple, 1e-6, false, new(-1, 1), new(0, 1));
            Run("distance", distance, 1e-6, true, new(-1, 1), new(0, 1));
            Run("d1", d1, 1e-4, false, new(0.8, 1.2), new(0.1, 0.5));
            Run("d1", d1, 1e-6, false, new(0.8, 1.2), new(0.2, 0.5));
            Run("wave", wave, 1e-4, true, new(0, 1), new(0, 1), new(0, 1));
            Run("wave", wave, 1e-6, false, new(0, 1), new(0, 1), new(0, 1));
            Run("d3", d3, 1e-3, false, new(0.8, 1.2), new(0.15, 0.5), new(0.25, 1));
        }

        void Run(string name, Expression function, double tolerance, bool isSingle, params Interval[] box)
        {
            string[] names = [.. new[] { "x", "y", "z" }.Take(box.Length)];
            Target target = Models.Of(names, Block.Empty, function);
            Stopwatch watch = Stopwatch.StartNew();
            try
            {
                Approximated found = SurfaceApproximator.Find(target, new(new(box), Proxima.Generator.Approximation.Measure.Absolute, tolerance, isSingle), names);
                output.WriteLine($"{name} {tolerance} {(isSingle ? "float" : "double")}: {watch.ElapsedMilliseconds} ms, {found.Scheme.Form}, {found.Bound.Boxes} boxes, {found.Bound.Lower:G4} .. {found.Bound.Upper:G4} ({found.Bound.Approximation:G4}), {found.Cycles} cycles; {SurfaceApproximator.Trail}");
            }
            catch (ApproximationException reason)
            {
                output.WriteLine($"{name} {tolerance}: {watch.ElapsedMilliseconds} ms, {reason.Message}; {SurfaceApproximator.Trail}");
            }
        }
    }
}
