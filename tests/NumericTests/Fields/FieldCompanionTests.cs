using System;
using System.Linq;
using Proxima;

namespace NumericTests.Fields;

/// <summary>Gradients with respect to fields, for the point of the instance and for others, one by one and per example.</summary>
public sealed class FieldCompanionTests
{
    private const int Inputs = 3, Hidden = 5;

    [Fact]
    public void Gradient_agrees_with_differences_of_the_fields()
    {
        Mlp network = new(Inputs, Hidden, seed: 1);
        double[] x = Rows.Uniform(Inputs, -1, 1, seed: 2), weights = new double[network.Weights.Length];
        double value = network.LossGradient(x, 0.8, weights, out double bias);

        // The hidden units run in lanes, whose tanh is within 2 ulp of the library's; the sum of five of them is added in another order.
        Assert.Equal(network.Loss(x, 0.8), value, 1e-14);
        for (int i = 0; i < weights.Length; i++)
        {
            double at = network.Weights[i];
            Near(Difference(step => network.Weights[i] = at + step, () => network.Loss(x, 0.8)), weights[i]);
            network.Weights[i] = at;
        }
        double before = network.Bias;
        Near(Difference(step => network.Bias = before + step, () => network.Loss(x, 0.8)), bias);
    }

    [Fact]
    public void The_model_struct_takes_other_values_of_the_fields()
    {
        Mlp network = new(Inputs, Hidden, seed: 1), other = new(Inputs, Hidden, seed: 9) { Bias = -0.4 };
        double[] x = Rows.Uniform(Inputs, -1, 1, seed: 2);
        Mlp.LossModel model = new(network, x, 0.8);
        Assert.Equal(network.Weights.Length + 1, model.Dimension);
        double[] point = [.. other.Weights, other.Bias], gradient = new double[model.Dimension], weights = new double[other.Weights.Length];
        double[] kept = [.. network.Weights];
        Assert.Equal(other.Loss(x, 0.8), model.Value(point));
        Assert.Equal(other.LossGradient(x, 0.8, weights, out double bias), model.Gradient(point, gradient));
        Assert.Equal([.. weights, bias], gradient);
        Assert.Equal(kept, network.Weights);
    }

    /// <summary>Within 4 ulp per elementary function: lanes of tanh.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(37)]
    public void Gradients_per_example_are_single_gradients(int rows)
    {
        Mlp network = new(Inputs, Hidden, seed: 1);
        double[] x = Rows.Uniform(rows * Inputs, -1, 1, seed: 3), targets = Rows.Uniform(rows, -1, 1, seed: 4);
        int n = network.Weights.Length;
        double[] result = new double[rows], values = new double[rows], weights = Rows.Filled(rows * n, double.NaN), bias = new double[rows], single = new double[n];
        network.LossGradientBatch(x, targets, result, weights, bias);
        network.LossBatch(x, targets, values);
        for (int row = 0; row < rows; row++)
        {
            double value = network.LossGradient(x.AsSpan(row * Inputs, Inputs), targets[row], single, out double slope);
            Near(value, result[row]);
            Near(value, values[row]);
            Near(slope, bias[row]);
            for (int i = 0; i < n; i++)
            {
                Near(single[i], weights[(row * n) + i]);
            }
        }
    }

    [Fact]
    public void Outputs_of_fields_have_a_row_each_and_overlap_nothing()
    {
        Mlp network = new(Inputs, Hidden, seed: 1);
        int n = network.Weights.Length;
        double[] x = new double[2 * Inputs], targets = new double[2], result = new double[2], bias = new double[2];
        Assert.Throws<ArgumentException>(() => network.LossGradientBatch(x, targets, result, new double[n], bias));
        Assert.Throws<ArgumentException>(() => network.LossGradientBatch(x, targets, result, new double[2 * n], new double[3]));
        Assert.Throws<ArgumentException>(() => network.LossGradient(x.AsSpan(0, Inputs), 0, network.Weights, out _));
        Assert.Throws<ArgumentException>(() => network.LossGradient(x.AsSpan(0, Inputs), 0, new double[n - 1], out _));
        network.LossGradientBatch([], [], [], [], []);
    }

