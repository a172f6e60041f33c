using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static CompilerTests.Programs;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

public sealed class PrinterTests
{
    [Fact]
    public void A_loop_in_normal_form_says_what_it_carries() => Prints(Growth, """
        double F(double variable x, double variable y, double[] variable a, int n)
          for t from 0 to n by 1
            carry double p = x next p1 final p2
            double p1 = p + y * p
          return p2

        """);

    [Fact]
    public void Source_form_shows_variables_scopes_and_leaves() => Prints(
        Function(
            Real("s"),
            new Variable("s", Double(0)),
            new Scope("f", Block(
                new If(Compare(Arithmetic.Less, X, Double(0)), Block(new Assign("s", Negate(X)), new Leave("f")), Proxima.Generator.Ir.Block.Empty),
                new While(Compare(Arithmetic.Less, Real("s"), Double(1e21)), Block(new Assign("s", Plus(Real("s"), X))))))),
        """
        double F(double variable x, double variable y, double[] variable a, int n)
          var double s = 0.0
          scope f
            if x < 0.0
              s := -x
              leave f
            while s < 1.0E+21
              s := s + x
          return s

        """);

    [Fact]
    public void Branches_merge_and_arrays_are_written_in_place() => Prints(
        new Function(
            "G",
            [
                new("x", ScalarType.Float, ParameterKind.Scalar, true), new("d", ScalarType.Float, ParameterKind.Output, false),
                new("e", ScalarType.Float, ParameterKind.Accumulator, false),
            ],
            [new("w", ScalarType.Int, [1, 2])],
            Block(
                new NewArray("b", ScalarType.Float, Int(4)),
                new NewArray("c", ScalarType.Float, Int(4)) { NeedsZeros = false },
                new Slice("h", ScalarType.Float, "b", Int(1), Int(2), true),
                new Store("d", Int(0), new Element(ScalarType.Float, "b", new Element(ScalarType.Int, "w", Int(1)))),
                new Add("e", Minus(new Length("e"), Int(1)), Float(0.1f)),
                new If(
                    Bool(true), Block(new Let("t", Name("x", ScalarType.Float))), Proxima.Generator.Ir.Block.Empty,
                    [new("m", ScalarType.Float, Name("t", ScalarType.Float), Float(-0f))]),
                new For("i", Int(3), Int(-1), -1, Compare(Arithmetic.Equal, Integer("i"), Int(1)), [], Proxima.Generator.Ir.Block.Empty) { IsReversal = true },
                new NewTape("k", ScalarType.Int),
                new Push("k", Int(7)),
                new Pop("v", ScalarType.Int, "k"),
                new Call([new("q", ScalarType.Float)], "H", [Float(float.NaN)], ["b", "d"]),
                new Throw("new ArgumentException({0})", [Int(1)])),
            [Name("m", ScalarType.Float), Name("v", ScalarType.Int)]),
        """
        (float, int) G(float variable x, float[] output d, float[] accumulator e)
          table int[] w = [1, 2]
          float[] b = zeros(4)
          float[] c = storage(4)
          float[] h = cleared b[1, 2]
          d[0] := b[w[1]]
          e[e.Length - 1] += 0.1f
          if true
            float t = x
          merge float m = t | -0.0f
          reversing for i from 3 to -1 by -1 until i == 1
          tape int k
          push k, 7
          int v = pop k
          float q = H(NaNf; b, d)
          throw "new ArgumentException({0})" (1)
          return m, v

        """);

    [Fact]
    public void Parentheses_stand_only_where_they_are_needed()
    {
        Prints(Multiply(Plus(X, Y), X), "(x + y) * x");
        Prints(Plus(Multiply(X, Y), X), "x * y + x");
        Prints(Minus(X, Call(Arithmetic.Minus, Y, X)), "x - (y - x)");
        Prints(Call(Arithmetic.Minus, Call(Arithmetic.Minus, X, Y), X), "x - y - x");
        Prints(Divide(X, Multiply(X, Y)), "x / (x * y)");
        Prints(Call(Arithmetic.Negative, Plus(X, Y)), "-(x + y)");
        Prints(Call(Arithmetic.Negative, Double(-1)), "-(-1.0)");
        Prints(Call(Arithmetic.Minus, X, Double(-1)), "x - -1.0");
        Prints(Build.Not(And(Compare(Arithmetic.Less, X, Y), Bool(false))), "!(x < y && false)");
        Prints(And(Or(Name("p", ScalarType.Bool), Name("q", ScalarType.Bool)), Name("p", ScalarType.Bool)), "(p || q) && p");
        Prints(Build.Convert(Call(Arithmetic.Plus, N, N), ScalarType.Double), "(double)(n + n)");
        Prints(new Apply(ScalarType.Int, Arithmetic.CheckedPlus, [N, Int(1)]), "checked(n + 1)");
        Prints(new Apply(ScalarType.Int, Arithmetic.CheckedConvert, [X]), "checked((int)x)");
        Prints(Select(Compare(Arithmetic.Less, X, Y), X, Y), "select(x < y, x, y)");
        Prints(new External(ScalarType.Double, "model.Rate[{0}]", [N]), "external \"model.Rate[{0}]\"(n)");
        Prints(Call(Elementary.Pow, X, Double(0.5)), "pow(x, 0.5)");
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1e300, "1.0E+300")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    [InlineData(5e-324, "4.94065645841247E-324")]
    public void A_literal_is_the_shortest_that_reads_back(double value, string expected)
    {
        Prints(Double(value), expected);
        Assert.Equal(value, double.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Integer_literals_say_their_type()
    {
        Prints(Int(-1), "-1");
        Prints(new Constant(ScalarType.UInt, 7), "7u");
        Prints(new Constant(ScalarType.Long, 7), "7L");
        Prints(new Constant(ScalarType.ULong, -1), "18446744073709551615UL");
        Prints(Float(0.1f), "0.1f");
    }

    [Fact]
    public void Equal_programs_print_equally_and_different_ones_differently()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Function function = RandomPrograms.Generate(seed).Function, other = RandomPrograms.Generate(seed + 1).Function;
            Assert.Equal(Printer.Print(function), Printer.Print(RandomPrograms.Generate(seed).Function));
            Assert.Equal(function.Equals(other), Printer.Print(function) == Printer.Print(other));
        }
    }

    private static void Prints(Expression expression, string expected) => Assert.Equal(expected, Printer.Print(expression));

    private static void Prints(Function function, string expected) => Assert.Equal(expected.ReplaceLineEndings("\n"), Printer.Print(function));
}
