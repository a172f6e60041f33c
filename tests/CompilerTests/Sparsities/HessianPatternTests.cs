using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static CompilerTests.Sparsities.PatternModel;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Sparsities;

public sealed class HessianPatternTests
{
    private static readonly Read I = Int32("i"), S = Real("s");

    [Fact]
    public void A_sum_over_neighbours_is_a_band() => Check(isExact: true, Scalar(
        S, new Variable("s", Double(0)), Loop("i", Int(0), Offset(N, -1), new Assign("s", Plus(S, Mixed(X(I), X(Offset(I, 1))))))), Arguments(6, 0));

    [Fact]
    public void A_sum_of_squares_of_scattered_terms_is_scattered() => Check(isExact: true, Scalar(
        S,
        new Variable("s", Double(0)),
        Loop("i", Int(0), N, new Let("r", Minus(X(Obs(Times(Int(2), I))), X(Obs(Offset(Times(Int(2), I), 1))))), new Assign("s", Plus(S, Multiply(Real("r"), Real("r")))))),
        Arguments(6, 3, 0, [0, 2, 3, 5, 4, 1]));

    [Fact]
    public void A_shared_variable_is_an_arrow() => Check(isExact: true, Scalar(
        S, new Variable("s", Double(0)), Loop("i", Int(0), N, new Assign("s", Plus(S, Mixed(X(I), Real("a")))))), Arguments(5, 0));

    [Fact]
    public void Linear_terms_give_no_entries() => Check(isExact: true, Scalar(
        S, new Variable("s", Mixed(X(Int(1)), X(Int(2)))), Loop("i", Int(0), N, new Assign("s", Plus(S, Multiply(Double(3), X(I)))))), Arguments(5, 0));

    [Fact]
    public void A_function_of_a_sum_is_dense() => Check(isExact: true, Scalar(
        Call(Elementary.Exp, S), new Variable("s", Double(0)), Loop("i", Int(0), N, new Assign("s", Plus(S, X(I))))), Arguments(4, 0));

    [Fact]
    public void Recorded_values_are_looked_through() => Check(isExact: false, Scalar(
        S,
        Local("u", N),
        new Variable("s", Double(0)),
        Loop("j", Int(0), N, Set("u", Int32("j"), Call(Elementary.Exp, X(Int32("j"))))),
        Loop("i", Int(1), N, new Assign("s", Plus(S, Mixed(At("u", I), At("u", Offset(I, -1))))))),
        Arguments(6, 0));

    /// <summary>The entries of the Hessian that are not zero, by differences of the gradient in double-double.</summary>
    internal static bool[,] TrueEntries(Function function, IReadOnlyList<Argument> arguments)
    {
        Parameter[] variables = [.. function.Parameters.Where(static p => p.IsVariable)];
        Dictionary<string, string> outputs = variables.Where(static p => p.Kind == ParameterKind.Array).ToDictionary(static p => p.Name, static p => "gradientOf" + p.Name);
        Function gradient = Reverse.Run(new(function, []), outputs).Module.Main;
        List<Argument> all = [.. arguments, .. function.Parameters.Select((p, i) => (p, i)).Where(static p => p.p is { IsVariable: true, Kind: ParameterKind.Array }).Select(p => (Argument)new double[arguments[p.i].Array!.Length])];
        bool[,] rows = PatternRun.TrueEntries(gradient, all);
        int n = rows.GetLength(1), written = function.Parameters.Select((p, i) => p.Kind == ParameterKind.Output ? arguments[i].Array!.Length : 0).Sum();
        int arrays = variables.Select(v => v.Kind == ParameterKind.Array ? arguments[function.Parameters.ToList().IndexOf(v)].Array!.Length : 0).Sum();
        bool[,] entries = new bool[n, n];
        int row = 0, array = written, scalar = written + arrays + 1;
        foreach (Parameter variable in variables)
        {
            int length = variable.Kind == ParameterKind.Array ? arguments[function.Parameters.ToList().IndexOf(variable)].Array!.Length : 1;
            for (int k = 0; k < length; k++, row++)
            {
                int from = variable.Kind == ParameterKind.Array ? array++ : scalar++;
                for (int c = 0; c < n; c++)
                {
                    entries[row, c] = rows[from, c];
                }
            }
        }
        return entries;
    }

    private static void Check(bool isExact, Function function, IReadOnlyList<Argument> arguments)
    {
        PatternResult result = HessianPattern.Of(function);
        Assert.True(result.Pattern is not null, result.Obstacle?.Reason);
        int n = PatternRun.Columns(function, arguments);
        bool[,] actual = PatternRun.Entries(result.Pattern.Program, arguments, n, n), expected = TrueEntries(function, arguments);
        RequireHeld(expected, actual, result.Pattern.Program);
        string text = $"{Printer.Print(result.Pattern.Program)}\nexpected\n{PatternRun.Text(expected)}\nactual\n{PatternRun.Text(actual)}";
        Assert.True(!isExact || PatternRun.Text(expected) == PatternRun.Text(actual), text);
        Assert.True(Enumerable.Range(0, n).All(r => Enumerable.Range(0, n).All(c => actual[r, c] == actual[c, r])), text);
    }
}
