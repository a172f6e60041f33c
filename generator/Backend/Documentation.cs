using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>The documentation comments of companions: what the editor shows.</summary>
internal static class Documentation
{
    public static string PerPoint(ModelParameter parameter) => parameter.Shape == ParameterShape.Constant ? "As in the model; held constant." : "As in the model.";

    public static string PerRow(ModelParameter parameter) => parameter.Shape switch
    {
        ParameterShape.Constant => "Shared by all rows.",
        ParameterShape.Array or ParameterShape.Matrix => "Row-major: one row of values per evaluation.",
        _ => "One value per row.",
    };

    public static void Companion(SourceWriter writer, Request request, string summary, Func<ModelParameter, string> describe)
    {
        writer.Line("/// <summary>" + summary + "</summary>");
        foreach (ModelParameter parameter in request.Parameters)
        {
            writer.Line("/// <param name=\"" + parameter.Name + "\">" + describe(parameter) + "</param>");
        }
        if (describe == PerPoint)
        {
            Derivatives(writer, request, "");
            writer.Line("/// <returns>The model's value.</returns>");
        }
    }

    public static void Derivatives(SourceWriter writer, Request request, string suffix)
    {
        foreach (ModelParameter variable in request.Variables())
        {
            string per = variable.Shape is ParameterShape.Array or ParameterShape.Matrix ? ", element by element" : "";
            writer.Line("/// <param name=\"" + variable.Output() + "\">Receives ∂" + request.Method + "/∂" + variable.Name + per + suffix + ".</param>");
        }
    }

    public static void Exceptions(SourceWriter writer, Request request, bool isBatch)
    {
        if (isBatch)
        {
            writer.Line("/// <exception cref=\"ArgumentException\">A span has the wrong length for the number of rows, or an output overlaps another span.</exception>");
        }
        else if (request.Variables().Any(static v => v.Shape is ParameterShape.Array or ParameterShape.Matrix))
        {
            writer.Line("/// <exception cref=\"ArgumentException\">An output is not as long as its variable, or overlaps another span.</exception>");
        }
    }

    /// <summary>The model in its own statements, then what the companion assumes.</summary>
    public static void Remarks(SourceWriter writer, Request request, IReadOnlyList<string> notes)
    {
        writer.Line("/// <remarks>");
        List<string> lines = [];
        Outline(request.Module.Main.Body, 0, lines);
        if (lines.Count is > 0 and <= 40)
        {
            writer.Line("/// Model:<br/>");
            writer.Line("/// <code>");
            foreach (string line in lines)
            {
                writer.Line("/// " + line + "<br/>");
            }
            writer.Line("/// </code>");
        }
        foreach (string note in notes.Where(static n => n.Length > 0))
        {
            writer.Line("/// " + Escape(note) + "<br/>");
        }
        writer.Line("/// </remarks>");
    }

    private static void Outline(Block block, int depth, List<string> lines)
    {
        string last = "";
        foreach (Statement statement in block.Statements)
        {
            bool isBlock = statement is If or For or While;
            if (statement.Source.Length > 0 && statement.Source != last)
            {
                last = statement.Source;
                lines.Add(new string(' ', 4 * depth) + "○ " + Escape(isBlock ? HeadOf(statement.Source) : last));
            }
            foreach (Block inner in Walker.Blocks(statement))
            {
                Outline(inner, statement is Scope ? depth : depth + 1, lines);
            }
        }
    }

    /// <summary>A compound statement up to its opening brace: what is inside has lines of its own.</summary>
    private static string HeadOf(string source)
    {
        int brace = source.IndexOf('{');
        return brace > 0 ? source.Substring(0, brace).TrimEnd() : source;
    }

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
