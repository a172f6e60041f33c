extern alias compiler;

using System;
using System.Globalization;
using System.Linq;
using CsCheck;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;
using Interval = compiler::Proxima.Interval;

namespace CompilerTests.Approximation;

/// <summary>Approximations of two and three variables: what is stated about them is true, and not far from what is there.</summary>
public sealed class SurfaceTests
{
    private static readonly string[] s_names = ["x", "y", "z"];
    private static readonly Read s_x = Name("x", ScalarType.Double), s_y = Name("y", ScalarType.Double), s_z = Name("z", ScalarType.Double);

    private static readonly Expression s_bump = Multiply(s_x, Call(Elementary.Exp, Negate(Multiply(s_y, s_y))));
    private static readonly Expression s_ripple = Call(Elementary.Sin, Plus(Multiply(s_x, s_y), s_x));
    private static readonly Expression s_smile = Divide(Plus(Call(Elementary.Log, s_x), Multiply(Double(0.5), Multiply(s_y, s_y))), s_y);
    private static readonly Expression s_wave = Multiply(Call(Elementary.Exp, Negate(Multiply(s_x, s_z))), Call(Elementary.Cos, Plus(s_y, s_x)));

    public static TheoryData<string, double, bool> Cases => new()
    {
        { "bump", 1e-6, false },
        { "bump", 1e-6, true },
        { "bump", 1e-11, false },
        { "ripple", 1e-5, false },
        { "ripple", 1e-4, true },
        { "smile", 1e-4, false },
        { "wave", 1e-3, false },
        { "wave", 1e-3, true },
    };

    /// <summary>Of all cases together two million arguments, corners and edges among them: no error is above the bound, and the largest is near it.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void No_error_is_above_the_bound_and_some_is_near_it(string name, double tolerance, bool isSingle)
    {
        (Expression function, Interval[] box) = CaseOf(name);
        Target target = Of(function, box.Length);
        Approximated found = Find(target, box, tolerance, isSingle);
        (double worst, double[] at) = Attack(target, found.Scheme, 3_000);
        Func<double[], double> reference = ReferenceOf(name);
        Random random = new(3);
        for (int i = 0; i < 250_000; i++)
        {
            double[] x = [.. box.Select(b => b.Lo + ((b.Hi - b.Lo) * random.NextDouble()))];
            x = isSingle ? [.. x.Select(static v => (double)(float)v)] : x;
            double error = Math.Abs(found.Scheme.Program.Run(x) - reference(x)) - 1e-14; // what the reference itself rounds
            (worst, at) = error > worst ? (error, x) : (worst, at);
        }
        Assert.True(worst <= found.Bound.Upper, FormattableString.Invariant($"{worst} at ({string.Join(", ", at)}) is above {found.Bound.Upper}"));
        Assert.InRange(found.Bound.Upper / worst, 1, isSingle && tolerance < 1e-5 ? 1.3 : 1.1); // rounding analysis of floats knows less than what happens
        Assert.InRange(found.Bound.Lower, 0.8 * worst, 1.1 * worst);
        Assert.InRange(Math.Abs(Error(target, found.Scheme, [.. found.Bound.At])), 0.8 * found.Bound.Lower, 1.2 * found.Bound.Lower);
    }

    /// <summary>A coefficient that is moved so that the error grows above the tolerance, however little else changes, has no proof.</summary>
    [Fact]
    public void A_changed_coefficient_breaks_the_proof()
    {
        (Expression function, Interval[] box) = CaseOf("ripple");
        Target target = Of(function, box.Length);
        Approximated found = Find(target, box, 1e-5, isSingle: false);
        int refused = 0;
        for (int i = 0; i < found.Scheme.Program.Steps.Count; i++)
        {
            if (found.Scheme.Program.Steps[i] is not { Kind: StepKind.Constant } step)
            {
                continue;
            }
            foreach (double change in new[] { -1e-2, -1e-4, 1e-5, 1e-3 })
            {
                Step[] steps = [.. found.Scheme.Program.Steps];
                steps[i] = step with { Value = step.Value + change };
                Kernel changed = found.Scheme.Program with { Steps = new(steps) };
                ErrorBound bound = SurfaceProof.Run(target, changed, found.Scheme.Box, new(Measure.Absolute) { Expected = 1e-5, Limit = 1e-5, Slack = 1.02, MostBoxes = 600, RoundingBoxes = 32 });
                (double worst, _) = Attack(target, new KernelScheme(found.Scheme.Box, changed, ""), 2_000);
                Assert.True(bound.Upper >= worst);
                refused += worst > 1e-5 ? 1 : 0;
            }
        }
        Assert.InRange(refused, 40, int.MaxValue);
    }

