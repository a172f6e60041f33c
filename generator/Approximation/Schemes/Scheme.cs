using System;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>What an approximation computes: each argument is clamped to its part of the domain, then a straight-line program runs.</summary>
/// <param name="Box">The domain, an interval for each argument.</param>
internal abstract record Scheme(bool IsSingle, EquatableArray<Interval> Box)
{
    /// <summary>The program that is emitted.</summary>
    public abstract Kernel Program { get; }

    /// <summary>True where clamps are asked for, and for a program that looks up a place which the argument decides: outside of the domain there is none.</summary>
    public static bool HasClamps(bool areAsked, Kernel program) => areAsked || program.Steps.Any(static s => s.Kind == StepKind.Truncate);

    /// <summary>In words, for hover text.</summary>
    public abstract string Form { get; }

    /// <summary>The bits of the emitted code.</summary>
    public double Run(params double[] x)
    {
        double[] clamped = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]))
            {
                return x[i];
            }
            clamped[i] = Math.Min(Math.Max(x[i], Box[i].Lo), Box[i].Hi);
        }
        return Program.Run(clamped);
    }
}

/// <summary>A kernel on the whole domain, its blocks written out.</summary>
internal sealed record KernelScheme : Scheme
{
    public KernelScheme(double lo, double hi, Kernel kernel, string form)
        : this([new(lo, hi)], kernel, form)
    {
    }

    public KernelScheme(EquatableArray<Interval> box, Kernel kernel, string form)
        : base(kernel.IsSingle, box)
    {
        Program = kernel.Inlined();
        Form = form;
    }

    public override Kernel Program { get; }

    public override string Form { get; }
}
