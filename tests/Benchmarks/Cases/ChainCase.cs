using System;

namespace Benchmarks;

/// <summary>Rosenbrock's function of n variables.</summary>
internal sealed unsafe class ChainCase(int n)
{
    private readonly double[] _x = Numbers.Random(n, 7), _value = [0], _gradient = new double[n], _rivalValue = [0], _rivalGradient = new double[n];

    public Case Make(string name, Target? target)
    {
        Agreement[] value = [new(_rivalValue, _value)], gradient = [.. value, new(_rivalGradient, _gradient)];
        Contestant ours = new("gradient", () => _value[0] = Models.ChainGradient(_x, _gradient));
        return new(name,
        [
            new(ours, new("scalar C# value", () => _rivalValue[0] = Models.Chain(_x)) { Agreements = value }, target),
            new(ours, CompiledC.Plain.Contestant("gradient", "loops", "rosenbrock_gradient", CGradient, gradient)),
            new(ours, CompiledC.Fast.Contestant("gradient", "loops", "rosenbrock_gradient", CGradient, gradient)),
            new(ours, CompiledC.Fast.Contestant("value", "loops", "rosenbrock", CValue, value)),
            new(ours, new("central differences", Differences)),
        ]);
    }

    private void Differences()
    {
        const double H = 1e-6;
        for (int i = 0; i < n; i++)
        {
            double middle = _x[i];
            _x[i] = middle + H;
            double after = Models.Chain(_x);
            _x[i] = middle - H;
            _rivalGradient[i] = (after - Models.Chain(_x)) / (2 * H);
            _x[i] = middle;
        }
    }

    private Action CValue(nint address) => () =>
    {
        fixed (double* x = _x)
        {
            _rivalValue[0] = ((delegate* unmanaged<int, double*, double>)address)(n, x);
        }
    };

    private Action CGradient(nint address) => () =>
    {
        fixed (double* x = _x, gradient = _rivalGradient)
        {
            _rivalValue[0] = ((delegate* unmanaged<int, double*, double*, double>)address)(n, x, gradient);
        }
    };
}
