using System;
using System.Linq;
using System.Threading;
using Proxima.Generator.Approximation;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>The approximation of a model of two or three variables; a note that says why, where there is none.</summary>
internal static class Surfaces
{
    private const int MostVariables = 3;
    private const string Asked = "PRX0402", Unproved = "PRX0403", InTheWay = "PRX0405", TooMany = "PRX0406", OfOne = "PRX0407", Proved = "PRX0410";

    /// <summary>False for a model of one number on an interval.</summary>
    public static bool IsFor(Request request) =>
        request.Parameters.Count > 1 || request.Parameters.Any(static p => p.Shape is ParameterShape.Array or ParameterShape.Matrix or ParameterShape.Struct) || request.Approximation is { HasInterval: false };

    public static Approximated? Of(Request request, ApproximationRequest asked, Module normal, Action<string> enter, CancellationToken token, out EquatableArray<Note> notes)
    {
        enter(nameof(SurfaceApproximator));
        if (Objection(request, asked) is { } objection)
        {
            notes = [objection];
            return null;
        }
        try
        {
            Approximated found = SurfaceApproximator.Find(Target.Of(normal), Wanted(request, asked), [.. request.Parameters.Select(static p => p.Name)], token);
            notes = [new(Proved, -1, [request.Prefix + "Approximate", request.Method, .. ApproximationRemarks.InShort(request, found)])];
            return found;
        }
        catch (ApproximationException reason)
        {
            notes = [new(Unproved, -1, [request.Method, reason.Message])];
            return null;
        }
    }

    /// <summary>What is asked of a request's approximation of several variables; null where that is wrong, or where there is one.</summary>
    public static WantedSurface? WantedOf(Request request) =>
        request.Approximation is { } asked && IsFor(request) && Objection(request, asked) is null ? Wanted(request, asked) : null;

    private static WantedSurface Wanted(Request request, ApproximationRequest asked) => new(
        request.Parameters.Select(static p => new Interval(p.Domain!.Lo, p.Domain.Hi)).ToEquatableArray(), asked.Error.Measure, asked.Error.Tolerance, request.ResultType == ScalarType.Float)
    {
        HasClamps = asked.HasClamps,
    };

    /// <summary>What is wrong with what is asked, or null.</summary>
    private static Note? Objection(Request request, ApproximationRequest asked)
    {
        if (request.Parameters.FirstOrDefault(static p => p.Shape is ParameterShape.Array or ParameterShape.Matrix or ParameterShape.Struct) is { } many)
        {
            return new(TooMany, -1, [request.Method, "'" + many.Name + "' of many"]);
        }
        if (request.Parameters.Count(static p => p.Shape == ParameterShape.Scalar) is > MostVariables and var count)
        {
            return new(TooMany, -1, [request.Method, Text(count) + " variables"]);
        }
        foreach (ModelParameter parameter in request.Parameters)
        {
            if (Objection(request, parameter) is { } reason)
            {
                return new(InTheWay, -1, [parameter.Name, request.Method, reason]);
            }
        }
        if (asked.HasInterval)
        {
            return new(Asked, -1, [request.Method, "of several variables each has an interval of its own, [Domain(lo, hi)] on its parameter, and the attribute none"]);
        }
        foreach (ModelParameter parameter in request.Parameters)
        {
            if (parameter.Domain is not { } domain || !(domain.Lo < domain.Hi) || double.IsInfinity(domain.Lo) || double.IsInfinity(domain.Hi))
            {
                return new(InTheWay, -1, [parameter.Name, request.Method, parameter.Domain is null ? "it has no [Domain(lo, hi)]" : "its domain needs two finite ends, the smaller first"]);
            }
        }
        if (asked.ErrorObjection is { } wrong)
        {
            return new(Asked, -1, [request.Method, wrong]);
        }
        string? option = asked switch
        {
            { Segments: not 0 } => nameof(asked.Segments),
            { Exact.Count: > 0 } => nameof(asked.Exact),
            { HasSlope: true } => "Derivative",
            { IsLatency: true } => "Latency",
            _ => null,
        };
        return option is null ? null : new(OfOne, -1, [option, request.Method, Text(request.Parameters.Count)]);
    }

    private static string? Objection(Request request, ModelParameter parameter) => parameter switch
    {
        { IsField: true } => "it is a field",
        { Shape: not ParameterShape.Scalar } => "it is no variable, and its value is not known at build time",
        _ when parameter.Type != request.ResultType => "its type is not that of the result",
        _ => null,
    };

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
