using System;
using System.Numerics.Tensors;

namespace Benchmarks;

/// <summary>The model of five arguments on columns of 10,000 rows: values, and values with all partial derivatives.</summary>
internal sealed unsafe class MixedCase
{
    private const int Rows = 10_000, Block = 256;

    private readonly double[] _a = Numbers.Random(Rows, 1), _b = Numbers.Random(Rows, 2), _c = Numbers.Random(Rows, 3);
    private readonly double[] _d = Numbers.Random(Rows, 4), _e = Numbers.Random(Rows, 5);
    private readonly double[] _value = new double[Rows], _rivalValue = new double[Rows];
    private readonly double[][] _partials = Columns(), _rivalPartials = Columns();
    private readonly double[] _scratch = new double[Block], _second = new double[Block];

    public Case Make(string name)
    {
        Agreement[] value = [new(_rivalValue, _value)], all = [.. value, .. Array.ConvertAll<int, Agreement>([0, 1, 2, 3, 4], Partial)];
        Contestant ours = new("batch values", () => Models.MixedBatch(_a, _b, _c, _d, _e, _value));
        Contestant gradients = new("batch values and partials", Gradients);
        return new(name,
        [
            new(ours, new("scalar C# values", Values) { Agreements = value }, Target.Faster(15)),
            new(ours, CompiledC.Plain.Contestant("values", "columns", "mixed", CValues, value)),
            new(ours, CompiledC.Fast.Contestant("values", "columns", "mixed", CValues, value), Target.AtMost(0.7)),
            new(ours, new("TensorPrimitives op by op", TensorValues) { Agreements = value }),
            new(gradients, ours, Target.AtMost(1.4)),
            new(gradients, new("scalar C# values and partials by hand", ScalarGradients) { Agreements = all }, Target.Faster(15)),
            new(gradients, CompiledC.Plain.Contestant("values and partials", "columns", "mixed_gradient", CGradients, all)),
            new(gradients, CompiledC.Fast.Contestant("values and partials", "columns", "mixed_gradient", CGradients, all), Target.AtMost(0.7)),
            new(gradients, new("central differences of batch values", Differences)),
        ]);

        Agreement Partial(int i) => new(_rivalPartials[i], _partials[i]);
    }

    private void Gradients() =>
        Models.MixedGradientBatch(_a, _b, _c, _d, _e, _value, _partials[0], _partials[1], _partials[2], _partials[3], _partials[4]);

    private void Values()
    {
        for (int i = 0; i < Rows; i++)
        {
            _rivalValue[i] = Models.Mixed(_a[i], _b[i], _c[i], _d[i], _e[i]);
        }
    }

    private void ScalarGradients()
    {
        double[] da = _rivalPartials[0], db = _rivalPartials[1], dc = _rivalPartials[2], dd = _rivalPartials[3], de = _rivalPartials[4];
        for (int i = 0; i < Rows; i++)
        {
            double a = _a[i], c = _c[i], d = _d[i], e = _e[i];
            double bell = Math.Exp(-a * a / 2), one = 1 + (c * c), logarithm = Math.Log(one), t = Math.Tanh(d);
            (double sine, double cosine) = Math.SinCos(_b[i]);
            _rivalValue[i] = (bell * sine) + (logarithm * t) + (e * a * d);
            da[i] = (e * d) - (a * bell * sine);
            db[i] = bell * cosine;
            dc[i] = 2 * c / one * t;
            dd[i] = (logarithm * (1 - (t * t))) + (e * a);
            de[i] = a * d;
        }
    }

    /// <summary>Blocks that stay in the first cache.</summary>
    private void TensorValues()
    {
        for (int start = 0; start < Rows; start += Block)
        {
            int count = Math.Min(Block, Rows - start);
            ReadOnlySpan<double> a = _a.AsSpan(start, count), b = _b.AsSpan(start, count), c = _c.AsSpan(start, count);
            ReadOnlySpan<double> d = _d.AsSpan(start, count), e = _e.AsSpan(start, count);
            Span<double> value = _rivalValue.AsSpan(start, count), first = _scratch.AsSpan(0, count), second = _second.AsSpan(0, count);
            TensorPrimitives.Multiply(a, a, value);
            TensorPrimitives.Multiply(value, -0.5, value);
            TensorPrimitives.Exp<double>(value, value);
            TensorPrimitives.Sin(b, first);
            TensorPrimitives.Multiply(value, first, value);
            TensorPrimitives.Multiply(c, c, first);
            TensorPrimitives.Add(first, 1.0, first);
            TensorPrimitives.Log<double>(first, first);
            TensorPrimitives.Tanh(d, second);
            TensorPrimitives.MultiplyAdd<double>(first, second, value, value);
            TensorPrimitives.Multiply(e, a, first);
            TensorPrimitives.MultiplyAdd(first, d, value, value);
        }
    }

    private void Differences()
    {
        const double H = 1e-5;
        double[][] columns = [_a, _b, _c, _d, _e];
        for (int i = 0; i < columns.Length; i++)
        {
            double[] column = columns[i], low = _rivalPartials[i];
            TensorPrimitives.Add(column, -H, column);
            Models.MixedBatch(_a, _b, _c, _d, _e, low);
            TensorPrimitives.Add(column, 2 * H, column);
            Models.MixedBatch(_a, _b, _c, _d, _e, _rivalValue);
            TensorPrimitives.Add(column, -H, column);
            TensorPrimitives.Subtract(_rivalValue, low, low);
            TensorPrimitives.Multiply(low, 1 / (2 * H), low);
        }
    }

    private Action CValues(nint address) => () =>
    {
        fixed (double* a = _a, b = _b, c = _c, d = _d, e = _e, value = _rivalValue)
        {
            ((delegate* unmanaged<int, double*, double*, double*, double*, double*, double*, void>)address)(Rows, a, b, c, d, e, value);
        }
    };

    private Action CGradients(nint address) => () =>
    {
        fixed (double* a = _a, b = _b, c = _c, d = _d, e = _e, value = _rivalValue)
        fixed (double* da = _rivalPartials[0], db = _rivalPartials[1], dc = _rivalPartials[2], dd = _rivalPartials[3], de = _rivalPartials[4])
        {
            ((delegate* unmanaged<int, double*, double*, double*, double*, double*, double*, double*, double*, double*, double*, double*, void>)address)(
                Rows, a, b, c, d, e, value, da, db, dc, dd, de);
        }
    };

    private static double[][] Columns() => [new double[Rows], new double[Rows], new double[Rows], new double[Rows], new double[Rows]];
}
