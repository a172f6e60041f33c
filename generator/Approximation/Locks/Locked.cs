using System;
using System.Threading;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>Proves programs of a lock file anew.</summary>
internal static class Locked
{
    private const int MostOperations = 40;

    /// <summary>
    /// The first program whose stated error is within the tolerance, and what is proved of it; a bound that is larger than the tolerance, or infinite, means that the
    /// program is refused. Null where no program says that it is good enough.
    /// </summary>
    public static (Kernel? Kernel, ErrorBound Bound)? Find(Target target, Wanted wanted, EquatableArray<LockedProgram> programs, CancellationToken token)
    {
        foreach (LockedProgram program in programs)
        {
            if (program.Error > 0 && program.Error <= wanted.Tolerance)
            {
                Kernel? kernel = KernelOf(program.Program, wanted.IsSingle);
                return (kernel, kernel is null ? Nothing : Prove(target, wanted, kernel, program.Error, token));
            }
        }
        return null;
    }

    /// <summary>What is proved of a program; infinite where nothing is.</summary>
    public static ErrorBound Prove(Target target, Wanted wanted, Kernel kernel, double expected, CancellationToken token)
    {
        double lo = Formats.Ceiling(wanted.Lo, wanted.IsSingle), hi = Formats.Floor(wanted.Hi, wanted.IsSingle);
        bool hasZero = wanted.Measure != Measure.Absolute && lo <= 0 && hi >= 0 && target.Value(0).IsZero;
        ProofOptions options = new(wanted.Measure) { Expected = Math.Min(1, Math.Max(expected, 1e-18)), Zeros = hasZero ? [0] : [] };
        return ErrorProof.Run(target, kernel, new(lo, hi), options, token);
    }

    /// <summary>The kernel of a text whose constants are numbers of the format, or null.</summary>
    public static Kernel? KernelOf(string text, bool isSingle)
    {
        if (ProgramText.Parse(text) is not { } steps || steps.Count > MostOperations)
        {
            return null;
        }
        foreach (Step step in steps)
        {
            if (step.Kind == StepKind.Constant && Formats.Round(step.Value, isSingle) != step.Value)
            {
                return null;
            }
        }
        return new(isSingle, steps);
    }

    private static ErrorBound Nothing { get; } = new(double.PositiveInfinity, 0, 0, double.PositiveInfinity, 0);
}
