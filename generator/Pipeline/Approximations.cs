using System;
using System.Linq;
using System.Threading;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>The approximation of one model; a note that says why, where there is none.</summary>
internal static class Approximations
{
    private const string Asked = "PRX0402", Unproved = "PRX0403";

    public static Approximated? Of(Request request, Module normal, Action<string> enter, CancellationToken token, out EquatableArray<Note> notes)
    {
        notes = [];
        if (request.Approximation is not { } asked)
        {
            return null;
        }
        enter(nameof(Approximator));
        if (Objection(request, asked) is { } objection)
        {
            notes = [new Note(Asked, -1, [request.Method, objection])];
            return null;
        }
        try
        {
            Approximated found = Approximator.Find(Target.Of(normal), Wanted(request, asked), token);
            EquatableArray<Step> steps = found.Scheme.Program.Steps;
            return steps[steps.Count - 1].Kind is StepKind.Constant or StepKind.Input ? throw new ApproximationException("it is a constant or its argument there, which needs none") : found;
        }
        catch (ApproximationException reason)
        {
            notes = [new Note(Unproved, -1, [request.Method, reason.Message])];
            return null;
        }
    }

    /// <summary>What is wrong with what is asked, or null.</summary>
    private static string? Objection(Request request, ApproximationRequest asked)
    {
        if (request.Parameters.Count != 1 || request.Parameters[0] is not { Shape: ParameterShape.Scalar, IsField: false } variable || variable.Type != request.ResultType)
        {
            return "approximations are of one float or double parameter, of the type of the result";
        }
        if (!(asked.Lo < asked.Hi) || double.IsInfinity(asked.Lo) || double.IsInfinity(asked.Hi))
        {
            return "the interval needs two finite ends, the smaller first";
        }
        double[] errors = [asked.MaxError, asked.RelativeError, asked.Ulps];
        if (errors.Count(static e => e != 0) != 1 || !(errors.Max() > 0) || double.IsInfinity(errors.Max()))
        {
            return "exactly one of MaxError, RelativeError and Ulps must be given, and positive";
        }
        int most = PolynomialScheme.MostSegments(request.ResultType == ScalarType.Float);
        return asked.Segments < 0 || asked.Segments > most ? "Segments must be from 1 to " + Text(most) + ", or 0 for what costs least" : null;
    }

    private static Wanted Wanted(Request request, ApproximationRequest asked)
    {
        bool isSingle = request.ResultType == ScalarType.Float;
        (Measure measure, double tolerance) = asked switch
        {
            _ when asked.MaxError != 0 => (Measure.Absolute, asked.MaxError),
            _ when asked.RelativeError != 0 => (Measure.Relative, asked.RelativeError),
            _ => (Measure.Ulps, asked.Ulps),
        };
        return new(asked.Lo, asked.Hi, measure, tolerance, isSingle, asked.Segments);
    }

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
