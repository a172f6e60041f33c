using System;
using System.Linq;
using Proxima;
using Proxima.Generator.Numerics;
using Xunit.Abstractions;

namespace NumericTests.Bounds;

/// <summary>Every elementary function against the double-double reference of the compiler, which has other series and its own reduction.</summary>
public sealed class ElementaryReferenceTests(ITestOutputHelper output)
{
    private const int Boxes = 2_000;

    public static TheoryData<string> Names => [.. ElementaryFunction.All.Select(static function => function.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Points_are_contained(string name)
    {
        ElementaryFunction function = ElementaryFunction.All.Single(function => function.Name == name);
        Random random = new(1);
        double widest = 0, sum = 0;
        double at = 0;
        for (int i = 0; i < function.Points; i++)
        {
            double x = function.Samples[i % function.Samples.Length](random.NextDouble());
            DoubleDouble expected = function.Reference(x);
            Interval actual = function.Enclose(x);
            Assert.True(Contains(actual, expected), FormattableString.Invariant($"{name}({x:R}) = {expected}, not in {actual}"));
            double width = actual.Lo == actual.Hi ? 0 : Ulps.Between(actual.Lo, actual.Hi);
            sum += width;
            (widest, at) = width > widest ? (width, x) : (widest, at);
        }
        double mean = sum / function.Points;
        output.WriteLine(FormattableString.Invariant($"{name}: {function.Points} points contained, {mean:F3} ulp wide on average, at most {widest} at {at:R}"));
        Assert.True(widest <= function.Ulps);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Boxes_contain_the_values_of_their_points(string name)
    {
        ElementaryFunction function = ElementaryFunction.All.Single(function => function.Name == name);
        Random random = new(2);
        for (int i = 0; i < Boxes; i++)
        {
            Func<double, double> sample = function.Samples[i % function.Samples.Length];
            double share = random.NextDouble();
            double first = sample(share), second = sample(Math.Clamp(share + Math.Pow(10, -9 * random.NextDouble()), 0, 0.999999));
            Interval box = new(Math.Min(first, second), Math.Max(first, second));
            Interval range = function.Enclose(box);
            for (int k = 0; k < 8; k++)
            {
                double x = Math.Clamp(box.Lo + (random.NextDouble() * (box.Hi - box.Lo)), box.Lo, box.Hi);
                DoubleDouble expected = function.Reference(x);
                Assert.True(
                    !expected.IsFinite || Contains(range, expected), FormattableString.Invariant($"{name}({x:R}) = {expected}, not in {range} of {box}"));
            }
        }
    }

    /// <summary>The reference is a value, and is not further from the exact one than 2⁻⁹⁰ of it or of 1.</summary>
    private static bool Contains(Interval interval, DoubleDouble value)
    {
        DoubleDouble error = value.Abs() * 8.077935669463161e-28; // 2⁻⁹⁰
        return value + error >= interval.Lo && value - error <= interval.Hi;
    }
}
