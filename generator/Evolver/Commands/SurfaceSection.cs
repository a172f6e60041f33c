using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Proxima.Evolver.Reports;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Pipeline;

namespace Proxima.Evolver.Commands;

/// <summary>What the report says of an approximation of two or three variables: its error over the domain, of three where the third is at the worst place, and what is proved of it.</summary>
internal static class SurfaceSection
{
    public static string Of(Request request, WantedSurface wanted, string output)
    {
        string[] names = [.. request.Parameters.Select(static p => p.Name)];
        Target target = Target.Of(Nesting.Normalise(request.Module));
        string domain = string.Join(", ", wanted.Box.Select((b, i) => string.Create(CultureInfo.InvariantCulture, $"{names[i]} from {b.Lo:R} to {b.Hi:R}")));
        string measure = wanted.Measure switch { Measure.Absolute => "absolute error", Measure.Relative => "relative error", _ => "units in the last place" };
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{Chart.Escape(request.Method)}</h2>\n<p>With {domain}, {measure} at most {wanted.Tolerance:0.###e0}, {(wanted.IsSingle ? "float" : "double")}.</p>\n");
        Approximated found;
        try
        {
            found = SurfaceApproximator.Find(target, wanted, names);
        }
        catch (ApproximationException reason)
        {
            return html.Append(CultureInfo.InvariantCulture, $"<p>No approximation is proved: {Chart.Escape(reason.Message)}.</p>\n</section>\n").ToString();
        }
        string title = names.Length == 2 ? "Error over the domain" : string.Create(CultureInfo.InvariantCulture, $"Error where {names[2]} is {found.Bound.At[2]:G4}");
        HeatMap map = new(title, (names[0], wanted.Box[0].Lo, wanted.Box[0].Hi), (names[1], wanted.Box[1].Lo, wanted.Box[1].Hi), found.Bound.Upper);
        double Size(double x, double y) => Error(target, found.Scheme, wanted.Measure, [x, y, .. found.Bound.At.Skip(2)]);
        html.Append(map.Svg(Size, isAlone: false));
        string name = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, Path.GetFileNameWithoutExtension(output) + "." + request.Prefix);
        File.WriteAllText(name + ".error.svg", map.Svg(Size, isAlone: true));
        string where = string.Join(", ", found.Bound.At.Select(static v => v.ToString("G4", CultureInfo.InvariantCulture)));
        html.Append(CultureInfo.InvariantCulture, $"<p>{Chart.Escape(found.Scheme.Form)}. Proved by Taylor models on {found.Bound.Boxes} boxes and error analysis of each operation: at most {found.Bound.Upper:0.000e0}, of which {found.Bound.Approximation:0.000e0} without rounding; {found.Bound.Lower:0.000e0} is reached near ({where}). At least {found.Cycles:0.##} cycles for a vector of 512 bits.</p>\n");
        return html.Append("</section>\n").ToString();
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
}
