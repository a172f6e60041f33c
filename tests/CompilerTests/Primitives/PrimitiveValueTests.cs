using System;
using System.Linq;
using System.Reflection;
using System.Runtime.Intrinsics;
using CsCheck;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;

namespace CompilerTests;

/// <summary>Each row against its double-double reference and against the method it spells.</summary>
public sealed class PrimitiveValueTests
{
    public static TheoryData<string> Rows => [.. PrimitiveTable.All.Where(static p => p.Evaluate is not null).Select(static p => p.Name + p.Arity)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_evaluates_as_its_reference(string row)
    {
        Primitive primitive = Find(row);
        // Steps of a scaled argument (rounding to digits) may fall on either side of a tie that the scaling's own rounding makes: there only, one digit apart.
        bool isDecimal = primitive == Elementary.RoundToDigits || primitive == Elementary.RoundToDigitsByMode;
        PrimitiveDomains.Points(primitive).Sample(a =>
        {
            double actual = primitive.Evaluate!(a);
            double expected = primitive.Precise!(Array.ConvertAll(a, static x => (DoubleDouble)x)).Hi;
            double tolerance = isDecimal ? 1.0000001 * Math.Pow(10, -a[1]) : Scale(primitive, a, expected) * HostUlps(primitive) * Ulp;
            Assert.True(Math.Abs(actual - expected) <= tolerance, FormattableString.Invariant($"{row}({string.Join(", ", a)}) = {actual:R}, not {expected:R}"));
        });
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_spells_a_method_of_its_value(string row)
    {
        Primitive primitive = Find(row);
        if (primitive == Elementary.Detach || primitive == Elementary.Hold || primitive == Elementary.Attach)
        {
            Assert.Equal("{0}", primitive.DoubleText);
            Assert.Equal("{0}", primitive.FloatText);
            return;
        }
        foreach (Type real in new[] { typeof(double), typeof(float) })
        {
            MethodInfo method = Method(primitive, real);
            PrimitiveDomains.Points(primitive).Sample(a =>
            {
                object?[] arguments = [.. method.GetParameters().Select((p, i) => Converted(a[i], p.ParameterType))];
                double spelled = System.Convert.ToDouble(method.Invoke(null, arguments), System.Globalization.CultureInfo.InvariantCulture);
                double[] given = [.. arguments.Select(static x => System.Convert.ToDouble(x, System.Globalization.CultureInfo.InvariantCulture))];
                double expected = Evaluated(primitive, real == typeof(double) ? ScalarType.Double : ScalarType.Float, given);
                double ulp = real == typeof(double) ? Ulp : Math.ScaleB(1, -23);
                Assert.True(
                    spelled.Equals(expected) || Math.Abs(spelled - expected) <= Allowed(primitive, given, expected, ulp),
                    FormattableString.Invariant($"{method}({string.Join(", ", given)}) = {spelled:R}, not {expected:R}"));
            }, iter: 200);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_has_the_special_values_of_its_method(string row)
    {
        Primitive primitive = Find(row);
        if (primitive == Elementary.Detach || primitive == Elementary.Hold || primitive == Elementary.Sign || primitive.Arity > 2 || (primitive.Arity == 2 && (PrimitiveDomains.IsInteger(primitive, 0) || PrimitiveDomains.IsInteger(primitive, 1))))
        {
            return; // no method, an exception for NaN, or an integer argument: tested on their own
        }
        double[] special = [0, -0.0, 1, -1, 0.5, -0.5, 2.5, 3, -3, double.PositiveInfinity, double.NegativeInfinity, double.NaN, double.Epsilon, 1e308, -1e308];
        MethodInfo method = Method(primitive, typeof(double));
        foreach (double x in special)
        {
            foreach (double y in primitive.Arity == 1 ? [0] : special)
            {
                double[] a = primitive.Arity == 1 ? [x] : [x, y];
                double spelled = System.Convert.ToDouble(method.Invoke(null, [.. a.Cast<object>()]), System.Globalization.CultureInfo.InvariantCulture);
                double actual = primitive.Evaluate!(a);
                bool isSame = primitive.Cost == Cost.Expensive || primitive == Elementary.ScaleB
                    ? spelled.Equals(actual) || Math.Abs(spelled - actual) <= Allowed(primitive, a, actual, Ulp)
                    : BitConverter.DoubleToInt64Bits(spelled) == BitConverter.DoubleToInt64Bits(actual) || (double.IsNaN(spelled) && double.IsNaN(actual));
                Assert.True(isSame, FormattableString.Invariant($"{row}({string.Join(", ", a)}) = {actual:R}, not {spelled:R}"));
            }
        }
    }

    [Fact]
    public void Vector_spellings_exist()
    {
        foreach (Primitive primitive in PrimitiveTable.All.Where(static p => p.LanesText.StartsWith("{V}.", StringComparison.Ordinal)))
        {
            string name = primitive.LanesText[4..primitive.LanesText.IndexOf('(')];
            Assert.Contains(typeof(Vector512).GetMethods(), m => m.Name == name && m.GetParameters().Length == primitive.Arity);
        }
    }

    [Fact]
    public void Every_row_is_complete()
    {
        Assert.Equal(PrimitiveTable.All.Count, PrimitiveTable.All.Distinct().Count());
        Assert.Equal(PrimitiveTable.All.Count, PrimitiveTable.All.Select(static p => (p.Name, p.Arity)).Distinct().Count());
        Assert.All(PrimitiveTable.All, static p =>
        {
            Assert.True(p.Partials is null || p.Partials.Length == p.Arity, p.Name);
            Assert.Equal(p.Evaluate is null, p.Precise is null);
            Assert.NotEqual("", p.DoubleText);
            Assert.NotEqual("", p.FloatText);
            Assert.Equal(p.Kink == "", p.Convention == "");
            Assert.True(!p.IsSingular || p.Kink != "", p.Name);
        });
    }

    [Theory]
    [InlineData("System.Math", "Exp", 1, "exp")]
    [InlineData("System.MathF", "Atan2", 2, "atan2")]
    [InlineData("double", "Log", 2, "log")]
    [InlineData("float", "Hypot", 2, "hypot")]
    [InlineData("double", "Ieee754Remainder", 2, "ieeeRemainder")]
    [InlineData("System.Math", "Round", 1, "round")]
    [InlineData("System.Math", "Round", 2, null)]
    [InlineData("System.Math", "DivRem", 2, null)]
    [InlineData("System.Half", "Exp", 1, null)]
    [InlineData("Proxima.Special", "LogGamma", 1, "logGamma")]
    [InlineData("Proxima.Special", "Polygamma", 2, "polygamma")]
    public void A_method_finds_its_row(string type, string method, int arity, string? row) => Assert.Equal(row, PrimitiveTable.FindMethod(type, method, arity)?.Name);

    [Fact]
    public void Every_elementary_static_of_the_platform_has_a_row()
    {
        // Not functions of reals, integer helpers, or several results at once.
        string[] others =
        [
            "BigMul", "DivRem", "ILogB", "SinCos", "SinCosPi", "Parse", "TryParse", "ConvertToInteger", "ConvertToIntegerNative", "CreateChecked",
            "CreateSaturating", "CreateTruncating", "ClampNative", "MaxNative", "MinNative", "IsPow2", "IsNormal", "IsSubnormal", "IsEvenInteger",
            "IsOddInteger", "IsRealNumber",
        ];
        foreach (Type type in new[] { typeof(Math), typeof(MathF), typeof(double), typeof(float) })
        {
            string name = type == typeof(double) ? "double" : type == typeof(float) ? "float" : type.FullName!;
            Type real = name is "float" or "System.MathF" ? typeof(float) : typeof(double);
            string[] missing =
            [
                .. type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                    .Where(m => m.GetParameters().FirstOrDefault()?.ParameterType == real)
                    .Where(m => !m.Name.StartsWith("op_", StringComparison.Ordinal) && !others.Contains(m.Name))
                    .Where(m => m.Name != "Round" || m.GetParameters().Length == 1)
                    .Where(m => PrimitiveTable.FindMethod(name, m.Name, m.GetParameters().Length) is null)
                    .Select(static m => m.Name),
            ];
            Assert.Empty(missing);
        }
    }

    private static double Evaluated(Primitive primitive, ScalarType real, double[] a)
    {
        ScalarType TypeOf(int i) => PrimitiveDomains.IsInteger(primitive, i) ? ScalarType.Int : real;
        Value Of(int i) => TypeOf(i) == ScalarType.Int ? Value.Of((int)a[i]) : new(real, 0, a[i]);
        Parameter[] parameters = [.. a.Select((_, i) => new Parameter("a" + (char)('0' + i), TypeOf(i), ParameterKind.Scalar, false))];
        ScalarType type = primitive == Elementary.Sign ? ScalarType.Int : PrimitiveDomains.IsQuestion(primitive) ? ScalarType.Bool : real;
        Apply apply = new(type, primitive, new([.. parameters.Select(static p => new Read(p.Type, p.Name))]));
        Function function = new("F", new(parameters), [], Block.Empty, [apply]);
        Assert.Empty(Verifier.Problems(function, Form.Normal));
        return Evaluator.Evaluate(function, [.. a.Select((_, i) => (Argument)Of(i))]).Results[0].AsReal.Hi;
    }

    private static double Ulp => Math.ScaleB(1, -52);

    /// <summary>Math's own tanh, sinh, cosh and pow are up to 3 ulp off (glibc, measured), the others up to 1; ours are rounded correctly.</summary>
    private static double HostUlps(Primitive primitive) => primitive == Elementary.IEEERemainder ? 0 : 3;

    /// <summary>The size of the terms where they cancel: the error of a sum is relative to them.</summary>
    private static double Scale(Primitive primitive, double[] a, double value) => primitive.Name is "lerp" or "fma" or "mad"
        ? Math.Abs(value) + Math.Abs(a[0] * 3) + Math.Abs(a[1] * 3)
        : Math.Abs(value);

    /// <summary>
    /// What the platform's method may differ by: .NET computes ExpM1, LogP1 and their like as Exp(x) − 1 and Log(1 + x), with an ulp of one instead of
    /// the result, and Exp10 and Log by quotients and powers of up to 300.
    /// </summary>
    private static double Allowed(Primitive primitive, double[] a, double value, double ulp)
    {
        bool isNaive = primitive.Name.EndsWith("m1", StringComparison.Ordinal) || primitive.Name.EndsWith("p1", StringComparison.Ordinal);
        double slope = primitive == Elementary.LogP1 || primitive == Elementary.Log2P1 || primitive == Elementary.Log10P1 ? 2 / (1 + a[0]) : 1;
        return 4 * ulp * (Scale(primitive, a, value) + (isNaive ? slope * 2 : 0));
    }

    private static object Converted(double x, Type type) =>
        type.IsEnum ? Enum.ToObject(type, (int)x) : System.Convert.ChangeType(x, type, System.Globalization.CultureInfo.InvariantCulture);

    private static MethodInfo Method(Primitive primitive, Type real)
    {
        string text = real == typeof(double) ? primitive.DoubleText : primitive.FloatText;
        Type[] types = [typeof(Math), typeof(MathF), typeof(double), typeof(float), typeof(Proxima.Special)];
        Type type = types[Array.IndexOf(["Math", "MathF", "double", "float", "Special"], text[..text.IndexOf('.')])];
        string name = text[(text.IndexOf('.') + 1)..text.IndexOf('(')];
        return Assert.Single(type.GetMethods(BindingFlags.Public | BindingFlags.Static), m => m.Name == name
            && m.GetParameters().Length == primitive.Arity
            && m.GetParameters().Select((p, i) => (p, i)).All(p =>
                p.p.ParameterType == (PrimitiveDomains.IsInteger(primitive, p.i) ? IntegerType(primitive, p.i) : real)));
    }

    private static Type IntegerType(Primitive primitive, int argument) =>
        primitive == Elementary.RoundByMode || (primitive == Elementary.RoundToDigitsByMode && argument == 2) ? typeof(MidpointRounding) : typeof(int);

    private static Primitive Find(string row) => Assert.Single(PrimitiveTable.All, p => p.Name + p.Arity == row);
}
