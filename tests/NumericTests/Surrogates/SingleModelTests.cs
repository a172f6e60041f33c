using System;
using System.Linq;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>Models in single precision: the contract in float, and explanations through the one in double.</summary>
public sealed class SingleModelTests
{
    // Sums of a few numbers of size 1 in float.
    private const double Rounding = 1e-6;

    [Fact]
    public void Terms_and_link_of_the_contract_in_float_add_up_to_the_value()
    {
        Check(new Singles.NetModel(3), 3);
        Check(new Singles.TermsModel(), 3);
        Check(new Singles.BendModel(), 2);
        Check(new Scores.SingleModel(), 3);

        static void Check<TModel>(TModel model, int inputs)
            where TModel : struct, ISurrogate<float>
        {
            float[] x = [.. new Numbers((ulong)inputs).Normals(inputs).Select(static n => Math.Abs((float)n))], gradient = new float[inputs], slopes = new float[inputs];
            SurrogateStructure structure = model.Structure;
            float margin = (float)structure.Constant;
            for (int t = 0; t < structure.Terms.Length; t++)
            {
                margin += Term(model, structure, t, x, slopes);
            }
            float[] link = [margin], value = [margin], slope = [1];
            if (structure.HasLink)
            {
                model.Link(link, value, slope);
                model.Link(link, link, []);
                Assert.Equal(value, link);
            }
            Assert.Equal(model.Gradient(x, gradient), value[0], Rounding);
            for (int i = 0; i < inputs; i++)
            {
                Assert.Equal(gradient[i], slope[0] * slopes[i], Rounding);
            }
        }
    }

    [Fact]
    public void Kink_arguments_in_float_are_those_in_double()
    {
        Singles.BendModel model = new();
        Assert.Equal(SurrogatePieces.Affine, model.Structure.Pieces);
        float[] narrow = new float[model.Structure.Kinks];
        double[] wide = new double[narrow.Length];
        KinksOf(model, [0.5f, -0.25f], narrow);
        ((ISurrogate<double>)model).KinkArguments([0.5, -0.25], wide);
        Assert.Equal(wide, narrow.Select(static x => (double)x));
        Assert.Contains(narrow, static argument => argument != 0);

        static void KinksOf<TModel>(TModel model, float[] x, float[] arguments)
            where TModel : struct, ISurrogate<float>
            => model.KinkArguments(x, arguments);
    }

    [Fact]
    public void Every_method_explains_a_float_model_by_widening()
    {
        Singles.NetModel net = new(3);
        double[] at = [0.5, -1.25, 0.75], baseline = [0.25, 0.5, -0.5];
        ExplainOptions result = new() { Scale = OutputScale.Result };
        foreach (Attribution attribution in LawTests.AllMethods(net, at, baseline, result))
        {
            Assert.Equal(Singles.Net([0.5f, -1.25f, 0.75f]), attribution.Value, Rounding);
            Assert.All(attribution.Values, static value => Assert.True(double.IsFinite(value) && value != 0));
        }
        Attribution shapley = Explain.Shapley(net, at, baseline, result);
        Assert.True(shapley.IsExact);
        Near.Equal(BruteForce.Shapley(net, at, baseline), shapley.Values, Rounding);
        Assert.True(Math.Abs(shapley.Residual) <= 1e-15);
        Attribution path = Explain.IntegratedGradients(new Singles.BendModel(), [0.5, -0.25], [-1, 0.75]);
        Assert.True(path.IsExact);
        Assert.True(Math.Abs(path.Residual) <= 1e-15);

        double[] rows = [.. at, .. baseline, 1, 1, 1], values = new double[9], bases = new double[3];
        Explain.ShapleyBatch(net, rows, baseline, values, bases, result);
        Assert.Equal(shapley.Values, values[..3]);
        Assert.Equal([0.0, 0, 0], values[3..6]);
    }

    private static float Term<TModel>(TModel model, SurrogateStructure structure, int index, float[] x, float[] slopes)
        where TModel : struct, ISurrogate<float>
    {
        SurrogateTerm term = structure.Terms[index];
        int[] variables = term.Variables.ToArray();
        if (term.Weights.IsEmpty)
        {
            float[] own = [.. variables.Select(v => x[v])], value = new float[1], again = new float[1], gradient = new float[own.Length];
            model.TermValues(index, own, value);
            model.TermGradients(index, own, again, gradient);
            Assert.Equal(value[0], again[0], Rounding);
            for (int i = 0; i < own.Length; i++)
            {
                slopes[variables[i]] += gradient[i];
            }
            return value[0];
        }
        float[] units = new float[term.Offsets.Length];
        for (int j = 0; j < units.Length; j++)
        {
            units[j] = (float)term.Offsets[j];
            for (int i = 0; i < variables.Length; i++)
            {
                units[j] += (float)term.Weights[(j * variables.Length) + i] * x[variables[i]];
            }
        }
        float[] downstream = new float[units.Length];
        Array.Fill(downstream, 1);
        float result = units[0];
        if (!term.IsAffine)
        {
            // Eight points alike: lanes run over points.
            float[] columns = [.. units.SelectMany(static u => Enumerable.Repeat(u, 8))], values = new float[8], again = new float[8], gradients = new float[8 * units.Length];
            model.HeadValues(index, columns, values);
            model.HeadGradients(index, columns, again, gradients);
            Assert.Equal(values[0], again[0], Rounding);
            downstream = [.. Enumerable.Range(0, units.Length).Select(j => gradients[8 * j])];
            result = values[0];
        }
        for (int i = 0; i < variables.Length; i++)
        {
            for (int j = 0; j < units.Length; j++)
            {
                slopes[variables[i]] += downstream[j] * (float)term.Weights[(j * variables.Length) + i];
            }
        }
        return result;
    }
}
