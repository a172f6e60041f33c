using System;
using System.Linq;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>Models that the compiler reads: what it finds in them, and explanations against brute force.</summary>
public sealed class GeneratedModelTests
{
    private static readonly ExplainOptions Result = new() { Scale = OutputScale.Result };

    [Fact]
    public void Terms_are_read_with_their_inputs()
    {
        SurrogateStructure friedman = new Scores.FriedmanModel().Structure;
        Assert.Equal(["3,4 affine", "0,1", "2", "0,3"], Described(friedman));
        Assert.False(friedman.HasLink);
        Assert.Equal(SurrogatePieces.Smooth, friedman.Pieces);
        SurrogateStructure loan = new Scores.LoanModel().Structure;
        Assert.Equal(["4 affine", "1,3", "0,2"], Described(loan));
        Assert.Equal([2, 3, 4], loan.Discrete);
        Assert.True(loan.HasLink);
        SurrogateStructure pairs = new Scores.PairsModel(40).Structure;
        Assert.Equal(39, pairs.Terms.Length);
        Assert.All(Enumerable.Range(0, 39), i => Assert.Equal([i, i + 1], pairs.Terms[i].Variables.ToArray()));
        Assert.Equal(0.25, pairs.Constant);
        SurrogateStructure net = new Mlp12.ScoreModel(12).Structure;
        Assert.Equal(16, net.Terms[0].Offsets.Length);
        SurrogateStructure rectified = new Relu16.ScoreModel(16).Structure;
        Assert.Equal((SurrogatePieces.Affine, 24), (rectified.Pieces, rectified.Kinks));
        Assert.Equal(SurrogatePieces.Steps, new Trees10.ScoreModel(10).Structure.Pieces);
        Assert.Equal(SurrogatePieces.Affine, new Scores.BendModel().Structure.Pieces);
    }

    [Fact]
    public void Links_are_growing_functions_of_any_number()
    {
        Assert.Equal(["0,1 affine"], Described(new Scores.GrowthModel().Structure));
        Assert.True(new Scores.GrowthModel().Structure.HasLink);
        Assert.True(new Scores.HingeModel().Structure.HasLink);
        Assert.Equal(["0 affine", "1"], Described(new Scores.SurvivalModel().Structure));
        Assert.True(new Scores.RegressionModel(3, new double[] { 1, 2, 3 }).Structure.HasLink);
        Assert.False(new Scores.DistanceModel().Structure.HasLink); // of a negative margin there is no root
        Check(new Scores.GrowthModel());
        Check(new Scores.SurvivalModel());
        Check(new Scores.HingeModel());

        static void Check<TModel>(TModel model)
            where TModel : struct, ISurrogate<double>
        {
            double[] margins = [-2, -0.5, 0, 0.3, 1, 1.5, 2, 2.5, 3], values = new double[9], slopes = new double[9];
            model.Link(margins, values, slopes);
            Assert.All(slopes, static slope => Assert.True(slope > 0));
            Assert.Equal(values.Order(), values);
            Attribution margin = Explain.Shapley(model, [0.7, -1.2], [0.1, 0.4]);
            model.Link([margin.Value], values.AsSpan(0, 1), []);
            Assert.Equal(model.Value([0.7, -1.2]), values[0], 1e-14 * Math.Abs(values[0]));
        }
    }

    [Fact]
    public void Shapley_values_of_every_model_are_those_of_brute_force()
    {
        Check(new Scores.FriedmanModel(), 5);
        Check(new Scores.WeightedModel(0.7), 3);
        Check(new Scores.BendModel(), 2);
        Check(new Scores.GrowthModel(), 2);
        Check(new Scores.SurvivalModel(), 2);
        Check(new Scores.HingeModel(), 2);
        Check(new Scores.DistanceModel(), 2);
        Check(new Scores.RegressionModel(6, new double[] { 0.3, -1, 0.2, 0.7, -0.4, 1.1 }), 6);
        Check(new Logistic10.ScoreModel(10), 10);
        Check(new Relu16.ScoreModel(16), 16);
        Check(new Trees10.ScoreModel(10), 10);

        static void Check<TModel>(TModel model, int inputs)
            where TModel : struct, ISurrogate<double>
        {
            Numbers numbers = new((ulong)inputs);
            double[] at = numbers.Normals(inputs), baseline = numbers.Normals(inputs);
            Attribution shapley = Explain.Shapley(model, at, baseline, Result);
            Assert.True(shapley.IsExact);
            Near.Equal(BruteForce.Shapley(model, at, baseline), shapley.Values, 1e-12);
        }
    }

