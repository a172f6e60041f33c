using System;
using System.Collections.Generic;
using System.Numerics;
using CsCheck;
using Proxima.Generator.Numerics;

namespace CompilerTests;

public sealed class DoubleDoubleTests
{
    /// <summary>
    /// 2⁻⁹⁸: a few dozen operations of 2⁻¹⁰⁴ each; an exponential adds |x|·2⁻¹⁰⁶ for its scaled argument.
    /// </summary>
    private const double Tolerance = 3.2e-30;

    private static readonly Dictionary<string, Func<DoubleDouble, DoubleDouble>> Functions = new()
    {
        ["Exp"] = DoubleDoubleFunctions.Exp,
        ["ExpM1"] = DoubleDoubleFunctions.ExpM1,
        ["Exp2"] = DoubleDoubleFunctions.Exp2,
        ["Exp10"] = DoubleDoubleFunctions.Exp10,
        ["Log"] = DoubleDoubleFunctions.Log,
        ["LogP1"] = DoubleDoubleFunctions.LogP1,
        ["Log2"] = DoubleDoubleFunctions.Log2,
        ["Log10"] = DoubleDoubleFunctions.Log10,
        ["Sqrt"] = DoubleDoubleFunctions.Sqrt,
        ["Cbrt"] = DoubleDoubleFunctions.Cbrt,
        ["Sin"] = DoubleDoubleFunctions.Sin,
        ["Cos"] = DoubleDoubleFunctions.Cos,
        ["Tan"] = DoubleDoubleFunctions.Tan,
        ["SinPi"] = DoubleDoubleFunctions.SinPi,
        ["CosPi"] = DoubleDoubleFunctions.CosPi,
        ["TanPi"] = DoubleDoubleFunctions.TanPi,
        ["Asin"] = DoubleDoubleFunctions.Asin,
        ["Acos"] = DoubleDoubleFunctions.Acos,
        ["Atan"] = DoubleDoubleFunctions.Atan,
        ["Sinh"] = DoubleDoubleFunctions.Sinh,
        ["Cosh"] = DoubleDoubleFunctions.Cosh,
        ["Tanh"] = DoubleDoubleFunctions.Tanh,
        ["Asinh"] = DoubleDoubleFunctions.Asinh,
        ["Acosh"] = DoubleDoubleFunctions.Acosh,
        ["Atanh"] = DoubleDoubleFunctions.Atanh,
        ["Erf"] = DoubleDoubleFunctions.Erf,
        ["Erfc"] = DoubleDoubleFunctions.Erfc,
        ["NormalCdf"] = DoubleDoubleFunctions.NormalCdf,
        ["NormalPdf"] = DoubleDoubleFunctions.NormalPdf,
        ["LogGamma"] = DoubleDoubleFunctions.LogGamma,
        ["Digamma"] = DoubleDoubleFunctions.Digamma,
        ["Sigmoid"] = DoubleDoubleFunctions.Sigmoid,
        ["SoftPlus"] = DoubleDoubleFunctions.SoftPlus,
        ["Trigamma"] = static x => DoubleDoubleFunctions.Polygamma(1, x),
        ["Polygamma4"] = static x => DoubleDoubleFunctions.Polygamma(4, x),
    };

    [Fact]
    public void Every_function_has_98_bits_against_50_digit_references()
    {
        List<string> failures = [];
        foreach ((string function, double at, string value) in DoubleDoubleReference.Rows)
        {
            double error = DoubleDoubleReference.RelativeError(Functions[function](at), value);
            if (!(error <= Tolerance))
            {
                failures.Add(FormattableString.Invariant($"{function}({at:R}): 2^{Math.Log2(error):F1}"));
            }
        }
        Assert.Empty(failures);
    }

    [Fact]
    public void A_sum_and_a_product_of_doubles_are_exact()
    {
        Gen<double> whole = Gen.Select(Gen.Long[-1L << 52, 1L << 52], Gen.Int[0, 60]).Select(static (mantissa, shift) => Math.ScaleB(mantissa, shift));
        Gen.Select(whole, whole).Sample(static (a, b) =>
        {
            DoubleDouble sum = DoubleDouble.Sum(a, b), product = DoubleDouble.Product(a, b);
            Assert.Equal(new BigInteger(a) + new BigInteger(b), new BigInteger(sum.Hi) + new BigInteger(sum.Lo));
            Assert.Equal(new BigInteger(a) * new BigInteger(b), new BigInteger(product.Hi) + new BigInteger(product.Lo));
            Assert.Equal(a + b, sum.Hi);
            Assert.Equal(a * b, product.Hi);
        });
    }

