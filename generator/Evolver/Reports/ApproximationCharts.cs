using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Evolver.Inspection;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Pipeline;

namespace Proxima.Evolver.Reports;

/// <summary>The plots of an approximation or a table: its error over the domain, and what others cost.</summary>
internal static class ApproximationCharts
{
    /// <summary>The plot of a table's error.</summary>
    public const string TablePlot = "table";

    private const int Samples = 1200;

    /// <summary>The tolerances at which the front is drawn, as powers of ten of what was asked for.</summary>
    private static readonly int[] Powers = [2, 1, 0, -1];

    public static IEnumerable<(string Name, Func<bool, string> Svg)> Of(ModelFacts facts)
    {
        if (facts.Approximation is { } found && Approximations.WantedOf(facts.Request) is { } wanted)
        {
            Target target = Target.Of(facts.Normal);
            yield return ("error", Errors("Error over the domain", wanted.Lo, wanted.Hi, wanted.Measure, wanted.IsSingle, target.Value, x => found.Scheme.Run(x), found.Bound, "proved").Svg);
            yield return ("front", Front(facts.Request, target, wanted, found).Svg);
        }
        if (facts.Approximation is { } surface && Surfaces.WantedOf(facts.Request) is { } several && surface.Bound.At.Count == several.Box.Count)
        {
            Target target = Target.Of(facts.Normal);
            HeatMap map = Map(facts.Request, several, surface);
            double Size(double x, double y) => Error(target, surface.Scheme, several.Measure, [x, y, .. surface.Bound.At.Skip(2)]);
            yield return ("error", isAlone => map.Svg(Size, isAlone));
        }
        if (facts is { Table: { } table, Request.Tabulation: { } asked })
        {
            Samples samples = Generator.Approximation.Samples.Of(facts.Normal);
            Measure measure = asked.MaxError != 0 ? Measure.Absolute : Measure.Relative;
            yield return (TablePlot, Errors("Error of the table over the domain", asked.Lo, asked.Hi, measure, table.Table.IsSingle, samples.Value, table.Table.Run, table.Bound, table.IsProved ? "proved" : "largest seen").Svg);
        }
    }

    /// <summary>The error over two variables, of three where the third is at the worst place.</summary>
    private static HeatMap Map(Request request, WantedSurface wanted, Approximated found)
    {
        string[] names = [.. request.Parameters.Select(static p => p.Name)];
        string title = names.Length == 2 ? "Error over the domain" : string.Create(CultureInfo.InvariantCulture, $"Error where {names[2]} is {found.Bound.At[2]:G4}");
        return new(title, (names[0], wanted.Box[0].Lo, wanted.Box[0].Hi), (names[1], wanted.Box[1].Lo, wanted.Box[1].Hi), found.Bound.Upper);
    }

    private static double Error(Target target, Scheme scheme, Measure measure, double[] at)
    {
        double[] x = scheme.IsSingle ? Array.ConvertAll(at, static v => (double)(float)v) : at;
        DoubleDouble value = target.Value(x);
        double error = Math.Abs((scheme.Run(x) - value).Hi);
        return measure switch
        {
            Measure.Absolute => error,
            Measure.Relative => error / Math.Abs(value.Hi),
            _ => error / Formats.Unit(value.Hi, scheme.IsSingle),
        };
    }

    private static Chart Errors(string title, double lo, double hi, Measure measure, bool isSingle, Func<double, DoubleDouble> value, Func<double, double> run, ErrorBound bound, string known)
    {
        string unit = measure switch { Measure.Absolute => "error", Measure.Relative => "relative error", _ => "units in the last place" };
        Chart chart = new(title, "argument", unit, isLogarithmic: false);
        List<(double X, double Y)> points = [];
        for (int i = 0; i <= Samples; i++)
        {
            double x = Formats.Round(lo + ((hi - lo) * i / Samples), isSingle);
            if (x < lo || x > hi || ValueOf(value, x) is not { } exact)
            {
                continue;
            }
            DoubleDouble one = measure switch { Measure.Absolute => 1, Measure.Relative => exact, _ => Formats.Unit(exact.Hi, isSingle) };
            if (!one.IsZero)
            {
                points.Add((x, ((run(x) - exact) / one).Hi));
            }
        }
        chart.Line(points);
        chart.Level(bound.Upper, known);
        chart.Level(-bound.Upper, "");
        return chart;
    }

    /// <summary>Null where a table has no more budget for values, or there is none.</summary>
    private static DoubleDouble? ValueOf(Func<double, DoubleDouble> value, double x)
    {
        try
        {
            return value(x);
        }
        catch (ApproximationException)
        {
            return null;
        }
    }

    private static Chart Front(Request request, Target target, Wanted wanted, Approximated found)
    {
        Chart chart = new("Cost and proved error", wanted.IsLatency ? "cycles until a result is there" : "cycles for a vector of 512 bits, at least", "proved error", isLogarithmic: true);
        if (found.Bound.Upper > 0)
        {
            chart.Point(found.Cycles, found.Bound.Upper, "generated");
        }
        foreach (LockedProgram program in request.Locked?.Programs ?? EquatableArray<LockedProgram>.Empty)
        {
            if (Locked.KernelOf(program.Program, wanted.IsSingle) is { } kernel)
            {
                Add(chart, wanted.CostOf(kernel), Locked.Prove(target, wanted, kernel, program.Error, default).Upper, found, "locked");
            }
        }
        foreach (int power in Powers)
        {
            if (Own(target, wanted with { Tolerance = wanted.Tolerance * Math.Pow(10, power) }) is { } other)
            {
                Add(chart, other.Cycles, other.Bound.Upper, found, "");
            }
        }
        chart.Level(wanted.Tolerance, "asked for");
        return chart;
    }

    /// <summary>What the generator makes by itself for another tolerance; null where it makes nothing.</summary>
    private static Approximated? Own(Target target, Wanted wanted)
    {
        try
        {
            return Approximator.Find(target, wanted);
        }
        catch (ApproximationException)
        {
            return null;
        }
    }

    private static void Add(Chart chart, double cycles, double error, Approximated found, string name)
    {
        if (error > 0 && double.IsFinite(error) && (cycles, error) != (found.Cycles, found.Bound.Upper))
        {
            chart.Point(cycles, error, name);
        }
    }
}
