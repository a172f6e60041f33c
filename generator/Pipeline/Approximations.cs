using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Proxima.Generator.Approximation;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;

namespace Proxima.Generator.Pipeline;

/// <summary>The approximation of one model; a note that says why, where there is none.</summary>
internal static class Approximations
{
    private const string Stale = "PRX0401", Asked = "PRX0402", Unproved = "PRX0403", Refused = "PRX0404", Proved = "PRX0410";

    public static Approximated? Of(Request request, Module normal, Action<string> enter, CancellationToken token, out EquatableArray<Note> notes)
    {
        notes = [];
        if (request.Approximation is not { } asked)
        {
            return null;
        }
        if (Surfaces.IsFor(request))
        {
            return Surfaces.Of(request, asked, normal, enter, token, out notes);
        }
        enter(nameof(Approximator));
        if ((Objection(request, asked) ?? RuleObjection(asked, normal)) is { } objection)
        {
            notes = [new Note(Asked, -1, [request.Method, objection])];
            return null;
        }
        try
        {
            Target target = Target.Of(normal);
            Wanted wanted = Wanted(request, asked);
            List<Note> said = [];
            Approximated found = Cheapest(target, wanted, OfLock(request, target, wanted, said, token), token);
            Kernel program = found.Scheme.Program;
            if (program.Steps[program.Result].Kind is StepKind.Constant or StepKind.Input)
            {
                throw new ApproximationException("it is a constant or its argument there, which needs none");
            }
            found = wanted.HasSlope && found.Slope is null ? SlopeProofs.Of(target, wanted, found, token) : found;
            said.Add(new(Proved, -1, [request.Prefix + "Approximate", request.Method, .. ApproximationRemarks.InShort(request, found)]));
            notes = said.ToEquatableArray();
            return found;
        }
        catch (ApproximationException reason)
        {
            notes = [new Note(Unproved, -1, [request.Method, reason.Message])];
            return null;
        }
    }

    /// <summary>What is asked of a request's approximation; null where that is wrong.</summary>
    public static Wanted? WantedOf(Request request) =>
        request.Approximation is { } asked && Objection(request, asked) is null ? Wanted(request, asked) : null;

    /// <summary>The program of the lock file, where it is good enough and is proved to be.</summary>
    private static Approximated? OfLock(Request request, Target target, Wanted wanted, List<Note> said, CancellationToken token)
    {
        if (request.Locked is not { } locked || wanted.Segments != 0)
        {
            return null;
        }
        if (locked.State != LockState.Fresh)
        {
            said.Add(locked.State == LockState.Stale
                ? new(Stale, -1, [request.Method, "the model, the interval, the measure or the format is another"])
                : new(Refused, -1, [request.Method, "the file cannot be read"]));
            return null;
        }
        if (Locked.Find(target, wanted, locked.Programs, token) is not { } found)
        {
            said.Add(new(Stale, -1, [request.Method, "none of its errors is within the tolerance"]));
            return null;
        }
        if (found.Kernel is not { } kernel || !(found.Bound.Upper <= wanted.Tolerance))
        {
            string reason = found.Kernel is null ? "it is no program in numbers of the format" : "its proved error is " + found.Bound.Upper.ToString("G3", CultureInfo.InvariantCulture);
            said.Add(new(Refused, -1, [request.Method, reason]));
            return null;
        }
        Approximated approximated = Of(kernel, wanted, found.Bound, "A program of the lock file, proved here");
        if (!wanted.IsMetBy(approximated.Scheme, target))
        {
            said.Add(new(Stale, -1, [request.Method, "it is not exact where results must be"]));
            return null;
        }
        return approximated;
    }

    /// <summary>What is locked, what the generator finds by itself, and what a structure of the library does: the first of those that cost least.</summary>
    private static Approximated Cheapest(Target target, Wanted wanted, Approximated? locked, CancellationToken token)
    {
        Approximated best;
        try
        {
            Approximated own = Approximator.Find(target, wanted, token);
            best = locked is null || own.Cycles < locked.Cycles ? own : locked;
        }
        catch (ApproximationException) when (locked is not null)
        {
            best = locked;
        }
        return wanted.Segments == 0 && wanted.Exact.Count == 0 && Skeletons.Cheapest(target, wanted, best.Cycles, token) is { } fitted
            ? Of(fitted.Kernel, wanted, fitted.Bound, "A program that a search found for " + fitted.Skeleton.Family + ", its constants fitted to this model")
            : best;
    }

    private static Approximated Of(Kernel kernel, Wanted wanted, ErrorBound bound, string form) =>
        new(new KernelScheme(Formats.Ceiling(wanted.Lo, wanted.IsSingle), Formats.Floor(wanted.Hi, wanted.IsSingle), kernel, form), bound, wanted.CostOf(kernel));

    /// <summary>What is wrong with what is asked, or null.</summary>
    private static string? Objection(Request request, ApproximationRequest asked)
    {
        if (OneVariable.Objection(request, asked.Lo, asked.Hi, "approximations") is { } general)
        {
            return general;
        }
        if (asked.ErrorObjection is { } wrong)
        {
            return wrong;
        }
        int most = PolynomialScheme.MostSegments(request.ResultType == ScalarType.Float);
        if (ExactObjection(request, asked) is { } objection)
        {
            return objection;
        }
        return asked.Segments < 0 || asked.Segments > most ? "Segments must be from 1 to " + Text(most) + ", or 0 for what costs least" : null;
    }

    /// <summary>What is proved of a derivative is about the function of real numbers; a value that is to be differentiated otherwise has another one.</summary>
    private static string? RuleObjection(ApproximationRequest asked, Module normal) => asked.HasSlope && DropRules.Concerns(normal.Main)
        ? "Derivative is that of the value as it is written down, but the model has a Detach or a derivative of its own"
        : null;

    private static string? ExactObjection(Request request, ApproximationRequest asked)
    {
        bool isSingle = request.ResultType == ScalarType.Float;
        foreach (double x in asked.Exact)
        {
            if (!(x >= asked.Lo && x <= asked.Hi))
            {
                return "the exact argument " + Text(x) + " is not in the interval";
            }
            if (Formats.Round(x, isSingle) != x)
            {
                return "the exact argument " + Text(x) + " is not a float";
            }
        }
        return asked.Exact.Distinct().Count() < asked.Exact.Count ? "an exact argument is given twice" : null;
    }

    private static Wanted Wanted(Request request, ApproximationRequest asked)
    {
        bool isSingle = request.ResultType == ScalarType.Float;
        (Measure measure, double tolerance) = asked.Error;
        return new(asked.Lo, asked.Hi, measure, tolerance, isSingle, asked.Segments) { Exact = asked.Exact, IsLatency = asked.IsLatency, HasSlope = asked.HasSlope, HasClamps = asked.HasClamps };
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
