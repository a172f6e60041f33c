using System;
using System.Linq;

namespace Proxima.Generator.Approximation;

/// <summary>What an approximation computes: the argument is clamped to the domain, then a straight-line program runs.</summary>
internal abstract record Scheme(bool IsSingle, double Lo, double Hi)
{
    /// <summary>The program that is emitted.</summary>
    public abstract Kernel Program { get; }

    /// <summary>True where clamps are asked for, and for a program that looks up a place which the argument decides: outside of the domain there is none.</summary>
    public static bool HasClamps(bool areAsked, Kernel program) => areAsked || program.Steps.Any(static s => s.Kind == StepKind.Truncate);

    /// <summary>In words, for hover text.</summary>
    public abstract string Form { get; }

    /// <summary>The bits of the emitted code.</summary>
    public double Run(double x) => double.IsNaN(x) ? x : Program.Run(Math.Min(Math.Max(x, Lo), Hi));
}

/// <summary>A kernel on the whole domain, its blocks written out.</summary>
internal sealed record KernelScheme : Scheme
{
    public KernelScheme(double lo, double hi, Kernel kernel, string form)
        : base(kernel.IsSingle, lo, hi)
    {
        Program = kernel.Inlined();
        Form = form;
    }

    public override Kernel Program { get; }

    public override string Form { get; }
}
