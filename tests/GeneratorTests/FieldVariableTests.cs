using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace GeneratorTests;

/// <summary>Fields that WithRespectTo names are parameters of the function; reals that it leaves out are data.</summary>
public sealed class FieldVariableTests
{
    [Fact]
    public void Fields_come_after_the_parameters_in_the_order_they_are_named()
    {
        Request request = Reading.Of(
            """
            using System;
            using Proxima;

            public sealed partial class Model
            {
                private readonly double[] _weights = [1, 2];
                private double bias;

                public static float Scale { get; set; }

                [Adjoint(WithRespectTo = [nameof(bias), nameof(_weights), "x", nameof(Scale)])]
                public double F(double x, int k) => x * _weights[k] * Scale + bias;
            }
            """);
        Assert.Equal("F(double, int)", request.Cref);
        Assert.Equal(["x", "k", "bias", "weights", "scale"], request.Parameters.Select(static p => p.Name));
        Assert.Equal([false, false, true, true, true], request.Parameters.Select(static p => p.IsField));
        Assert.Equal(
            [new Leaf("this.bias", "bias", ScalarType.Double, false), new Leaf("_weights", "weights", ScalarType.Double, true), new Leaf("global::Model.Scale", "scale", ScalarType.Float, false)],
            request.Parameters.Where(static p => p.IsField).SelectMany(static p => p.Leaves));
        Assert.All(request.Module.Main.Parameters, static parameter => Assert.Equal(parameter.Name != "k", parameter.IsVariable));
        Verifier.Verify(request.Module, Form.Source);
        Assert.Equal(67, Evaluator.Evaluate(request.Module, [2.0, 1, 7.0, new double[] { 3, 5 }, 6f]).Real);
    }

    [Fact]
    public void A_local_that_hides_a_field_leaves_it_readable()
    {
        Request request = Reading.Of(
            """
            using Proxima;

            public sealed partial class Model
            {
                private readonly double _w = 2;

                [Gradient(WithRespectTo = ["x", nameof(_w)])]
                public double F(double x)
                {
                    double w = x + this._w;
                    {
                        double _w = w * w;
                        return _w;
                    }
                }
            }
            """);
        Assert.Equal(new Leaf("this._w", "w", ScalarType.Double, false), Assert.Single(request.Parameters[1].Leaves));
        Assert.Equal(25, Evaluator.Evaluate(request.Module, [2.0, 3.0]).Real);
    }

    [Fact]
    public void Reals_left_out_are_data_and_marked_ones_are_not()
    {
        Request request = Reading.OfMembers(
            """
                [Gradient(WithRespectTo = ["w"])]
                public static double F(double w, double x, double[] row, Vector3 at, double[,] matrix, [Constant] double scale, int k, string name) =>
                    w * x * row[k] * at.X * matrix[0, 0] * scale * name.Length;
            """);
        Assert.Equal([false, true, true, true, true, false, false, false], request.Parameters.Select(static p => p.IsData));
        Assert.All(request.Parameters.Skip(1), static p => Assert.Equal(ParameterShape.Constant, p.Shape));
    }
}
