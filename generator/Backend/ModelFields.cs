using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>What a model struct is constructed from: the instance whose fields the model reads, constants, and sizes of what the point does not tell apart.</summary>
internal static class ModelFields
{
    /// <param name="request">The model, its fields of the owner among the parameters.</param>
    /// <param name="owned">Those fields; the owner knows how long they are.</param>
    /// <param name="owner">The type of the instance.</param>
    public static IEnumerable<(string Type, string Name, string Doc)> Of(Request request, IReadOnlyCollection<ModelParameter> owned, string owner)
    {
        if (!request.IsStatic)
        {
            yield return (owner, "owner", "The instance whose fields the model reads.");
        }
        foreach (ModelParameter parameter in request.Parameters)
        {
            switch (parameter.Shape)
            {
                case ParameterShape.Constant:
                    yield return (HeldType(parameter), parameter.Name, "As in the model; held constant.");
                    break;
                case ParameterShape.Struct when GradientWriter.CopiesState(parameter):
                    yield return (parameter.TypeText, parameter.Name, "Gives the state besides the reals, which the point replaces.");
                    break;
                case ParameterShape.Array or ParameterShape.Result when owned.All(field => field.Name != parameter.Name):
                    yield return ("int", parameter.Name + "Length", "The number of elements of " + parameter.Name + ".");
                    break;
                case ParameterShape.Matrix:
                    yield return ("int", parameter.Name + "Rows", "The number of rows of " + parameter.Name + ".");
                    yield return ("int", parameter.Name + "Columns", "The number of columns of " + parameter.Name + ".");
                    break;
            }
        }
    }

    /// <summary>A span as memory, which a struct can hold.</summary>
    private static string HeldType(ModelParameter constant) => !constant.IsSpan ? constant.TypeText
        : (constant.TypeText.StartsWith("Span", StringComparison.Ordinal) ? "Memory" : "ReadOnlyMemory") + constant.TypeText.Substring(constant.TypeText.IndexOf('<'));
}
