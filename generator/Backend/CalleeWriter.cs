using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>Writes private methods: functions that call themselves, their adjoints, and the model's own copy where rows must not be copied to arrays.</summary>
internal static class CalleeWriter
{
    /// <param name="wanted">Names of the outputs, where there are several and they are to have names of their own.</param>
    public static void Write(SourceWriter writer, Request request, Function function, IReadOnlyDictionary<string, string> renamed, IReadOnlyList<string>? wanted = null)
    {
        List<string> parameters = [];
        foreach (Parameter parameter in function.Parameters.OrderBy(static p => p.Kind))
        {
            string type = parameter.Type.Keyword();
            parameters.Add((parameter.Kind switch
            {
                ParameterKind.Scalar => type,
                ParameterKind.Array => "ReadOnlySpan<" + type + ">",
                _ => "Span<" + type + ">",
            }) + " " + Keywords.Escape(parameter.Name));
        }
        bool isSingle = function.Results.Count == 1;
        Names names = Names.Of(function);
        string[] outputs = isSingle ? [] : [.. function.Results.Select((_, i) => names.Fresh(wanted?[i] ?? "output"))];
        parameters.AddRange(outputs.Select((o, i) => "out " + function.Results[i].Type.Keyword() + " " + o));
        string result = isSingle ? function.Results[0].Type.Keyword() : "void";
        MethodInParts method = new(request, function, renamed[function.Name], Shape.Scalar, renamed);
        using (request.Body(writer, "private " + (request.IsStatic ? "static " : "") + result + " " + renamed[function.Name] + "(" + string.Join(", ", parameters) + ")"))
        {
            StatementWriter statements = new(writer, method.Main, Shape.Scalar, method.Renamed, outputs, method.IsInParts);
            statements.WriteTables(method.Main);
            method.WriteHead(writer);
            statements.Write(method.Main.Body);
            for (int i = 0; i < outputs.Length; i++)
            {
                writer.Line(outputs[i] + " = " + statements.Text(method.Main.Results[i]) + ";");
            }
            if (isSingle)
            {
                writer.Line("return " + statements.Text(method.Main.Results[0]) + ";");
            }
        }
        method.WriteParts(writer, showsSources: false);
    }

    public static void WriteValue(SourceWriter writer, Request request, Function value, IReadOnlyDictionary<string, string> renamed)
    {
        string modifiers = "private" + (request.IsStatic ? " static " : " ");
        MethodInParts method = new(request, value, request.Prefix + "Value", Shape.Scalar, renamed);
        using (request.Body(writer, modifiers + request.ReturnType() + " " + request.Prefix + "Value(" + string.Join(", ", request.Parameters.Select(static p => p.Declared())) + ")"))
        {
            request.WriteLeaves(writer, request.Parameters);
            StatementWriter statements = new(writer, method.Main, Shape.Scalar, method.Renamed, request.Kept(), method.IsInParts);
            statements.WriteTables(method.Main);
            method.WriteHead(writer);
            statements.Write(method.Main.Body);
            if (request.Return is { } returned)
            {
                string[] parts = [.. method.Main.Results.Select(statements.Text)];
                writer.Line("return " + (returned.Shape == ParameterShape.Struct ? GradientWriter.Rebuilt(returned, "", parts) : parts[0]) + ";");
            }
        }
        method.WriteParts(writer, showsSources: false);
    }
}
