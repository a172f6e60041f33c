using System;

namespace Benchmarks;

/// <summary>A thousand steps of van der Pol's oscillator and its gradient by three inputs.</summary>
internal sealed unsafe class OscillatorCase
{
    private const int Steps = 1000;
    private const double X = 1.2, V = -0.3, Mu = 1.1;

    private readonly double[] _value = [0], _gradient = new double[3], _rivalValue = [0], _rivalGradient = new double[3];

    public Case Make(string name)
    {
        Agreement[] value = [new(_rivalValue, _value)], gradient = [.. value, new(_rivalGradient, _gradient)];
        Contestant ours = new("gradient", Gradient);
        return new(name,
        [
            new(ours, new("scalar C# value", Value) { Agreements = value }, Target.AtMost(1.1)),
            new(ours, CompiledC.Plain.Contestant("value", "loops", "oscillator", CValue, value)),
            new(ours, CompiledC.Plain.Contestant("forward gradient", "loops", "oscillator_forward", CGradient, gradient)),
            new(ours, CompiledC.Plain.Contestant("reverse gradient", "loops", "oscillator_reverse", CGradient, gradient)),
            new(ours, CompiledC.Fast.Contestant("forward gradient", "loops", "oscillator_forward", CGradient, gradient)),
            new(ours, CompiledC.Fast.Contestant("reverse gradient", "loops", "oscillator_reverse", CGradient, gradient)),
            new(ours, new("central differences", Differences)),
        ]);
    }

    private void Gradient() => _value[0] = Oscillator.FinalGradient(X, V, Mu, Steps, out _gradient[0], out _gradient[1], out _gradient[2]);

    private void Value() => _rivalValue[0] = Oscillator.Final(X, V, Mu, Steps);

    private void Differences()
    {
        const double H = 1e-5;
        _rivalGradient[0] = (Oscillator.Final(X + H, V, Mu, Steps) - Oscillator.Final(X - H, V, Mu, Steps)) / (2 * H);
        _rivalGradient[1] = (Oscillator.Final(X, V + H, Mu, Steps) - Oscillator.Final(X, V - H, Mu, Steps)) / (2 * H);
        _rivalGradient[2] = (Oscillator.Final(X, V, Mu + H, Steps) - Oscillator.Final(X, V, Mu - H, Steps)) / (2 * H);
    }

    private Action CValue(nint address) => () => _rivalValue[0] = ((delegate* unmanaged<double, double, double, int, double>)address)(X, V, Mu, Steps);

    private Action CGradient(nint address) => () =>
    {
        fixed (double* gradient = _rivalGradient)
        {
            _rivalValue[0] = ((delegate* unmanaged<double, double, double, int, double*, double*, double*, double>)address)(
                X, V, Mu, Steps, gradient, gradient + 1, gradient + 2);
        }
    };
}