    /// <summary>The same formulas every time, so that a build is green or red for its code alone.</summary>
    [Theory]
    [InlineData(2, 120)]
    [InlineData(3, 25)]
    public void Random_formulas_hold_their_bounds(int variables, int count)
    {
        int proved = 0;
        PCG random = new(stream: 1, seed: 2026);
        Gen<Expression> formulas = Formulas(variables);
        for (int i = 0; i < count; i++)
        {
            proved += Holds(formulas.Generate(random, null, out _), variables, isSingle: i % 2 == 0) ? 1 : 0;
        }
        Assert.InRange(proved, count * 3 / 4, count);
    }

    /// <summary>False where nothing is proved, which says nothing wrong.</summary>
    private static bool Holds(Expression function, int variables, bool isSingle)
    {
        Target target = Of(function, variables);
        Interval[] box = [.. new Interval[] { new(-0.5, 0.75), new(0.25, 1), new(-1, -0.25) }.Take(variables)];
        Approximated found;
        try
        {
            found = Find(target, box, 2e-4 * Math.Max(1, Math.Abs(target.Value([.. box.Select(static b => b.Hi)]).Hi)), isSingle);
        }
        catch (ApproximationException)
        {
            return false;
        }
        (double worst, _) = Attack(target, found.Scheme, 500);
        Assert.True(worst <= found.Bound.Upper, Printer.Print(function));
        Assert.InRange(found.Bound.Lower, 0.1 * worst, found.Bound.Upper);
        return true;
    }

    /// <summary>Models that run loops and take branches are followed box by box.</summary>
    [Fact]
    public void Loops_run_and_branches_that_meet_smoothly_are_proved()
    {
        // x·y for y < ½ and the same in other words: the boxes on the border are on both sides of it.
        Expression branch = Select(Compare(Arithmetic.Less, s_y, Double(0.5)), Call(Elementary.Exp, Multiply(s_x, s_y)), Multiply(Call(Elementary.Exp, Multiply(s_x, Double(0.5))), Call(Elementary.Exp, Multiply(s_x, Minus(s_y, Double(0.5))))));
        Approximated found = Find(Of(branch, 2), [new(0, 1), new(0, 1)], 2e-2, isSingle: false);
        Assert.InRange(found.Bound.Upper, 0, 2e-2);
    }

    [Fact]
    public void Shares_and_units_of_the_value_are_measured()
    {
        Expression distance = Call(Elementary.Sqrt, Plus(Plus(Multiply(s_x, s_x), Multiply(s_y, s_y)), Double(1)));
        Target target = Of(distance, 2);
        foreach ((Measure measure, double tolerance) in new[] { (Measure.Relative, 1e-6), (Measure.Ulps, 20.0) })
        {
            Approximated found = SurfaceApproximator.Find(target, new([new(-1, 1), new(0, 2)], measure, tolerance, IsSingle: true), s_names[..2]);
            double worst = 0;
            Random random = new(5);
            for (int i = 0; i < 100_000; i++)
            {
                double[] x = [(float)((random.NextDouble() * 2) - 1), (float)(random.NextDouble() * 2)];
                double value = Math.Sqrt((x[0] * x[0]) + (x[1] * x[1]) + 1);
                worst = Math.Max(worst, Math.Abs(found.Scheme.Run(x) - value) / (measure == Measure.Relative ? value : Formats.Unit(value, isSingle: true)));
            }
            Assert.InRange(worst, found.Bound.Upper / 1.6, found.Bound.Upper);
        }
    }