    [Fact]
    public void Lambdas_local_functions_and_loops_read_the_field()
    {
        Fields fields = new() { x = 1.25 };
        double[] table = new double[3];
        Assert.Equal(fields.Captured(2, 0.5), fields.CapturedGradient(2, 0.5, out double a, table, out double rate));
        Near(3 * 0.7 * 1.25 * 5.25, a);
        Near(3 * 1.25 * 5.25 * 2, rate);
        for (int i = 0; i < 3; i++)
        {
            Near(3 * ((2 * fields.Table[i] * 0.7 * 1.25 * 2) + (i == 0 ? 3 : 0)), table[i]);
        }
        double[] point = [2, 3, 4, 5, 0.1], gradient = new double[5];
        Fields other = new() { x = 1.25, Table = [3, 4, 5], Rate = 0.1 };
        Assert.Equal(other.Captured(2, 0.5), new Fields.CapturedModel(fields, 0.5).Gradient(point, gradient));
        Near(3 * 0.1 * 1.25 * 50, gradient[0]);
    }

    [Fact]
    public void A_field_keeps_its_meaning_where_a_name_hides_it()
    {
        Fields fields = new() { x = 1.25 };
        Assert.Equal(fields.Alias(3), fields.HiddenGradient(3, out double x));
        Near((6 * 1.25) + Math.Cos(1.25), x);
    }

    [Fact]
    public void The_field_of_another_instance_is_a_constant()
    {
        Fields fields = new(), other = new() { Table = [0, 1, 2] };
        double[] table = new double[3];
        fields.DistanceGradient(other, table);
        Assert.Equal([2, -6, -3], table);
    }

    [Fact]
    public void A_static_field_is_a_variable_of_a_static_model()
    {
        double[] v = [2, 3], slopes = new double[2], shared = new double[2];
        Assert.Equal(Fields.Dot(v), Fields.DotGradient(v, slopes, shared));
        Assert.Equal([4, 9], shared);
        Assert.Equal(Fields.Dot(v), Fields.DotGradient((ReadOnlySpan<double>)v, slopes, shared));
        Near(1.6, slopes[0]);
        double[] gradient = new double[4];
        Assert.Equal(14, new Fields.DotModel(2).Gradient([1, 2, 2, 3], gradient));
        Assert.Equal([4, 12, 1, 4], gradient);
    }

    [Fact]
    public void A_model_in_float_has_fields_in_float()
    {
        Fields fields = new();
        float[] v = [.. Enumerable.Range(1, 37).Select(static i => 0.25f * i)], result = new float[37], slopes = new float[37], single = new float[74];
        fields.SingleGradientBatch(v, result, slopes, single);
        float[] expected = new float[2];
        for (int i = 0; i < v.Length; i++)
        {
            Assert.Equal(result[i], fields.SingleGradient(v[i], out float slope, expected));
            Assert.Equal(slope, slopes[i]);
            Assert.Equal(expected, single.AsSpan(2 * i, 2));
        }
    }

