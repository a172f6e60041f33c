using System;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Approximation;

/// <summary>Lock files come back as they were written, and nothing in them is believed.</summary>
public sealed class LockTests
{
    private static readonly Wanted s_wanted = new(-0.5, 0.5, Measure.Relative, 2e-6, IsSingle: true);

    [Fact]
    public void A_lock_comes_back_as_it_was_written()
    {
        LockFile file = new([new("k1", "A.F(\"float\")", [new("y = x * x", 1e-3), new("t0 = x + 0x1p-3; y = fma(t0, x, -0x1.8p+1)", 2.5e-7)]), new("k0", "A.G", [])]);
        LockFile back = LockFile.Parse(file.Text());
        Assert.True(back.IsReadable);
        Assert.Equal(file.Entries.OrderBy(static e => e.Function, StringComparer.Ordinal), back.Entries);
        Assert.Equal(back.Text(), file.Text());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{ \"version\": 2, \"approximations\": [] }")]
    [InlineData("{ \"version\": 1, \"approximations\": [ {} ] }")]
    [InlineData("{ \"version\": 1, \"version\": 1, \"approximations\": [] }")]
    [InlineData("{ \"version\": 1, \"approximations\": [] } {}")]
    public void What_is_not_a_lock_file_is_unreadable(string text) => Assert.False(LockFile.Parse(text).IsReadable);

    [Theory]
    [InlineData("y = x * x")]
    [InlineData("t0 = fma(x, 0x1.8p+0, -0x1.fffffffffffffp-1022); y = -t0")]
    [InlineData("t0 = x / 0x0.0000000000001p-1022; t1 = t0 - x; y = t0 + t1")]
    public void Programs_come_back_bit_by_bit(string text)
    {
        EquatableArray<Step> steps = ProgramText.Parse(text)!.Value;
        Assert.Equal(text, ProgramText.Of(steps));
    }

    [Theory]
    [InlineData("y = x")]
    [InlineData("z = x * x")]
    [InlineData("y = x * z")]
    [InlineData("y = x ** x")]
    [InlineData("y = fma(x, x)")]
    [InlineData("y = x * 1.5")]
    [InlineData("y = x * 0x1p+1024")]
    [InlineData("y = x * 0x1.p+0")]
    [InlineData("x = x * x; y = x * x")]
    public void What_is_no_program_is_none(string text) => Assert.Null(ProgramText.Parse(text));

    /// <summary>What a key stands for: the meaning, the domain, the measure, the format; not the tolerance.</summary>
    [Fact]
    public void Keys_tell_apart_what_programs_cannot_serve_both()
    {
        Module exp = ModuleOf(Elementary.Exp);
        string key = LockKey.Of(exp, s_wanted);
        Assert.Equal(key, LockKey.Of(ModuleOf(Elementary.Exp), s_wanted with { Tolerance = 1e-3 }));
        string[] others = [.. new[] { s_wanted with { Hi = 0.25 }, s_wanted with { Measure = Measure.Absolute }, s_wanted with { IsSingle = false } }.Select(w => LockKey.Of(exp, w)), LockKey.Of(ModuleOf(Elementary.Sin), s_wanted)];
        Assert.Equal(4, others.Distinct().Count(k => k != key));
    }

    /// <summary>Two hundred lock files, each changed in one place: what is still taken is proved, and the proof holds at samples.</summary>
    [Fact]
    public void Tampered_locks_are_refused_or_proved_right()
    {
        Expression function = Call(Elementary.Exp, Name("x", ScalarType.Double));
        Target target = Models.Of(function);
        Module module = ModuleOf(Elementary.Exp);
        (_, Kernel kernel, ErrorBound bound) = Skeletons.Cheapest(target, s_wanted, double.PositiveInfinity, default)!.Value;
        string key = LockKey.Of(module, s_wanted);
        string text = new LockFile([new(key, "A.F", [new(ProgramText.Of(kernel.Steps), bound.Upper)])]).Text();
        (Kernel? locked, ErrorBound again) = Locked.Find(target, s_wanted, LockFile.Parse(text).Entries[0].Programs, default)!.Value;
        Assert.Equal(kernel, locked);
        Assert.Equal(bound.Upper, again.Upper);
        Random random = new(1);
        int refused = 0, proved = 0;
        for (int i = 0; i < 200; i++)
        {
            LockFile file = LockFile.Parse(Tampered(text, random));
            if (file.Entries.FirstOrDefault(e => e.Key == key) is not { } entry || Locked.Find(target, s_wanted, entry.Programs, default) is not { Kernel: { } changed } found || !(found.Bound.Upper <= s_wanted.Tolerance))
            {
                refused++;
                continue;
            }
            proved++;
            for (int j = 0; j <= 500; j++)
            {
                double x = (float)(-0.5 + (j / 500.0));
                DoubleDouble value = target.Value(x);
                Assert.InRange(Math.Abs(((changed.Run(x) - value) / value).Hi), 0, found.Bound.Upper);
            }
        }
        Assert.InRange(refused, 100, 200);
        Assert.InRange(proved, 1, 100); // a last digit of a constant may change without harm, and so may the stated error
    }

    private static string Tampered(string text, Random random)
    {
        char[] changed = text.ToCharArray();
        int place = random.Next(3) == 0 ? random.Next(text.Length) : random.Next(text.IndexOf("programs", StringComparison.Ordinal), text.Length);
        const string Letters = "0123456789abcdefxyp+-*/()=;,. tm{}[]\"";
        changed[place] = random.Next(4) == 0 || !Uri.IsHexDigit(changed[place]) ? Letters[random.Next(Letters.Length)] : "0123456789abcdef"[random.Next(16)];
        return new(changed);
    }

    private static Module ModuleOf(Primitive primitive) =>
        new(Proxima.Generator.Passes.PassList.Normalise(new Function("F", [new Parameter("x", ScalarType.Double, ParameterKind.Scalar, true)], [], Block.Empty, [Call(primitive, Name("x", ScalarType.Double))])), []);
}
