using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>The documentation comments of companions: what the editor shows.</summary>
internal static class Documentation
{
    /// <summary>An outline of more lines than an editor's tooltip shows is left out.</summary>
    private const int LongestOutline = 40;

    public static string PerPoint(ModelParameter parameter) => parameter.Shape switch
    {
        ParameterShape.Constant => "As in the model; held constant.",
        ParameterShape.Result => "Receives the results, as in the model.",
        _ => "As in the model.",
    };

    /// <summary>For a pattern, which is the same at every point.</summary>
    public static string PerPattern(ModelParameter parameter) => parameter.Shape switch
    {
        ParameterShape.Array or ParameterShape.Matrix or ParameterShape.Result => "Only its length matters.",
        ParameterShape.Constant => PerPoint(parameter),
        _ => "Its value does not matter.",
    };

    public static string PerRow(ModelParameter parameter) => parameter.Shape switch
    {
        ParameterShape.Constant when parameter.IsColumn() => parameter.TypeText.Contains("Span<") ? "Row-major: one row of values per evaluation; held constant." : "One value per row; held constant.",
        ParameterShape.Constant => "Shared by all rows.",
        ParameterShape.Array or ParameterShape.Matrix => "Row-major: one row of values per evaluation.",
        _ => "One value per row.",
    };

    public static void Companion(SourceWriter writer, Request request, string summary, Func<ModelParameter, string> describe)
    {
        writer.Line("/// <summary>" + summary + "</summary>");
        foreach (ModelParameter parameter in request.Own())
        {
            writer.Line("/// <param name=\"" + parameter.Name + "\">" + describe(parameter) + "</param>");
        }
        if (describe == PerPoint)
        {
            Derivatives(writer, request, "");
            writer.Line("/// <returns>The model's value.</returns>");
        }
    }

    /// <summary>A companion of one point: its summary, the model's parameters, its own operands.</summary>
    public static void Summary(SourceWriter writer, Request request, string summary, IEnumerable<(string Name, string Doc)> operands, Func<ModelParameter, string>? describe = null)
    {
        writer.Line("/// <summary>" + summary + "</summary>");
        foreach (ModelParameter parameter in request.Parameters.Where(static p => !p.IsField))
        {
            writer.Line("/// <param name=\"" + parameter.Name + "\">" + (describe ?? PerPoint)(parameter) + "</param>");
        }
        foreach ((string name, string doc) in operands)
        {
            writer.Line("/// <param name=\"" + name + "\">" + doc + "</param>");
        }
        if (request.Return is not null)
        {
            writer.Line("/// <returns>What the model returns.</returns>");
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

    /// <summary>Remarks, a line each.</summary>
    public static void Remarks(SourceWriter writer, IEnumerable<string> remarks)
    {
        writer.Line("/// <remarks>");
        foreach (string remark in remarks)
        {
            writer.Line("/// " + Escape(remark) + "<br/>");
        }
        writer.Line("/// </remarks>");
    }

    /// <summary>The model in its own statements, then what the companion assumes.</summary>
    public static void Remarks(SourceWriter writer, Request request, IReadOnlyList<string> notes)
    {
        List<string> lines = [];
        string last = "";
        Outline(request.Module.Main.Body, 0, "", ref last, [], lines);
        Function main = request.Module.Main;
        string returned = Item(0, main.ResultSource);
        bool isTold = lines.Count > 0 || main.Body.Statements.Count == 0; // not the end alone of what the compiler made up
        if (main.ResultSource.Length > 0 && isTold && !lines.Contains(returned))
        {
            lines.Add(returned);
        }
        string[] said = [.. notes.Where(static n => n.Length > 0)];
        bool isOutlined = lines.Count is > 0 and <= LongestOutline;
        if (!isOutlined && said.Length == 0)
        {
            return;
        }
        writer.Line("/// <remarks>");
        if (isOutlined)
        {
            writer.Line("/// Model:<br/>");
            writer.Line("/// <code>");
            foreach (string line in lines)
            {
                writer.Line("/// " + line + "<br/>");
            }
            writer.Line("/// </code>");
        }
        foreach (string note in said)
        {
            writer.Line("/// " + Escape(note) + "<br/>");
        }
        writer.Line("/// </remarks>");
    }

    /// <param name="around">The statement that this block belongs to: what the compiler made of its head is not a line of its own.</param>
    /// <param name="told">Origins that have their line: a statement that calls goes on after what its callee does.</param>
    private static void Outline(Block block, int depth, string around, ref string last, HashSet<int> told, List<string> lines)
    {
        foreach (Statement statement in block.Statements)
        {
            if (statement.Source.Length > 0 && statement.Source != last && statement.Source != around)
            {
                last = statement.Source;
                if (statement.Origin < 0 || told.Add(statement.Origin))
                {
                    lines.Add(Item(depth, statement is If or For or While ? HeadOf(last) : last));
                }
            }
            else if (statement.Source == last)
            {
                told.Add(statement.Origin);
            }
            switch (statement)
            {
                case If branch:
                    OutlineBranch(branch, depth, ref last, told, lines);
                    break;
                case Scope scope:
                    Outline(scope.Body, depth, around, ref last, told, lines);
                    break;
                default:
                    foreach (Block inner in Walker.Blocks(statement))
                    {
                        Outline(inner, depth + 1, statement.Source, ref last, told, lines);
                        last = "";
                    }
                    break;
            }
        }
    }

    private static void OutlineBranch(If branch, int depth, ref string last, HashSet<int> told, List<string> lines)
    {
        // A branch that the compiler made up, for a conditional expression or an exit, has no line to stand under.
        int inside = branch.Source.Length > 0 ? depth + 1 : depth;
        Outline(branch.Then, inside, branch.Source, ref last, told, lines);
        List<string> otherwise = [];
        last = "";
        Outline(branch.Else, inside, branch.Source, ref last, told, otherwise);
        last = "";
        if (otherwise.Count > 0 && branch.Source.Length > 0)
        {
            lines.Add(Item(depth, "else"));
        }
        lines.AddRange(otherwise);
    }

    private static string Item(int depth, string text) => new string(' ', 4 * depth) + "○ " + Escape(text);

    /// <summary>A compound statement up to its opening brace: what is inside has lines of its own.</summary>
    public static string HeadOf(string source)
    {
        int brace = source.IndexOf('{');
        return brace > 0 ? source.Substring(0, brace).TrimEnd() : source;
    }

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
