using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>
/// Companions of models that differentiate fields of their instance: the public form takes the method's parameters and hands the fields on to a private
/// form that takes them as parameters, so that the model struct can give others.
/// </summary>
internal static class Instances
{
    /// <summary>The differentiated fields of the instance.</summary>
    public static IEnumerable<ModelParameter> Fields(this Request request) => request.Parameters.Where(static p => p.IsField);

    public static bool HasFields(this Request request) => request.Fields().Any();

    /// <summary>The parameters of the method itself.</summary>
    public static IEnumerable<ModelParameter> Own(this Request request) => request.Parameters.Where(static p => !p.IsField);

    /// <summary>The request of the private form, in which fields are parameters like all others.</summary>
    public static Request WithFields(this Request request) => request with
    {
        Accessibility = request.HasFields() ? "private" : request.Accessibility,
        Parameters = request.Parameters.Map(static p => p.IsField ? p with { IsField = false, Leaves = p.Leaves.Map(leaf => leaf with { Access = p.Argument() }) } : p),
    };

    /// <summary>The C# of a field from where <paramref name="owner"/> (with its dot) is the instance; a static field needs none.</summary>
    public static string FieldOf(this ModelParameter field, string owner)
    {
        string access = field.Leaves[0].Access;
        if (access.StartsWith("this.", StringComparison.Ordinal))
        {
            return owner + access.Substring("this.".Length);
        }
        return access.StartsWith("global::", StringComparison.Ordinal) ? access : owner + access;
    }

    /// <summary>The public gradient: <c>F(x) → FGradient(x, _weights, out dX, dWeights)</c>.</summary>
    public static void WriteGradient(SourceWriter writer, Request request, IReadOnlyList<string> notes)
    {
        Documentation.Companion(writer, request, "<see cref=\"" + request.Cref + "\"/> and its gradient.", Documentation.PerPoint);
        Documentation.Exceptions(writer, request, isBatch: false);
        Documentation.Remarks(writer, request, notes);
        string head = request.Modifiers() + " " + request.Real() + " " + request.Prefix + "Gradient";
        IEnumerable<string> outputs = request.Variables().Select(static v => v.OutputType() + " " + v.Output());
        IEnumerable<string> arguments = request.Passed().Concat(request.Fields().Select(static f => f.Leaves[0].Access));
        IEnumerable<string> passed = request.Variables().Select(static v => (v.Shape is ParameterShape.Scalar or ParameterShape.Struct ? "out " : "") + v.Output());
        writer.Lines(Companion.Signature(head, request.Own().Select(static p => p.Declared()), outputs) + " =>");
        using (writer.Indent())
        {
            writer.Line(request.Prefix + "Gradient(" + string.Join(", ", arguments.Concat(passed)) + ");");
        }
    }
}
