using System;
using System.Linq;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>Masks of players: what is enumerated, groups and baselines, against brute force.</summary>
public sealed class LadderTests
{
    private static readonly ExplainOptions Result = new() { Scale = OutputScale.Result };

    [Fact]
    public void Twenty_players_are_enumerated_on_request()
    {
        Layers model = Examples.Net(20, 8, 20);
        double[] at = new Numbers(21).Normals(20), baseline = new Numbers(22).Normals(20);
        Attribution shapley = Explain.Shapley(model, at, baseline, Result with { MaxEnumeration = 20 });
        Assert.True(shapley.IsExact);
        Assert.Equal(1 << 20, shapley.Evaluations);
        Near.Equal(Enumeration.Shapley(model, at, baseline), shapley.Values, 1e-11); // sums of 2²⁰ values
        Assert.Throws<ArgumentException>(() => Explain.Shapley(model, at, baseline, Result));
    }

    [Fact]
    public void Sixteen_players_are_enumerated_unasked()
    {
        Layers model = Examples.Net(16, 8, 16);
        double[] at = new Numbers(17).Normals(16), baseline = new Numbers(18).Normals(16);
        Attribution shapley = Explain.Shapley(model, at, baseline, Result);
        Assert.True(shapley.IsExact);
        Near.Equal(BruteForce.Shapley(model, at, baseline), shapley.Values, 1e-12);
    }

    [Fact]
    public void Banzhaf_values_are_mean_differences_over_all_coalitions()
    {
        Check(References.Net("mlp12"), References.Rows("mlp12")[0], new double[12]);
        Check(References.Net("logistic10"), References.Rows("logistic10")[0], new Numbers(4).Normals(10));
        Check(new Scores.FriedmanModel(), [0.3, 0.9, 0.2, 0.7, 0.6], [0.5, 0.4, 0.5, 0.1, 0.8]);
        Check(new Trees10.ScoreModel(10), new Numbers(101).Normals(10), new Numbers(102).Normals(10));

        static void Check<TModel>(TModel model, double[] at, double[] baseline)
            where TModel : struct, ISurrogate<double>
        {
            double[] table = Table(model, at, baseline), expected = new double[at.Length];
            for (int mask = 0; mask < table.Length; mask++)
            {
                for (int i = 0; i < at.Length; i++)
                {
                    expected[i] += (((mask >> i) & 1) != 0 ? 2 : -2) * table[mask] / table.Length;
                }
            }
            Near.Equal(expected, Explain.Banzhaf(model, at, baseline, Result).Values, 1e-12);
        }
    }

    [Fact]
    public void Explanations_against_several_baselines_are_means()
    {
        Layers model = References.Net("mlp12");
        double[] at = References.Rows("mlp12")[1], baselines = new Numbers(5).Normals(36);
        Attribution[] all = LawTests.AllMethods(model, at, baselines, Result);
        Attribution[][] each = [.. Enumerable.Range(0, 3).Select(k => LawTests.AllMethods(model, at, baselines[(12 * k)..(12 * (k + 1))], Result))];
        for (int m = 0; m < all.Length; m++)
        {
            // The probabilities of LIME's masks, as everything else, are those of each baseline.
            Near.Equal([.. Enumerable.Range(0, 12).Select(i => each.Average(own => own[m].Values[i]))], all[m].Values, 1e-12);
            Assert.Equal(each.Average(own => own[m].BaseValue), all[m].BaseValue, 1e-13);
        }
    }

    [Fact]
    public void A_group_is_one_player_of_brute_force()
    {
        Layers model = References.Net("mlp12");
        double[] at = References.Rows("mlp12")[0], baseline = new Numbers(6).Normals(12);
        int[][] groups = [[0, 5, 7], [1, 2, 3], [4, 6, 11], [8, 9], [10]];
        Near.Equal(BruteForce.Shapley(new Grouped(model, groups, at, baseline), [1, 1, 1, 1, 1], new double[5]), Explain.Shapley(model, at, baseline, Result with { Groups = groups }).Values, 1e-12);
    }

    [Fact]
    public void Baselines_at_the_cutoff_are_the_nearest_accepted_rows()
    {
        Scores.GrowthModel model = new(); // grows with the first input
        double[] rows = [0.5, 0, -1, 0, 2, 0, 0.1, 0, 0.1, 0, -3, 0];
        double cutoff = model.Value([0.1, 0]);
        Assert.Equal([0.1, 0, 0.1, 0, 0.5, 0], Baselines.AtCutoff(model, rows, cutoff, most: 3));
        Assert.Equal([0.1, 0, 0.1, 0, -1, 0, -3, 0], Baselines.AtCutoff(model, rows, cutoff, adverse: AdverseDirection.Higher));
        Assert.Equal((double[])[(0.5 - 1 + 2 + 0.1 + 0.1 - 3) / 6, 0], Baselines.Mean(rows, 2), (a, b) => Math.Abs(a - b) <= 1e-15);
        Assert.Throws<ArgumentException>(() => Baselines.AtCutoff(model, rows, 1e9));
        Assert.Throws<ArgumentException>(() => Baselines.AtCutoff(model, rows, double.NaN));
        Assert.Throws<ArgumentException>(() => Baselines.AtCutoff(model, [], cutoff));
        Assert.Throws<ArgumentException>(() => Baselines.Mean([1, 2, 3], 2));

        // An explanation from the cutoff starts there, and its parts are those of the refusal.
        double[] refused = [-1, 0.2];
        Attribution shapley = Explain.Shapley(model, refused, Baselines.AtCutoff(model, rows, cutoff, most: 2), Result);
        Assert.Equal(cutoff, shapley.BaseValue, 1e-12);
        Assert.Equal(["A", "B"], ReasonCodes.From(shapley, [new("A", "", [0]), new("B", "", [1])]).Reasons.Select(static r => r.Code));
    }

    private static double[] Table<TModel>(TModel model, double[] at, double[] baseline)
        where TModel : struct, IFunction<double>
        => [.. Enumerable.Range(0, 1 << at.Length).Select(mask => model.Value([.. at.Select((x, i) => ((mask >> i) & 1) != 0 ? x : baseline[i])]))];

    /// <summary>A model of which groups of inputs are at the row or at the baseline.</summary>
    private readonly struct Grouped(Layers model, int[][] groups, double[] at, double[] baseline) : IFunction<double>
    {
        public int Dimension => groups.Length;

        public double Value(ReadOnlySpan<double> x)
        {
            double[] point = (double[])baseline.Clone();
            for (int g = 0; g < groups.Length; g++)
            {
                foreach (int i in groups[g])
                {
                    point[i] = x[g] == 1 ? at[i] : baseline[i];
                }
            }
            return model.Value(point);
        }

        public void Values(ReadOnlySpan<double> rows, Span<double> results)
        {
            for (int r = 0; r < results.Length; r++)
            {
                results[r] = Value(rows.Slice(r * groups.Length, groups.Length));
            }
        }
    }
}