    [Fact]
    public void Discrete_inputs_move_between_their_values()
    {
        Scores.LoanModel model = new();
        double[] at = [1.4, 0.6, 1, (double)Purpose.Car, 2], baseline = [0.9, 0.8, 0, (double)Purpose.Home, 1];
        Assert.Equal(Scores.Loan(1.4, 0.6, true, Purpose.Car, 2), model.Value(at));
        Near.Equal(BruteForce.Shapley(model, at, baseline), Explain.Shapley(model, at, baseline, Result).Values, 1e-13);
        double value = Scores.LoanSurrogate(1.4, 0.6, true, Purpose.Car, 2, 0.9, 0.8, false, Purpose.Home, 1, out double dIncome, out double dDebt, out double dOwns, out double dPurpose, out double dDependants, out double baseValue);
        Attribution margin = Explain.Shapley(model, at, baseline);
        Near.Equal(margin.Values, [dIncome, dDebt, dOwns, dPurpose, dDependants], 1e-14);
        Assert.Equal(value, 1 / (1 + Math.Exp(-(baseValue + dIncome + dDebt + dOwns + dPurpose + dDependants))), 1e-15);
        Assert.Contains("[Constant]", Assert.Throws<ArgumentException>(() => Explain.SmoothGrad(model, at)).Message, StringComparison.Ordinal);
        double[] gradient = new double[5];
        model.Gradient(at, gradient);
        Assert.Equal([0.0, 0.0, 0.0], gradient[2..]);
    }

    [Fact]
    public void Companions_give_what_the_runtime_gives()
    {
        double[] at = [0.3, 0.9, 0.2, 0.7, 0.6], baseline = [0.5, 0.4, 0.5, 0.1, 0.8], values = new double[5];
        values[0] = Scores.FriedmanSurrogate(at[0], at[1], at[2], at[3], at[4], baseline[0], baseline[1], baseline[2], baseline[3], baseline[4], out double d0, out double d1, out double d2, out double d3, out double d4, out double baseValue);
        Attribution shapley = Explain.Shapley(new Scores.FriedmanModel(), at, baseline);
        Near.Equal(shapley.Values, [d0, d1, d2, d3, d4], 1e-14);
        Assert.Equal(shapley.BaseValue, baseValue, 1e-14);
        Assert.Equal(Scores.Friedman(at[0], at[1], at[2], at[3], at[4]), values[0]);

        double[] row = References.Rows("mlp12")[0], zero = new double[12], d = new double[12];
        Mlp12.ScoreSurrogate(row, zero, d, out baseValue);
        Attribution net = Explain.Shapley(new Mlp12.ScoreModel(12), row, zero);
        Assert.Equal(net.Values, d);
        Assert.Equal(net.BaseValue, baseValue);

        Scores.BendSurrogate(2, -0.3, -1, 1.5, out double dA, out double dB, out baseValue);
        Attribution path = Explain.IntegratedGradients(new Scores.BendModel(), [2, -0.3], [-1, 1.5]);
        Assert.True(path.IsExact);
        Assert.Equal(path.Values, (double[])[dA, dB]);
        Assert.Equal(0, path.Residual, 1e-15);
    }

    [Fact]
    public void Batches_of_companions_give_what_rows_give()
    {
        const int Rows = 150;
        Numbers numbers = new(8);
        double[][] columns = [.. Enumerable.Range(0, 5).Select(_ => numbers.Normals(Rows))];
        double[] result = new double[Rows];
        double[][] shares = [.. Enumerable.Range(0, 5).Select(static _ => new double[Rows])];
        Scores.FriedmanSurrogateBatch(columns[0], columns[1], columns[2], columns[3], columns[4], 0.5, 0.5, 0.5, 0.5, 0.5, result, shares[0], shares[1], shares[2], shares[3], shares[4], out double baseValue);
        for (int r = 0; r < Rows; r++)
        {
            double value = Scores.FriedmanSurrogate(columns[0][r], columns[1][r], columns[2][r], columns[3][r], columns[4][r], 0.5, 0.5, 0.5, 0.5, 0.5, out double d0, out double d1, out double d2, out double d3, out double d4, out double one);
            Assert.Equal([value, d0, d1, d2, d3, d4, one], [result[r], .. shares.Select(s => s[r]), baseValue]);
        }

        double[] rows = numbers.Normals(Rows * 12), zero = new double[12], d = new double[12], all = new double[Rows * 12];
        Mlp12.ScoreSurrogateBatch(rows, zero, result, all, out baseValue);
        for (int r = 0; r < Rows; r++)
        {
            Assert.Equal(Mlp12.Score(rows.AsSpan(r * 12, 12)), result[r]);
            Mlp12.ScoreSurrogate(rows.AsSpan(r * 12, 12), zero, d, out double one);
            Assert.Equal(d, all[(r * 12)..((r + 1) * 12)]);
            Assert.Equal(one, baseValue);
        }
        Assert.Throws<ArgumentException>(() => Mlp12.ScoreSurrogateBatch(rows, zero, result, all.AsSpan(1), out _));
        Assert.Throws<ArgumentException>(() => Mlp12.ScoreSurrogate(rows.AsSpan(0, 12), zero, rows.AsSpan(0, 12), out _)); // the model would be asked where an output went
    }

