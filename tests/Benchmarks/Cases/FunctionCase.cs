using System;
using System.Collections.Generic;
using System.Numerics.Tensors;
using Proxima;

namespace Benchmarks;

/// <summary>
/// An elementary function on a column of 1,000 values: microseconds of the column are nanoseconds of a value. Targets are against gcc's vector library;
/// where they come from, our first kernels were that many times faster on the machine that measured both, and the target allows 15 % more.
/// </summary>
internal sealed unsafe class FunctionCase
{
    private const int Count = 1000;

    private delegate void Column(ReadOnlySpan<double> from, Span<double> to);

    private readonly double[] _from, _to = new double[Count], _rivalTo = new double[Count];
    private readonly Func<double, double> _scalar;
    private readonly Column _batch;
    private readonly Column? _tensor;
    private readonly string _name;

    private FunctionCase(string name, double least, double most, Func<double, double> scalar, Column batch, Column? tensor)
    {
        (_name, _scalar, _batch, _tensor) = (name, scalar, batch, tensor);
        _from = Numbers.Between(least, most, Count, 3);
    }

    /// <summary>All functions, with the quotient ours / vector library that is wanted, where one is.</summary>
    public static IEnumerable<(string Name, Func<string, Case> Make)> All()
    {
        yield return Of("exp", -20, 20, static x => Math.Exp(x), Functions.ExpBatch, TensorPrimitives.Exp, 0.35 / 0.54);
        yield return Of("expm1", -2, 2, static x => double.ExpM1(x), Functions.ExpM1Batch, TensorPrimitives.ExpM1);
        yield return Of("log", 0.001, 100, static x => Math.Log(x), Functions.LogBatch, TensorPrimitives.Log, 0.50 / 0.62);
        yield return Of("log1p", -0.9, 10, static x => double.LogP1(x), Functions.LogP1Batch, TensorPrimitives.LogP1);
        yield return Of("sin", -100, 100, static x => Math.Sin(x), Functions.SinBatch, TensorPrimitives.Sin, 0.33 / 0.44);
        yield return Of("cos", -100, 100, static x => Math.Cos(x), Functions.CosBatch, TensorPrimitives.Cos, 0.40 / 0.45);
        yield return Of("tan", -100, 100, static x => Math.Tan(x), Functions.TanBatch, TensorPrimitives.Tan);
        yield return Of("tanh", -5, 5, static x => Math.Tanh(x), Functions.TanhBatch, TensorPrimitives.Tanh, 0.53 / 0.97);
        yield return Of("sigmoid", -10, 10, static x => Special.Sigmoid(x), Functions.SigmoidBatch, TensorPrimitives.Sigmoid);
        yield return Of("softplus", -10, 10, static x => Special.SoftPlus(x), Functions.SoftPlusBatch, null);
        yield return Of("atan", -10, 10, static x => Math.Atan(x), Functions.AtanBatch, TensorPrimitives.Atan);
        yield return Of("asin", -1, 1, static x => Math.Asin(x), Functions.AsinBatch, TensorPrimitives.Asin);
        yield return Of("acos", -1, 1, static x => Math.Acos(x), Functions.AcosBatch, TensorPrimitives.Acos);
        yield return Of("atan2", -10, 10, static x => Math.Atan2(x, 0.7), Functions.Atan2Batch, static (from, to) => TensorPrimitives.Atan2(from, 0.7, to));
        yield return Of("pow", 0.01, 50, static x => Math.Pow(x, 1.7), Functions.PowBatch, static (from, to) => TensorPrimitives.Pow(from, 1.7, to));
        yield return Of("cbrt", -50, 50, static x => Math.Cbrt(x), Functions.CbrtBatch, TensorPrimitives.Cbrt);
        yield return Of("erf", -4, 4, static x => Special.Erf(x), Functions.ErfBatch, null);
        yield return Of("sqrt", 0, 100, static x => Math.Sqrt(x), Functions.SqrtBatch, TensorPrimitives.Sqrt);
    }

    private static (string Name, Func<string, Case> Make) Of(
        string name, double least, double most, Func<double, double> scalar, Column batch, Column? tensor, double? quotient = null) =>
        ("vector function " + name, title => new FunctionCase(name, least, most, scalar, batch, tensor).Make(title, quotient));

    private Case Make(string title, double? quotient)
    {
        Agreement[] same = [new(_rivalTo, _to)];
        Contestant ours = new("batch of 1,000", () => _batch(_from, _to));
        Target? target = quotient is { } first ? Target.AtMost(Math.Round(1.15 * first, 2)) : null;
        List<Figure> figures =
        [
            new(ours, new("scalar C#", Scalar) { Agreements = same }),
            new(ours, CompiledC.Fast.Contestant("vector library", "columns", "column_" + _name, CColumn, same), target),
        ];
        if (_tensor is { } tensor)
        {
            figures.Add(new(ours, new("TensorPrimitives", () => tensor(_from, _rivalTo)) { Agreements = same }));
        }
        return new(title, figures);
    }

    private void Scalar()
    {
        for (int i = 0; i < Count; i++)
        {
            _rivalTo[i] = _scalar(_from[i]);
        }
    }

    private Action CColumn(nint address) => () =>
    {
        fixed (double* from = _from, to = _rivalTo)
        {
            ((delegate* unmanaged<int, double*, double*, void>)address)(Count, from, to);
        }
    };
}
