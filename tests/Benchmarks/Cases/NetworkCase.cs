using System;
using System.Collections.Generic;
using System.Linq;

namespace Benchmarks;

/// <summary>The gradient of a network's loss over a batch by all its parameters.</summary>
internal sealed unsafe class NetworkCase
{
    private readonly NetworkData _data;
    private readonly NetworkGradient _result, _rival;

    public NetworkCase(int[] sizes, int rows)
    {
        _data = new(sizes, rows);
        (_result, _rival) = (new(_data), new(_data));
    }

    public Case MakeBatch(string name) => new(name, Figures(forward: 2.4, naive: Target.Faster(20), peak: Target.OfPeak(60), fast: null));

    public Case MakeRow(string name) => new(name, Figures(forward: 4, naive: null, peak: null, fast: Target.AtMost(0.8)));

    private List<Figure> Figures(double forward, Target? naive, Target? peak, Target? fast)
    {
        Agreement loss = new(_rival.Loss, _result.Loss);
        Agreement[] all =
        [
            loss,
            .. Enumerable.Range(0, _data.Layers).Select(layer => new Agreement(_rival.Weights[layer], _result.Weights[layer])),
            .. Enumerable.Range(0, _data.Layers).Select(layer => new Agreement(_rival.Biases[layer], _result.Biases[layer])),
        ];
        Contestant ours = new("gradient", _data.Layers == 2 ? Shallow : Deep);
        PlainNetwork plain = new(_data);
        TensorNetwork tensors = new(_data);
        NetworkLanes lanes = new(_data);
        return
        [
            new(ours, new("naive C# gradient", () => plain.Gradient(_rival)) { Agreements = all }, naive),
            new(ours, new("vectorised forward by hand", () => _rival.Loss[0] = lanes.Loss()) { Agreements = [loss] }, Target.AtMost(forward)),
            new(ours, new FmaPeak().Doing(_data.GradientOperations()), peak),
            new(ours, CompiledC.Plain.Contestant("gradient", "network", "network_gradient", CGradient, all)),
            new(ours, CompiledC.Fast.Contestant("gradient", "network", "network_gradient", CGradient, all), fast),
            new(ours, new("TensorPrimitives row by row", () => tensors.Gradient(_rival)) { Agreements = all }),
        ];
    }

    private void Shallow() => _result.Loss[0] = Networks.ShallowGradient(
        _data.Weights[0], _data.Biases[0], _data.Weights[1], _data.Biases[1], _data.X, _data.Targets,
        _data.Rows, _data.Sizes[0], _data.Sizes[1], _data.Sizes[2],
        _result.Weights[0], _result.Biases[0], _result.Weights[1], _result.Biases[1]);

    private void Deep() => _result.Loss[0] = Networks.DeepGradient(
        _data.Weights[0], _data.Biases[0], _data.Weights[1], _data.Biases[1], _data.Weights[2], _data.Biases[2], _data.X, _data.Targets,
        _data.Rows, _data.Sizes[0], _data.Sizes[1], _data.Sizes[3],
        _result.Weights[0], _result.Biases[0], _result.Weights[1], _result.Biases[1], _result.Weights[2], _result.Biases[2]);

    private Action CGradient(nint address) => () =>
    {
        fixed (double* w1 = _data.Weights[0], b1 = _data.Biases[0], w2 = _data.Weights[1], b2 = _data.Biases[1], w3 = _data.Weights[2], b3 = _data.Biases[2])
        fixed (double* dw1 = _rival.Weights[0], db1 = _rival.Biases[0], dw2 = _rival.Weights[1], db2 = _rival.Biases[1])
        fixed (double* dw3 = _rival.Weights[2], db3 = _rival.Biases[2], x = _data.X, targets = _data.Targets)
        fixed (int* sizes = _data.Sizes)
        {
            double** weights = stackalloc double*[] { w1, w2, w3 }, biases = stackalloc double*[] { b1, b2, b3 };
            double** weightGradients = stackalloc double*[] { dw1, dw2, dw3 }, biasGradients = stackalloc double*[] { db1, db2, db3 };
            _rival.Loss[0] = ((delegate* unmanaged<int, int*, int, double**, double**, double*, double*, double**, double**, double>)address)(
                _data.Layers, sizes, _data.Rows, weights, biases, x, targets, weightGradients, biasGradients);
        }
    };
}
