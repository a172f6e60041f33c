using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>What the hover text of an approximation says: its form, what it costs, how good it is and why that is known.</summary>
internal static class ApproximationRemarks
{
    public static IEnumerable<string> Of(Request request, Approximated approximated)
    {
        Scheme scheme = approximated.Scheme;
        Kernel program = scheme.Program;
        string form = scheme.Form;
        yield return char.ToUpperInvariant(form[0]) + form.Substring(1) + ".";
        yield return Operations(program) + Clamping(request, program) + "; " + Cost(request, approximated) + ".";
        if (request.Approximation!.Exact.Count > 0)
        {
            yield return "At " + Joined([.. request.Approximation.Exact.Select(static x => x.ToString("R", CultureInfo.InvariantCulture))]) + " the result is the " + (scheme.IsSingle ? "float" : "double") + " nearest to the value.";
        }
        string kind = request.Approximation.MaxError == 0 ? " relative" : "";
        string unit = request.Approximation.Ulps == 0 ? "" : " units in the last place of the value";
        yield return "Proved by Taylor models on " + approximated.Bound.Boxes.ToString(CultureInfo.InvariantCulture) + " boxes and error analysis of each operation:" + (unit.Length > 0 ? "" : kind) + " error at most " + RoundedText.Up(approximated.Bound.Upper)
            + unit + "; " + RoundedText.Down(approximated.Bound.Lower) + " is reached near " + Where(approximated.Bound) + ".";
        yield return "The same bits on every processor, at every width.";
    }

    /// <summary>The bound, the error that is reached, where, and the form with its cost: what a message says.</summary>
    public static string[] InShort(Request request, Approximated approximated)
    {
        string measured = request.Approximation! switch
        {
            { Ulps: > 0 } => " units in the last place",
            { RelativeError: > 0 } => " of its value",
            _ => "",
        };
        string slope = approximated.Slope is { } proved
            ? "; the derivative by at most " + Error(proved.Bound, 0) + (proved.Measure == Measure.Absolute ? "" : " of its value")
            : "";
        string form = approximated.Scheme.Form;
        return
        [
            Error(request, approximated) + measured, RoundedText.Down(approximated.Bound.Lower), Where(approximated.Bound),
            char.ToUpperInvariant(form[0]) + form.Substring(1) + ", " + Cost(request, approximated) + slope,
        ];
    }

    private static string Where(ErrorBound bound) => bound.At.Count == 0 ? RoundedText.Near(bound.Where) : "(" + string.Join(", ", bound.At.Select(RoundedText.Near)) + ")";

    private static string Clamping(Request request, Kernel program) => Scheme.HasClamps(request.Approximation!.HasClamps, program) ? " after clamping" : "";

    private static string Cost(Request request, Approximated approximated)
    {
        string cycles = approximated.Cycles.ToString("0.##", CultureInfo.InvariantCulture);
        return request.Approximation!.IsLatency
            ? "about " + cycles + " cycles from an argument to its result, which is what it is chosen for"
            : "at least " + cycles + " cycles for " + (approximated.Scheme.IsSingle ? "16" : "8") + " values";
    }

    /// <summary>What is said of value and derivative in one pass.</summary>
    public static IEnumerable<string> OfSlope(Request request, Approximated approximated)
    {
        ApproximatedSlope slope = approximated.Slope!;
        yield return "The value's program and its derivative, operation by operation: " + Operations(slope.Program) + Clamping(request, slope.Program) + ".";
        yield return "Proved of the derivative by Taylor models on " + slope.Bound.Boxes.ToString(CultureInfo.InvariantCulture) + " boxes and error analysis of each operation:" + (slope.Measure == Measure.Absolute ? "" : " relative")
            + " error at most " + RoundedText.Up(slope.Bound.Upper) + "; " + RoundedText.Down(slope.Bound.Lower) + " is reached near " + RoundedText.Near(slope.Bound.Where) + ".";
        yield return "The same bits on every processor, at every width.";
    }

    private static string Operations(Kernel program)
    {
        string[] operations =
        [
            .. new[]
            {
                Count(PortCost.Count(program, static k => k == StepKind.MultiplyAdd), "fused multiply-add"),
                Count(PortCost.Count(program, static k => k == StepKind.Multiply), "multiplication"),
                Count(PortCost.Count(program, static k => k is StepKind.Add or StepKind.Subtract), "addition"),
                Count(PortCost.Count(program, static k => k == StepKind.Divide), "division"),
                Count(PortCost.Count(program, static k => k == StepKind.SquareRoot), "square root"),
                Count(PortCost.Count(program, static k => k is StepKind.Scale or StepKind.Alternate or StepKind.Exponent or StepKind.Mantissa or StepKind.CopySign or StepKind.Absolute), "operation on bits", "operations on bits"),
                Count(PortCost.Count(program, static k => k == StepKind.LookUp), "look-up"),
            }.Where(static s => s.Length > 0),
        ];
        return Joined(operations);
    }

    /// <summary>The bound in few digits, rounded up, as long as that keeps what was asked for.</summary>
    public static string Error(Request request, Approximated approximated)
    {
        ApproximationRequest asked = request.Approximation!;
        return Error(approximated.Bound, Math.Max(Math.Max(asked.MaxError, asked.RelativeError), asked.Ulps));
    }

    /// <param name="limit">What was asked for, or 0.</param>
    public static string Error(ErrorBound proved, double limit)
    {
        double bound = proved.Upper;
        if (bound == 0)
        {
            return "0.0";
        }
        int exponent = 0;
        double unit = 1;
        while (bound / unit < 100)
        {
            unit /= 10;
            exponent--;
        }
        while (bound / unit >= 1000)
        {
            unit *= 10;
            exponent++;
        }
        string text = Math.Ceiling(bound / unit).ToString("F0", CultureInfo.InvariantCulture) + "E" + exponent.ToString(CultureInfo.InvariantCulture);
        double rounded = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return Literals.Text(Build.Double(rounded >= bound && (limit == 0 || rounded <= limit) ? rounded : bound));
    }

    private static string Count(int count, string what, string? many = null)
    {
        if (count == 0)
        {
            return "";
        }
        return count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? what : many ?? what + "s");
    }

    /// <summary>Parts with commas and "and".</summary>
    public static string Joined(string[] parts) => parts.Length == 1 ? parts[0] : string.Join(", ", parts.Take(parts.Length - 1)) + " and " + parts[parts.Length - 1];
}
