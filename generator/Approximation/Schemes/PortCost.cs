using System;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>
/// What a vector of 512 bits costs at least, in cycles: the larger of two targets. One issues four operations a cycle, of which a fused multiply-add takes two places
/// (measured: Zen 5); the other has two ports, of which one permutes.
/// </summary>
internal static class PortCost
{
    /// <summary>Places of a permute from one register and from two, measured: half a cycle and a cycle and a quarter.</summary>
    private const double OneTable = 2, TwoTables = 5;

    public static double Of(Scheme scheme)
    {
        (int multiplyAdds, int multiplies, int adds) = Operations(scheme);
        int lookUps = scheme.Segments == 1 ? 0 : scheme.Powers.Count + scheme.Middles.Count / scheme.Segments;
        int others = 2 + (scheme.Segments == 1 ? 0 : 1); // clamps and a conversion
        int perTable = scheme.IsSingle ? 16 : 8;
        double fourWide = ((2 * multiplyAdds) + multiplies + adds + others + (lookUps * (scheme.Segments <= perTable ? OneTable : TwoTables))) / 4;
        double twoPorts = Math.Max((multiplyAdds + multiplies + adds + others + lookUps) / 2.0, lookUps);
        return Math.Max(fourWide, twoPorts);
    }

    /// <summary>The cost of a program and of the two clamps before it.</summary>
    public static double Of(Kernel program)
    {
        double places = 2, ports = 2;
        foreach (Step step in program.Steps)
        {
            (double four, double two) = step.Kind switch
            {
                StepKind.MultiplyAdd => (2.0, 1.0),
                StepKind.Divide => (5, 10),
                StepKind.Input or StepKind.Constant => (0, 0),
                _ => (1, 1),
            };
            places += four;
            ports += two;
        }
        return Math.Max(places / 4, ports / 2);
    }

    /// <summary>Fused multiply-adds, multiplications and additions.</summary>
    public static (int MultiplyAdds, int Multiplies, int Adds) Operations(Scheme scheme)
    {
        int multiplyAdds = scheme.Segments == 1 ? 0 : 1, multiplies = 0, adds = 0;
        foreach (Step step in scheme.KernelOf(0).Steps)
        {
            multiplyAdds += step.Kind == StepKind.MultiplyAdd ? 1 : 0;
            multiplies += step.Kind == StepKind.Multiply ? 1 : 0;
            adds += step.Kind is StepKind.Add or StepKind.Subtract ? 1 : 0;
        }
        return (multiplyAdds, multiplies, adds);
    }
}
