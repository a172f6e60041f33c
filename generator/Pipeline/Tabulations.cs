using System;
using System.Globalization;
using System.Threading;
using Proxima.Generator.Approximation;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>The table of one model; a note that says why, where there is none or where its error is not proved.</summary>
internal static class Tabulations
{
    private const string Asked = "PRX0402", Proved = "PRX0410", None = "PRX0420", Jump = "PRX0421", Estimated = "PRX0422";

    public static Tabulated? Of(Request request, Module normal, Action<string> enter, CancellationToken token, out EquatableArray<Note> notes)
    {
        notes = [];
        if (request.Tabulation is not { } asked)
        {
            return null;
        }
        enter(nameof(Tabulator));
        if (Objection(request, asked) is { } objection)
        {
            notes = [new Note(Asked, -1, [request.Method, objection])];
            return null;
        }
        (Measure measure, double tolerance) = asked.MaxError != 0 ? (Measure.Absolute, asked.MaxError) : (Measure.Relative, asked.RelativeError);
        try
        {
            Tabulated found = Tabulator.Find(Samples.Of(normal), new(asked.Lo, asked.Hi, measure, tolerance, request.ResultType == ScalarType.Float, asked.Continuity), token);
            notes =
            [
                found.IsProved
                    ? new Note(Proved, -1, [request.Prefix + "Tabulated", request.Method, .. TabulationRemarks.InShort(request, found)])
                    : new Note(Estimated, -1, [request.Method, found.Unproved, RoundedText.Up(found.Bound.Upper, 6), found.Samples.ToString(CultureInfo.InvariantCulture)]),
            ];
            return found;
        }
        catch (JumpException jump)
        {
            notes = [new Note(Jump, -1, [request.Method, Short(jump.At), Short(jump.Before), Short(jump.After)])];
            return null;
        }
        catch (ApproximationException reason)
        {
            notes = [new Note(None, -1, [request.Method, reason.Message])];
            return null;
        }
    }

    /// <summary>What is wrong with what is asked, or null.</summary>
    private static string? Objection(Request request, TabulationRequest asked)
    {
        if (OneVariable.Objection(request, asked.Lo, asked.Hi, "tables") is { } general)
        {
            return general;
        }
        double error = Math.Max(asked.MaxError, asked.RelativeError);
        if (asked.MaxError != 0 == (asked.RelativeError != 0) || !(error > 0) || double.IsInfinity(error))
        {
            return "exactly one of MaxError and RelativeError must be given, and positive";
        }
        return asked.Continuity is < -1 or > 1 ? "Continuity must be -1, 0 or 1" : null;
    }

    private static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
