using System;

namespace Proxima.Generator.Approximation;

/// <summary>
/// What a vector of 512 bits costs at least, in cycles: the larger of two targets. One issues four operations a cycle, of which a fused multiply-add takes two places
/// (measured: Zen 5); the other has two ports, of which one permutes.
/// </summary>
internal static class PortCost
{
    /// <summary>Places of a permute from one register and from two, measured: half a cycle and a cycle and a quarter.</summary>
    private const double OneTable = 2, TwoTables = 5;

    /// <summary>Places of a division among other operations, measured: about a cycle more; of a square root, which takes two cycles more than a division.</summary>
    private const double Division = 5, Root = 12;

    /// <summary>The cost of a program and of the two clamps of each argument before it, where there are any.</summary>
    /// <param name="clamped">How many arguments are clamped.</param>
    public static double Of(Kernel program, int clamped = 1)
    {
        double places = 2 * clamped, ports = places, permutes = 0;
        foreach (Step step in program.Steps)
        {
            double lookUp = step.Kind == StepKind.LookUp ? program.Tables[(int)step.Value].Count <= (program.IsSingle ? 16 : 8) ? OneTable : TwoTables : 0;
            (double four, double two) = step.Kind switch
            {
                StepKind.MultiplyAdd => (2.0, 1.0),
                StepKind.Add or StepKind.Subtract or StepKind.Multiply or StepKind.Negate or StepKind.Absolute => (1, 1),
                StepKind.Divide => (Division, 10),
                StepKind.SquareRoot => (Root, 20),
                StepKind.Scale => (1, 1),
                StepKind.Alternate or StepKind.CopySign => (2, 2),
                StepKind.Exponent => (3, 3),
                StepKind.Mantissa => (3, 3),
                StepKind.Truncate => (1, 1),
                StepKind.LookUp => (lookUp, 1),
                _ => (0, 0),
            };
            places += four;
            ports += two;
            permutes += step.Kind == StepKind.LookUp ? 1 : 0;
        }
        return Math.Max(places / 4, Math.Max(ports / 2, permutes));
    }

    /// <summary>How many steps of a kind a program has.</summary>
    public static int Count(Kernel program, Func<StepKind, bool> kind)
    {
        int count = 0;
        foreach (Step step in program.Steps)
        {
            count += kind(step.Kind) ? 1 : 0;
        }
        return count;
    }
}
