using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>What <c>[Approximate]</c> and <c>[Tabulate]</c> need alike: a model of one number, and an interval.</summary>
internal static class OneVariable
{
    /// <summary>What is wrong with a model or an interval, or null.</summary>
    /// <param name="what">What is asked for, in the plural.</param>
    public static string? Objection(Request request, double lo, double hi, string what)
    {
        if (request.Parameters.Count != 1 || request.Parameters[0] is not { Shape: ParameterShape.Scalar, IsField: false } variable || variable.Type != request.ResultType)
        {
            return what + " are of one float or double parameter, of the type of the result";
        }
        return lo < hi && !double.IsInfinity(lo) && !double.IsInfinity(hi) ? null : "the interval needs two finite ends, the smaller first";
    }
}
