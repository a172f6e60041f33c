using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>The generated model structs, used as an algorithm of the runtime uses them: through a generic parameter.</summary>
public sealed class GoldenModelCompanionTests
{
    [Fact]
    public void Model_of_one_scalar() => Agrees(default(StraightLine.CubicModel), "A01_poly");

    [Fact]
    public void Model_of_two_scalars_with_branches() => Agrees(default(Branches.LadderModel), "B05_ladder");

    [Fact]
    public void Model_of_six_scalars_with_a_loop() => Agrees(default(TimeStepping.PredatorAndPreyModel), "C20_rk4_lv");

    [Fact]
    public void Model_takes_constants_in_parameter_order() => Agrees(new StraightLine.ConstantParametersModel(2.5, 4), "A12_constparam");

    [Fact]
    public void Model_of_a_span_takes_its_length() => Agrees(new Loops.StencilModel(6), "C10_stencil");

    [Fact]
    public void Model_of_an_array_takes_its_length() => Agrees(new SmallResiduals.WoodModel(4), "E14_wood");

    [Fact]
    public void Model_of_two_spans_takes_both_lengths() => Agrees(new TimeStepping.GatedCellModel(4, 4), "C22_lstmcell");

    [Fact]
    public void Model_of_a_struct_reads_its_fields_in_order() => Agrees(default(Calls.OrbitOfModel), "C30_complex_struct");

    [Fact]
    public void Model_of_a_tuple_reads_its_elements_in_order() => Agrees(default(StraightLineVariants.PolarOfTupleModel), "A05_polar");

    [Fact]
    public void Model_of_four_structs_is_flat() => Agrees(default(Chemistry.LennardJonesOfPointsModel), "D08_lennardjones");

    [Fact]
    public void Model_of_an_instance_takes_its_owner() => Agrees(new LogisticLoss.OfModel(GoldenModels.LogisticLoss, 3), "D04_logreg");

    private static void Agrees<TModel>(TModel model, string id)
        where TModel : struct, IGradient<double>
    {
        foreach (GoldenCase golden in GoldenCases.All)
        {
            if (golden.Id == id)
            {
                Assert.Equal(golden.At.Length, model.Dimension);
                OnePoint(model, golden);
                ManyPoints(model, golden);
            }
        }
    }

    private static void OnePoint<TModel>(TModel model, GoldenCase golden)
        where TModel : struct, IGradient<double>
    {
        double[] gradient = new double[golden.At.Length];
        Accuracy.Value(golden.Value, model.Value(golden.At), golden.Id);
        Accuracy.Value(golden.Value, model.Gradient(golden.At, gradient), golden.Id);
        Accuracy.Gradient(golden.Gradient, gradient, golden.Id);
    }

    /// <summary>Nineteen equal rows: two full blocks of eight lanes and a remainder.</summary>
    private static void ManyPoints<TModel>(TModel model, GoldenCase golden)
        where TModel : struct, IGradient<double>
    {
        const int rows = 19;
        int n = golden.At.Length;
        double[] points = new double[rows * n], values = new double[rows], results = new double[rows], gradients = new double[rows * n];
        for (int row = 0; row < rows; row++)
        {
            golden.At.CopyTo(points.AsSpan(row * n));
        }

        model.Values(points, values);
        model.Gradients(points, results, gradients);

        for (int row = 0; row < rows; row++)
        {
            Accuracy.Value(golden.Value, values[row], golden.Id);
            Accuracy.Value(golden.Value, results[row], golden.Id);
            Accuracy.Gradient(golden.Gradient, gradients.AsSpan(row * n, n), golden.Id);
        }
    }
}