    [Fact]
    public void A_struct_is_an_instance_too()
    {
        Spring spring = new(3, [1, 2]);
        double[] rest = new double[2], gradient = new double[4];
        Assert.Equal(spring.Energy(4), spring.EnergyGradient(4, out double x, out double stiffness, rest));
        Assert.Equal([15, 6.5, -9, -6], [x, stiffness, .. rest]);
        Assert.Equal(6.5 * 2, new Spring.EnergyModel(spring).Gradient([4, 2, 1, 2], gradient));
        Assert.Equal([10, 6.5, -6, -4], gradient);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(29)]
    public void Data_has_a_row_each_and_constants_are_shared(int rows)
    {
        double[] w = Rows.Uniform(rows, -1, 1, seed: 1), t = Rows.Uniform(rows, -1, 1, seed: 2), basis = Rows.Uniform(2 * rows, -1, 1, seed: 3);
        double[] result = new double[rows], values = new double[rows], slopes = new double[rows];
        DataModels.FitGradientBatch(w, t, 1.5, basis, 3, result, slopes);
        DataModels.FitBatch(w, t, 1.5, basis, 3, values);
        for (int i = 0; i < rows; i++)
        {
            double[] own = [basis[2 * i], basis[(2 * i) + 1]];
            Near(DataModels.FitGradient(w[i], t[i], 1.5, own, 3, out double slope), result[i]);
            Near(slope, slopes[i]);
            Assert.Equal(result[i], values[i]);
        }
        double[] gradient = new double[1];
        DataModels.FitModel model = new(t[0], 1.5, basis.AsMemory(0, 2), 3);
        Near(result[0], model.Gradient([w[0]], gradient));
        Near(slopes[0], gradient[0]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(29)]
    public void Structs_of_data_have_a_row_each(int rows)
    {
        double[] w = Rows.Uniform(2 * rows, -1, 1, seed: 1), y = Rows.Uniform(rows, -1, 1, seed: 2);
        (double X, double Y)[] at = [.. y.Select(static v => (1 - v, v))];
        Labelled[] labels = [.. y.Select(static v => new Labelled(v > 0, v))];
        double[] result = new double[rows], slopes = new double[2 * rows], single = new double[2];
        DataModels.ProjectGradientBatch(w, at, labels, new double[rows], result, slopes);
        for (int i = 0; i < rows; i++)
        {
            Assert.Equal(DataModels.ProjectGradient(w.AsSpan(2 * i, 2), at[i], labels[i], [], single), result[i]);
            Assert.Equal(single, slopes.AsSpan(2 * i, 2));
        }
        DataModels.PlaneGradientBatch(w, at, result, slopes);
        for (int i = 0; i < rows; i++)
        {
            Near(DataModels.PlaneGradient(w.AsSpan(2 * i, 2), at[i], single), result[i]);
            Near(single[0], slopes[2 * i]);
            Near(single[1], slopes[(2 * i) + 1]);
        }
    }

    [Fact]
    public void A_variable_may_be_a_writable_span()
    {
        double[] slopes = new double[4], result = new double[2];
        Assert.Equal(6, WritableSpans.AreaGradient([2, 3], slopes.AsSpan(0, 2)));
        WritableSpans.AreaGradientBatch([2, 3, 4, 5], result, slopes);
        Assert.Equal([3, 2, 5, 4], slopes);
        Assert.Equal(20, new WritableSpans.AreaModel(2).Value([4, 5]));
    }

    [Fact]
    public void Modifiers_are_passed_on_where_calls_have_them()
    {
        Labelled label = new(true, 0.5);
        double scale = 4;
        double[] dX = new double[2], result = new double[2];
        Assert.Equal(3.Scaled([2], label, in scale), 3.ScaledGradient([2], label, in scale, dX.AsSpan(0, 1), out Labelled dLabel, out double dScale));
        Assert.Equal([24, 48, 6], [dX[0], dLabel.Value, dScale]);
        3.ScaledGradientBatch([2, 1], [label, label], [4, 2], result, dX, new Labelled[2], new double[2]);
        Assert.Equal([24, 6], dX);
        3.MarkedGradientBatch([2, 1], label, in scale, result, dX);
        Assert.Equal([24, 12], dX);
        double[] gradient = new double[1];
        Assert.Equal(24, new Modifiers.MarkedModel(3, label, scale).Gradient([2], gradient));
        Assert.Equal([24], gradient);
    }

    /// <summary>tanh(w·x + b) in closed form; inputs of matrices are the parameter, then the field.</summary>
    [Fact]
    public void Every_companion_knows_fields()
    {
        double[] x = [0.3, -0.7], weights = [0.9, 0.4, 0.1];
        Neuron neuron = new(weights);
        double value = Math.Tanh((0.9 * 0.3) + (0.4 * -0.7) + 0.1), slope = 1 - (value * value), second = -2 * value * slope;
        double[] inner = [0.9, 0.4, 0.3, -0.7, 1], v = [0.5, -1, 2, 0.25, -0.5];
        double along = Product(inner, v), bend = 2 * ((v[0] * v[2]) + (v[1] * v[3]));

        double[] gradient = new double[5], hessian = new double[25], jacobian = new double[5], dX = new double[2], dWeights = new double[3];
        Near(value, neuron.FireHessian(x, gradient, hessian));
        Near(value, neuron.FireJacobian(x, jacobian));
        for (int i = 0; i < 5; i++)
        {
            Near(slope * inner[i], gradient[i]);
            Near(slope * inner[i], jacobian[i]);
            for (int j = 0; j < 5; j++)
            {
                Near((second * inner[i] * inner[j]) + (Math.Abs(i - j) == 2 && Math.Min(i, j) < 2 ? slope : 0), hessian[(5 * i) + j]);
            }
        }
        Near(value, neuron.FireTangent(x, v.AsSpan(0, 2), v.AsSpan(2), out double tangent));
        Near(slope * along, tangent);
        Near(value, neuron.FireAdjoint(x, 3, dX, dWeights));
        Assert.Equal(5, dX.Concat(dWeights).Zip(inner).Count(p => Math.Abs(p.First - (3 * slope * p.Second)) < 1e-12));
        Near(value, neuron.FireHessianProduct(x, v.AsSpan(0, 2), v.AsSpan(2), dX, dWeights));
        double[] product = new double[5];
        Near(value, new Neuron.FireModel(new([0, 0, 0]), 2).HessianProduct([.. x, .. weights], v, product));
        for (int i = 0; i < 5; i++)
        {
            Near(Product(hessian.AsSpan(5 * i, 5).ToArray(), v), i < 2 ? dX[i] : dWeights[i - 2]);
            Near(Product(hessian.AsSpan(5 * i, 5).ToArray(), v), product[i]);
        }
        double[] coefficients = new double[3];
        neuron.FireTaylor(x, v.AsSpan(0, 2), v.AsSpan(2), coefficients);
        Near(value, coefficients[0]);
        Near(slope * along, coefficients[1]);
        Near(((second * along * along) + (slope * bend)) / 2, coefficients[2]);
    }

    [Fact]
    public void Vector_results_know_fields()
    {
        double[] x = [0.3, -0.7], weights = [0.9, 0.4, 0.1, -0.2], y = new double[2], jacobian = new double[8], jv = new double[2], seeds = [2, -1], dWeights = new double[4], v = [1, 2, 3, 4];
        Neuron neuron = new(weights);
        neuron.LayerJacobian(x, y, jacobian);
        for (int j = 0; j < 2; j++)
        {
            double value = Math.Tanh((weights[2 * j] * x[0]) + (weights[(2 * j) + 1] * x[1]));
            Near(value, y[j]);
            for (int i = 0; i < 4; i++)
            {
                Near(i / 2 == j ? (1 - (value * value)) * x[i % 2] : 0, jacobian[(4 * j) + i]);
            }
        }
        neuron.LayerTangent(x, y, v, jv);
        neuron.LayerAdjoint(x, y, seeds, dWeights);
        double[] modelJv = new double[2], modelVjp = new double[4];
        Neuron.LayerModel model = new(new([0, 0, 0, 0]), x, 2);
        model.Jvp(weights, v, modelJv);
        model.Vjp(weights, seeds, modelVjp);
        for (int j = 0; j < 2; j++)
        {
            Near(Product(jacobian.AsSpan(4 * j, 4).ToArray(), v), jv[j]);
            Near(jv[j], modelJv[j]);
        }
        for (int i = 0; i < 4; i++)
        {
            Near((2 * jacobian[i]) - jacobian[4 + i], dWeights[i]);
            Near(dWeights[i], modelVjp[i]);
        }
    }

    [Fact]
    public void A_method_that_calls_itself_reads_fields_that_are_constant()
    {
        Powers powers = new(2, 3);
        Assert.Equal(powers.Sum(0.5, 2), powers.SumGradient(0.5, 2, out double x, out double shift));
        Assert.Equal([6, 6], [x, shift]);
    }

    private static double Product(double[] a, double[] b) => a.Zip(b).Sum(static p => p.First * p.Second);

    private static double Difference(Action<double> move, Func<double> value)
    {
        const double step = 6.055454452393343e-6; // the cube root of 2⁻⁵²: truncation and rounding are equal
        move(step);
        double above = value();
        move(-step);
        return (above - value()) / (2 * step);
    }

    /// <summary>1e-9 is what central differences leave of 16 digits; what is computed twice agrees far better.</summary>
    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - 1e-9 * (1 + Math.Abs(expected)), expected + 1e-9 * (1 + Math.Abs(expected)));
}
