using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;

namespace CompilerTests;

/// <summary>Each partial of each row against central differences of the row's double-double evaluation.</summary>
public sealed class PrimitiveDerivativeTests
{
    /// <summary>Not attach, whose derivative is whatever it is given.</summary>
    public static TheoryData<string> Differentiable =>
        [.. PrimitiveTable.All.Where(static p => p != Elementary.Attach && p.Partials is not null && p.Partials.Any(static partial => partial is not null)).Select(static p => p.Name + p.Arity)];

    public static TheoryData<string> Functions => [.. PrimitiveTable.All.Where(static p => p.Partials is not null).Select(static p => p.Name + p.Arity)];

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void A_partial_is_the_limit_of_differences(string row)
    {
        Primitive primitive = Assert.Single(PrimitiveTable.All, p => p.Name + p.Arity == row);
        PrimitiveDomains.Points(primitive).Sample(a =>
        {
            for (int i = 0; i < primitive.Arity; i++)
            {
                if (PrimitiveDomains.IsInteger(primitive, i))
                {
                    Assert.Null(primitive.Partials![i]);
                    continue;
                }
                double actual = Partial(primitive, a, i);
                double expected = Difference(primitive, a, i);
                Assert.True(
                    Math.Abs(actual - expected) <= Tolerance(primitive, a, i, expected),
                    FormattableString.Invariant($"∂{i} {row}({string.Join(", ", a)}) = {actual:R}, not {expected:R}"));
            }
        }, iter: 300);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_partial_has_the_type_of_the_result(string row)
    {
        Primitive primitive = Assert.Single(PrimitiveTable.All, p => p.Name + p.Arity == row);
        foreach (ScalarType real in new[] { ScalarType.Double, ScalarType.Float })
        {
            ScalarType result = primitive == Elementary.Sign ? ScalarType.Int : PrimitiveDomains.IsQuestion(primitive) ? ScalarType.Bool : real;
            Function function = PrimitivePartials.Function(primitive, real, result);
            Assert.Empty(Verifier.Problems(function, Form.Normal));
            Assert.All(function.Results.Skip(1), expression => Assert.Equal(real, expression.Type));
        }
    }

    private static double Partial(Primitive primitive, double[] a, int i) => PrimitivePartials.Evaluate(primitive, a)[i];

    private static double Difference(Primitive primitive, double[] a, int i)
    {
        // Four points: truncation h⁴·f⁽⁵⁾/30, which is below 1e-20 even two hundredths from a pole; rounding 1e-30 / h.
        double h = Math.Min(1e-6, 1e-7 * Math.Max(Math.Abs(a[i]), 1e-3));
        DoubleDouble At(double steps) => primitive.Precise!([.. a.Select((x, j) => j == i ? DoubleDouble.Sum(x, steps * h) : x)]);
        return (((8 * (At(1) - At(-1))) - (At(2) - At(-2))) / (12 * (DoubleDouble)h)).Hi;
    }

    /// <summary>
    /// 16 ulp: a partial is at most three elementary functions of up to 3 ulp and a few operations. Where an argument is subtracted from a constant,
    /// or a function of a rounded multiple is taken, the rounding is relative to the larger term.
    /// </summary>
    private static double Tolerance(Primitive primitive, double[] a, int i, double expected)
    {
        double size = Math.Abs(expected);
        size += primitive switch
        {
            _ when primitive == Elementary.Tanh => 1, // 1 − r² of a rounded r
            _ when primitive == Elementary.Pow => size * Math.Abs(a[1]), // b − 1 rounds, and the base's logarithm multiplies it
            _ when primitive == Elementary.Sin || primitive == Elementary.Cos => 1e-3, // near its zeros an ulp of the function is tiny
            _ when primitive == Elementary.SinPi || primitive == Elementary.CosPi => 1e-3,
            _ when primitive == Elementary.Lerp => Math.Abs(a[0]) + Math.Abs(a[1]) + 1,
            _ => 0,
        };
        return 16 * Math.ScaleB(1, -52) * size;
    }
}