    [Fact]
    public void Division_undoes_multiplication() => Gen.Select(Pairs, Pairs).Sample(static (a, b) =>
        AssertClose(a, a * b / b, 1e-31));

    [Fact]
    public void Square_root_undoes_squaring() => Pairs.Sample(static a => AssertClose(a.Abs(), DoubleDoubleFunctions.Sqrt(a * a), 1e-31));

    [Fact]
    public void Logarithm_undoes_the_exponential() => Pairs.Sample(static a =>
        AssertClose(DoubleDoubleFunctions.Exp(DoubleDoubleFunctions.Log(a.Abs())), a.Abs(), 1e-29));

    [Fact]
    public void Sine_and_cosine_lie_on_the_circle() => Pairs.Sample(static a =>
    {
        DoubleDouble sin = DoubleDoubleFunctions.Sin(a), cos = DoubleDoubleFunctions.Cos(a);
        AssertClose(DoubleDouble.One, (sin * sin) + (cos * cos), 1e-30);
    });

    [Fact]
    public void Infinities_and_NaN_pass_through()
    {
        DoubleDouble infinity = double.PositiveInfinity;
        Assert.Equal(double.PositiveInfinity, (infinity + 1).Hi);
        Assert.Equal(double.PositiveInfinity, (infinity * 2).Hi);
        Assert.True((infinity - infinity).IsNaN);
        Assert.Equal(0, (1 / infinity).Hi);
        Assert.Equal(double.PositiveInfinity, (DoubleDouble.One / 0).Hi);
        Assert.Equal(double.PositiveInfinity, (new DoubleDouble(1e300) * 1e300).Hi);
        Assert.Equal(double.NegativeInfinity, DoubleDoubleFunctions.Log(0).Hi);
        Assert.True(DoubleDoubleFunctions.Log(-1).IsNaN);
        Assert.Equal(double.PositiveInfinity, DoubleDoubleFunctions.Exp(1000).Hi);
        Assert.Equal(0, DoubleDoubleFunctions.Exp(-1000).Hi);
        Assert.True(DoubleDoubleFunctions.Sin(infinity).IsNaN);
        Assert.Equal(Math.PI / 2, DoubleDoubleFunctions.Atan(infinity).Hi);
    }

    [Theory]
    [InlineData(0.1, 0.2, 0.3)]
    [InlineData(1e16, 1.0000000000000002, -1e16)]
    [InlineData(1.7e308, 2, -1.7e308)]
    [InlineData(-1e-3, 1e3, 1)]
    [InlineData(double.PositiveInfinity, 2, 3)]
    [InlineData(0, 5, -0.0)]
    public void Multiply_add_rounds_once(double a, double b, double c) => Assert.Equal(Math.FusedMultiplyAdd(a, b, c), RoundOnce.MultiplyAdd(a, b, c));

    [Fact]
    public void Multiply_add_rounds_once_everywhere()
    {
        Gen<double> number = Gen.Double[-1e3, 1e3];
        Gen.Select(number, number, Gen.Double[-1, 1], Gen.Int[-60, 60]).Sample(static (a, b, c, e) =>
            Assert.Equal(Math.FusedMultiplyAdd(a, b, (-a * b) + Math.ScaleB(c, e)), RoundOnce.MultiplyAdd(a, b, (-a * b) + Math.ScaleB(c, e))));
        Gen<float> single = Gen.Float[-1e3f, 1e3f];
        Gen.Select(single, single, Gen.Float[-1, 1], Gen.Int[-30, 30]).Sample(static (a, b, c, e) =>
            Assert.Equal(MathF.FusedMultiplyAdd(a, b, (-a * b) + MathF.ScaleB(c, e)), RoundOnce.MultiplyAdd(a, b, (-a * b) + MathF.ScaleB(c, e))));
    }

    [Fact]
    public void Neighbours_are_those_of_Math() => Gen.Double.Sample(static x =>
    {
        Assert.Equal(Math.BitIncrement(x), RoundOnce.BitIncrement(x));
        Assert.Equal(Math.BitDecrement(x), RoundOnce.BitDecrement(x));
        Assert.Equal(MathF.BitIncrement((float)x), RoundOnce.BitIncrement((float)x));
    });

    private static Gen<DoubleDouble> Pairs => Gen.Select(Gen.Double[0.001, 1000], Gen.Double[-1, 1], Gen.Bool).Select(static (high, low, isNegative) =>
    {
        DoubleDouble pair = DoubleDouble.Sum(high, high * low * 1e-16);
        return isNegative ? -pair : pair;
    });

    private static void AssertClose(DoubleDouble expected, DoubleDouble actual, double relative) =>
        Assert.True(((actual - expected) / expected).Abs() <= relative, FormattableString.Invariant($"{expected}, {actual}"));
}
