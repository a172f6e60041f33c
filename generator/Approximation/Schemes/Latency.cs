using System;

namespace Proxima.Generator.Approximation;

/// <summary>About how many cycles pass from an argument to its result, each step as soon as its operands are there: the longest chain of a program.</summary>
internal static class Latency
{
    private const double Arithmetic = 4, Division = 12, Root = 16, Bits = 1, Clamps = 8;

    /// <summary>Between whole numbers and numbers of the format registers change, which takes cycles of its own.</summary>
    private const double Crossing = 3, FromMemory = 5;

    /// <summary>The latency of a program and of the two clamps before it.</summary>
    public static double Of(Kernel program)
    {
        double[] ready = new double[program.Steps.Count];
        for (int i = 0; i < ready.Length; i++)
        {
            Step step = program.Steps[i];
            ready[i] = Math.Max(At(ready, step.A), Math.Max(At(ready, step.B), At(ready, step.C))) + step.Kind switch
            {
                StepKind.Input => Clamps,
                StepKind.Add or StepKind.Subtract or StepKind.Multiply or StepKind.MultiplyAdd => Arithmetic,
                StepKind.Divide => Division,
                StepKind.SquareRoot => Root,
                StepKind.Negate or StepKind.Absolute or StepKind.CopySign => Bits,
                StepKind.Scale => (2 * Crossing) + (2 * Bits) + Arithmetic,
                StepKind.Alternate => (2 * Crossing) + (2 * Bits),
                StepKind.Exponent => Crossing + (2 * Bits) + Arithmetic,
                StepKind.Mantissa => (2 * Crossing) + (3 * Bits) + Arithmetic,
                StepKind.Truncate => Crossing + Arithmetic,
                StepKind.LowBits => Crossing + Bits,
                StepKind.LookUp => FromMemory,
                StepKind.Call => Of(program.Blocks[(int)step.Value].Program) - Clamps,
                _ => 0,
            };
        }
        return ready.Length == 0 ? 0 : ready[ready.Length - 1];
    }

    private static double At(double[] ready, int step) => step < 0 ? 0 : ready[step];
}