    [Fact]
    public void The_culture_does_not_matter_and_neither_does_what_ran_before()
    {
        (Expression function, Interval[] box) = CaseOf("smile");
        CultureInfo before = CultureInfo.CurrentCulture;
        Kernel first = Find(Of(function, 2), box, 1e-5, isSingle: true).Scheme.Program;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            Assert.Equal(first, Find(Of(function, 2), box, 1e-5, isSingle: true).Scheme.Program);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Powers and angles are functions of two variables by themselves.</summary>
    [Fact]
    public void Powers_and_angles_are_approximated()
    {
        foreach ((Primitive row, Func<double, double, double> exact) in new (Primitive, Func<double, double, double>)[] { (Elementary.Pow, Math.Pow), (Elementary.Atan2, Math.Atan2), (Elementary.Hypot, static (x, y) => Math.Sqrt((x * x) + (y * y))) })
        {
            Approximated found = Find(Of(Call(row, s_x, s_y), 2), [new(0.75, 1.5), new(0.5, 2)], 1e-4, isSingle: false);
            Random random = new(9);
            for (int i = 0; i < 10_000; i++)
            {
                double x = 0.75 + (0.75 * random.NextDouble()), y = 0.5 + (1.5 * random.NextDouble());
                Assert.InRange(Math.Abs(found.Scheme.Run(x, y) - exact(x, y)), 0, found.Bound.Upper);
            }
        }
    }

    /// <summary>Symmetries are in the powers: those that cannot matter are not there.</summary>
    [Fact]
    public void What_is_even_or_odd_has_every_second_power()
    {
        Approximated found = Find(Of(s_bump, 2), [new(-1, 1), new(-1, 1)], 1e-6, isSingle: false);
        Assert.Contains("6 terms", found.Scheme.Form, StringComparison.Ordinal);
        Assert.Equal(7, PortCost.Count(found.Scheme.Program, static k => k is StepKind.MultiplyAdd or StepKind.Multiply)); // five multiply-adds, y² and x
        Assert.Equal(0, found.Scheme.Run(0, 0.3));
        Assert.Equal(-found.Scheme.Run(0.7, 0.3), found.Scheme.Run(-0.7, 0.3));
    }

    [Fact]
    public void What_cannot_be_proved_says_why()
    {
        Assert.Contains("a float holds its values only to about 8E-08", Message(Call(Elementary.Exp, Multiply(s_x, s_y)), Measure.Absolute, 1e-9));
        Assert.Contains("MaxError says a distance", Message(s_bump, Measure.Relative, 1e-3));
        Assert.Contains("no polynomial of moderate degree", Message(Call(Elementary.Max, s_x, s_y), Measure.Absolute, 1e-4));
        Assert.Contains("no finite value at", Message(Call(Elementary.Log, Plus(s_x, s_y)), Measure.Absolute, 1e-4));
        Assert.Contains("does not depend on 'y'", Message(Call(Elementary.Exp, s_x), Measure.Absolute, 1e-4));

        static string Message(Expression function, Measure measure, double tolerance) =>
            Assert.Throws<ApproximationException>(() => SurfaceApproximator.Find(Of(function, 2), new([new(-1, 0.75), new(-1, 0.5)], measure, tolerance, IsSingle: true), s_names[..2])).Message;
    }

    private static Func<double[], double> ReferenceOf(string name) => name switch
    {
        "bump" => static v => v[0] * Math.Exp(-v[1] * v[1]),
        "ripple" => static v => Math.Sin((v[0] * v[1]) + v[0]),
        "smile" => static v => (Math.Log(v[0]) + (0.5 * v[1] * v[1])) / v[1],
        _ => static v => Math.Exp(-v[0] * v[2]) * Math.Cos(v[1] + v[0]),
    };

    private static (Expression Function, Interval[] Box) CaseOf(string name) => name switch
    {
        "bump" => (s_bump, [new(-1, 1), new(-1, 1)]),
        "ripple" => (s_ripple, [new(-1, 1), new(0, 1)]),
        "smile" => (s_smile, [new(0.8, 1.2), new(0.2, 0.5)]),
        _ => (s_wave, [new(0, 1), new(-0.5, 0.5), new(0.25, 1)]),
    };

    private static Target Of(Expression function, int variables) => Models.Of(s_names[..variables], Block.Empty, function);

    private static Approximated Find(Target target, Interval[] box, double tolerance, bool isSingle) =>
        SurfaceApproximator.Find(target, new(new(box), Measure.Absolute, tolerance, isSingle), s_names[..box.Length]);

    /// <summary>The largest error at random arguments, a third of which are on edges or at corners; near the worst of them once more.</summary>
    private static (double Worst, double[] At) Attack(Target target, Scheme scheme, int count)
    {
        Random random = new(11);
        double worst = 0;
        double[] at = [];
        for (int i = 0; i < count; i++)
        {
            double[] x = [.. scheme.Box.Select(b => random.Next(6) switch { 0 => b.Lo, 1 => b.Hi, _ => b.Lo + ((b.Hi - b.Lo) * random.NextDouble()) })];
            Try(x);
        }
        for (int round = 0; round < 200; round++)
        {
            double reach = Math.Pow(0.96, round) * 0.1;
            Try([.. at.Select((v, j) => v + ((random.NextDouble() - 0.5) * reach * scheme.Box[j].Width))]);
        }
        return (worst, at);

        void Try(double[] x)
        {
            for (int j = 0; j < x.Length; j++)
            {
                x[j] = Math.Min(Math.Max(scheme.IsSingle ? (float)x[j] : x[j], scheme.Box[j].Lo), scheme.Box[j].Hi);
            }
            double error = Math.Abs(Error(target, scheme, x));
            (worst, at) = error > worst ? (error, x) : (worst, at);
        }
    }

    private static double Error(Target target, Scheme scheme, double[] x)
    {
        x = scheme.IsSingle ? Array.ConvertAll(x, static v => (double)(float)v) : x;
        return (scheme.Run(x) - target.Value(x)).Hi;
    }

    /// <summary>Smooth formulas of moderate size.</summary>
    private static Gen<Expression> Formulas(int variables)
    {
        Gen<Expression> leaf = Gen.Frequency(
            (4, Gen.Int[0, variables - 1].Select(i => (Expression)Name(s_names[i], ScalarType.Double))),
            (1, Gen.Int[-4, 4].Select(i => (Expression)Double(i * 0.5))));
        return Grow(leaf, 3).Select(f => Enumerable.Range(0, variables).Aggregate(f, static (sum, i) => Plus(sum, Multiply(Double(0.1), Name(s_names[i], ScalarType.Double)))));

        static Gen<Expression> Grow(Gen<Expression> leaf, int depth)
        {
            if (depth == 0)
            {
                return leaf;
            }
            Gen<Expression> smaller = Grow(leaf, depth - 1);
            return Gen.Frequency(
                (2, smaller),
                (3, Gen.Select(smaller, smaller, static (a, b) => Plus(a, b))),
                (3, Gen.Select(smaller, smaller, static (a, b) => Multiply(a, b))),
                (1, Gen.Select(smaller, smaller, static (a, b) => Divide(a, Plus(Double(2), Multiply(b, b))))),
                (1, smaller.Select(static a => Call(Elementary.Sin, a))),
                (1, smaller.Select(static a => Call(Elementary.Tanh, a))),
                (1, smaller.Select(static a => Call(Elementary.Exp, Negate(Multiply(a, a))))),
                (1, smaller.Select(static a => Call(Elementary.Sqrt, Plus(Double(1), Multiply(a, a))))),
                (1, smaller.Select(static a => Call(Elementary.Log, Plus(Double(3), Call(Elementary.Cos, a))))));
        }
    }
}
