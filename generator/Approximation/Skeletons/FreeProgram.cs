using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>A straight-line program whose constants are free: what it gives at a point for any constants, and how that changes with each.</summary>
internal sealed class FreeProgram
{
    private readonly Step[] _steps;
    private readonly int[] _constants;
    private readonly double[] _values;
    private readonly double[] _adjoints;
    private readonly DoubleDouble[] _precise;

    public FreeProgram(EquatableArray<Step> steps)
    {
        _steps = [.. steps];
        _constants = [.. Enumerable.Range(0, _steps.Length).Where(i => _steps[i].Kind == StepKind.Constant)];
        _values = new double[_steps.Length];
        _adjoints = new double[_steps.Length];
        _precise = new DoubleDouble[_steps.Length];
        if (_steps.Any(static s => s.Kind > StepKind.Negate))
        {
            throw new ApproximationException("the program has steps that have no derivative");
        }
    }

    public int Count => _constants.Length;

    /// <summary>The constants that the steps hold.</summary>
    public double[] Start => [.. _constants.Select(i => _steps[i].Value)];

    /// <summary>The value at a point, in doubles.</summary>
    public double Run(double x, double[] constants)
    {
        for (int k = 0; k < _constants.Length; k++)
        {
            _values[_constants[k]] = constants[k];
        }
        for (int i = 0; i < _steps.Length; i++)
        {
            Step step = _steps[i];
            switch (step.Kind)
            {
                case StepKind.Input:
                    _values[i] = x;
                    break;
                case StepKind.Constant:
                    break;
                case StepKind.Add:
                    _values[i] = _values[step.A] + _values[step.B];
                    break;
                case StepKind.Subtract:
                    _values[i] = _values[step.A] - _values[step.B];
                    break;
                case StepKind.Multiply:
                    _values[i] = _values[step.A] * _values[step.B];
                    break;
                case StepKind.Divide:
                    _values[i] = _values[step.A] / _values[step.B];
                    break;
                case StepKind.Negate:
                    _values[i] = -_values[step.A];
                    break;
                default:
                    _values[i] = (_values[step.A] * _values[step.B]) + _values[step.C];
                    break;
            }
        }
        return _values[_values.Length - 1];
    }

    /// <summary>The derivatives of the last value in each constant.</summary>
    public void Slopes(double[] slopes)
    {
        Array.Clear(_adjoints, 0, _adjoints.Length);
        _adjoints[_adjoints.Length - 1] = 1;
        for (int i = _steps.Length - 1; i >= 0; i--)
        {
            Step step = _steps[i];
            double adjoint = _adjoints[i];
            switch (step.Kind)
            {
                case StepKind.Add or StepKind.Subtract:
                    _adjoints[step.A] += adjoint;
                    _adjoints[step.B] += step.Kind == StepKind.Add ? adjoint : -adjoint;
                    break;
                case StepKind.Multiply or StepKind.MultiplyAdd:
                    _adjoints[step.A] += adjoint * _values[step.B];
                    _adjoints[step.B] += adjoint * _values[step.A];
                    if (step.Kind == StepKind.MultiplyAdd)
                    {
                        _adjoints[step.C] += adjoint;
                    }
                    break;
                case StepKind.Divide:
                    double share = adjoint / _values[step.B];
                    _adjoints[step.A] += share;
                    _adjoints[step.B] -= share * _values[i];
                    break;
                case StepKind.Negate:
                    _adjoints[step.A] -= adjoint;
                    break;
                default:
                    break;
            }
        }
        for (int k = 0; k < slopes.Length; k++)
        {
            slopes[k] = _adjoints[_constants[k]];
        }
    }

    /// <summary>The value at a point to about 100 bits.</summary>
    public DoubleDouble RunPrecisely(double x, IReadOnlyList<DoubleDouble> constants)
    {
        for (int k = 0; k < _constants.Length; k++)
        {
            _precise[_constants[k]] = constants[k];
        }
        for (int i = 0; i < _steps.Length; i++)
        {
            Step step = _steps[i];
            _precise[i] = step.Kind switch
            {
                StepKind.Input => x,
                StepKind.Constant => _precise[i],
                StepKind.Add => _precise[step.A] + _precise[step.B],
                StepKind.Subtract => _precise[step.A] - _precise[step.B],
                StepKind.Multiply => _precise[step.A] * _precise[step.B],
                StepKind.Divide => _precise[step.A] / _precise[step.B],
                StepKind.Negate => -_precise[step.A],
                _ => (_precise[step.A] * _precise[step.B]) + _precise[step.C],
            };
        }
        return _precise[_precise.Length - 1];
    }

    /// <summary>The program with given constants.</summary>
    public Kernel With(IReadOnlyList<double> constants, bool isSingle)
    {
        Step[] steps = (Step[])_steps.Clone();
        for (int k = 0; k < _constants.Length; k++)
        {
            steps[_constants[k]] = steps[_constants[k]] with { Value = constants[k] };
        }
        return new(isSingle, new(steps));
    }
}