    [Fact]
    public void A_float_model_is_explained_in_double()
    {
        double[] at = [1.5, 0.5, 30], baseline = [1, 1, 40];
        Scores.SingleModel model = new();
        Attribution shapley = Explain.Shapley(model, at, baseline, Result);
        Assert.Equal(Scores.Single(1.5f, 0.5f, 30), shapley.Value, 1e-6); // a few roundings of float
        Near.Equal(BruteForce.Shapley(model, at, baseline), shapley.Values, 1e-6);
        Scores.SingleSurrogate(1.5f, 0.5f, 30, 1, 1, 40, out float dIncome, out float dDebt, out float dAge, out float baseValue);
        Attribution margin = Explain.Shapley(model, at, baseline);
        Near.Equal(margin.Values, [dIncome, dDebt, dAge], 1e-7);
        Assert.Equal(margin.BaseValue, baseValue, 1e-7 * Math.Abs(margin.BaseValue) + 1e-7);
    }

    [Fact]
    public void Pairwise_terms_of_40_variables_take_four_evaluations_each()
    {
        Scores.PairsModel model = new(40);
        double[] at = new Numbers(41).Normals(40), baseline = new Numbers(42).Normals(40), expected = new double[40];
        for (int i = 0; i < 39; i++)
        {
            // A pair alone: what the score of four rows says that differ in the two inputs only.
            double Term(double a, double b)
            {
                double[] x = new double[40];
                (x[i], x[i + 1]) = (a, b);
                double both = model.Value(x);
                (x[i], x[i + 1]) = (a, 0);
                double first = model.Value(x);
                (x[i], x[i + 1]) = (0, b);
                return both - first - model.Value(x);
            }
            double none = Term(baseline[i], baseline[i + 1]), one = Term(at[i], baseline[i + 1]), other = Term(baseline[i], at[i + 1]), all = Term(at[i], at[i + 1]);
            expected[i] += 0.5 * (one - none + all - other);
            expected[i + 1] += 0.5 * (other - none + all - one);
        }
        for (int i = 0; i < 40; i++)
        {
            // What an input does by itself, in the pairs before and behind it.
            double[] x = new double[40];
            x[i] = at[i];
            double here = model.Value(x);
            x[i] = baseline[i];
            expected[i] += here - model.Value(x);
        }
        Attribution shapley = Explain.Shapley(model, at, baseline);
        Assert.Equal(4 * 39, shapley.Evaluations);
        Assert.True(shapley.IsExact);
        Near.Equal(expected, shapley.Values, 1e-12); // differences of sums of 39 terms of size 1
        Assert.True(Math.Abs(shapley.Residual) <= 1e-13);
    }

    [Fact]
    public void Boosted_trees_have_the_Shapley_values_of_brute_force_and_refuse_gradients()
    {
        Trees10.ScoreModel model = new(10);
        double[] at = new Numbers(101).Normals(10), baseline = new Numbers(102).Normals(10);
        Near.Equal(BruteForce.Shapley(model, at, baseline), Explain.Shapley(model, at, baseline).Values, 1e-12);
        Assert.Contains("Explain.Shapley", Assert.Throws<ArgumentException>(() => Explain.IntegratedGradients(model, at, baseline)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Integrated_gradients_of_rectified_units_take_fewer_than_20_segments()
    {
        Relu16.ScoreModel model = new(16);
        for (ulong row = 0; row < 5; row++)
        {
            double[] at = new Numbers(160 + row).Normals(16), baseline = new double[16];
            Attribution path = Explain.IntegratedGradients(model, at, baseline, Result);
            Assert.True(path.IsExact);
            Assert.True((path.Evaluations - 1) / 2 < 20, $"{(path.Evaluations - 1) / 2} segments");
            Assert.True(Math.Abs(path.Residual) <= 1e-15 * Math.Max(1, path.Values.Sum(Math.Abs)), $"{path.Residual}");
        }
    }

    [Fact]
    public void Batches_allocate_nothing_once_warm()
    {
        Check(new Mlp12.ScoreModel(12), 12);
        Check(new Logistic10.ScoreModel(10), 10);
        Check(new Relu16.ScoreModel(16), 16, onlyPaths: true);
        Check(new Scores.PairsModel(40), 40);

        static void Check<TModel>(TModel model, int inputs, bool onlyPaths = false)
            where TModel : struct, ISurrogate<double>
        {
            const int Rows = 20;
            double[] rows = new Numbers(1).Normals(Rows * inputs), baseline = new double[inputs], values = new double[Rows * inputs], bases = new double[Rows];
            Run();
            Run();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Run();
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

            void Run()
            {
                Explain.IntegratedGradientsBatch(model, rows, baseline, values, bases);
                if (!onlyPaths)
                {
                    Explain.ShapleyBatch(model, rows, baseline, values, bases);
                    Explain.LimeBatch(model, rows, baseline, values, bases);
                }
            }
        }
    }

    private static string[] Described(SurrogateStructure structure) =>
        [.. structure.Terms.ToArray().Select(static term => string.Join(",", term.Variables.ToArray()) + (term.IsAffine ? " affine" : ""))];
}
