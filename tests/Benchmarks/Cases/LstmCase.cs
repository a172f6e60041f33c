using System;
using NumericTests;
using NumericTests.AdBench;

namespace Benchmarks;

/// <summary>The long short-term memory of two layers and 1,024 characters: the published problem where it is there, made-up numbers of the same shape elsewhere.</summary>
internal sealed unsafe class LstmCase
{
    private readonly LstmProblem _problem = SharedData.Find(AdBenchFiles.Folder) is null ? MadeUp(2, 1024, 14) : AdBenchFiles.Lstm("lstm_l2_c1024");
    private readonly double[] _value = [0], _dMain, _dExtra, _rivalValue = [0], _rivalMain, _rivalExtra;

    public LstmCase()
    {
        (_dMain, _dExtra) = (new double[_problem.Main.Length], new double[_problem.Extra.Length]);
        (_rivalMain, _rivalExtra) = (new double[_problem.Main.Length], new double[_problem.Extra.Length]);
    }

    public Case Make(string name)
    {
        Agreement[] gradient = [new(_rivalValue, _value), new(_rivalMain, _dMain), new(_rivalExtra, _dExtra)];
        LstmLanes lanes = new(_problem);
        Contestant ours = new("gradient", Gradient);
        Contestant objective = new("vectorised objective by hand", () => _rivalValue[0] = lanes.Objective()) { Agreements = [new(_rivalValue, _value)] };
        return new(name,
        [
            new(ours, CompiledC.Plain.Contestant("gradient", "lstm", "lstm_gradient", CGradient, gradient), Target.AtMost(0.25)),
            new(ours, CompiledC.Fast.Contestant("gradient", "lstm", "lstm_gradient", CGradient, gradient)),
            new(ours, objective, Target.AtMost(2)),
            new(ours, new("scalar objective", Value) { Agreements = [new(_rivalValue, _value)] }),
        ]);
    }

    private void Gradient() => _value[0] = Lstm.ObjectiveGradient(
        _problem.Main, _problem.Extra, _problem.State, _problem.Sequence, _problem.Layers, _problem.Length, _problem.Bits, _dMain, _dExtra);

    private void Value() => _rivalValue[0] = Lstm.Objective(
        _problem.Main, _problem.Extra, _problem.State, _problem.Sequence, _problem.Layers, _problem.Length, _problem.Bits);

    private Action CGradient(nint address) => () =>
    {
        fixed (double* main = _problem.Main, extra = _problem.Extra, state = _problem.State, sequence = _problem.Sequence)
        fixed (double* dMain = _rivalMain, dExtra = _rivalExtra)
        {
            _rivalValue[0] = ((delegate* unmanaged<int, int, int, double*, double*, double*, double*, double*, double*, double>)address)(
                _problem.Layers, _problem.Length, _problem.Bits, main, extra, state, sequence, dMain, dExtra);
        }
    };

    /// <summary>One character of each position is 1, as in a text.</summary>
    private static LstmProblem MadeUp(int layers, int length, int bits)
    {
        double[] sequence = new double[length * bits];
        Random random = new(5);
        for (int i = 0; i < length; i++)
        {
            sequence[(i * bits) + random.Next(bits)] = 1;
        }
        return new(
            layers, length, bits,
            Numbers.Random(8 * layers * bits, 1), Numbers.Random(3 * bits, 2), Numbers.Random(2 * layers * bits, 3), sequence);
    }
}
