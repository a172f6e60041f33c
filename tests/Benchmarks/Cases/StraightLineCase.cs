using System;

namespace Benchmarks;

/// <summary>Five thousand operations without a loop.</summary>
internal sealed unsafe class StraightLineCase
{
    private readonly double[] _x = Numbers.Between(-1, 1, 16, 9), _value = [0], _gradient = new double[16], _rivalValue = [0], _rivalGradient = new double[16];

    public Case Make(string name)
    {
        Agreement[] value = [new(_rivalValue, _value)], gradient = [.. value, new(_rivalGradient, _gradient)];
        Contestant ours = new("gradient", () => _value[0] = StraightLine.ValueGradient(_x, _gradient));
        return new(name,
        [
            new(ours, new("scalar C# value", () => _rivalValue[0] = StraightLine.Value(_x)) { Agreements = value }, Target.AtMost(3.2)),
            new(ours, CompiledC.Plain.Contestant("gradient", "straight_line", "straight_line_gradient", CGradient, gradient)),
            new(ours, CompiledC.Plain.Contestant("value", "straight_line", "straight_line", CValue, value)),
        ]);
    }

    private Action CValue(nint address) => () =>
    {
        fixed (double* x = _x)
        {
            _rivalValue[0] = ((delegate* unmanaged<double*, double>)address)(x);
        }
    };

    private Action CGradient(nint address) => () =>
    {
        fixed (double* x = _x, gradient = _rivalGradient)
        {
            _rivalValue[0] = ((delegate* unmanaged<double*, double*, double>)address)(x, gradient);
        }
    };
}
