using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>Writes <c>FGradient</c>: the value and the derivative of every variable at one point.</summary>
internal static class GradientWriter
{
    public static void Write(SourceWriter writer, Request request, Function gradient, IReadOnlyDictionary<string, string> renamed, IReadOnlyList<string> notes)
    {
        Documentation.Companion(writer, request, "<see cref=\"" + request.Cref + "\"/> and its gradient.", Documentation.PerPoint);
        Documentation.Exceptions(writer, request, isBatch: false);
        Documentation.Remarks(writer, request, notes);
        WriteMethod(writer, request, gradient, renamed);
    }

    /// <summary>The method without its documentation.</summary>
    public static void WriteMethod(SourceWriter writer, Request request, Function gradient, IReadOnlyDictionary<string, string> renamed)
    {
        if (IsTiny(gradient))
        {
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        }
        else if (gradient.Lanes is not null)
        {
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        }
        string head = request.Modifiers() + " " + request.Real() + " " + request.Prefix + "Gradient";
        IEnumerable<string> outputs = request.Variables().Select(static v => v.OutputType() + " " + v.Output());
        MethodInParts method = new(request, gradient, request.Prefix + "Gradient", Shape.Of(gradient), renamed);
        using (request.Body(writer, Companion.Signature(head, request.Parameters.Select(static p => p.Declared()), outputs)))
        {
            StatementWriter statements = new(writer, method.Main, method.Shape, method.Renamed, request.Kept(), method.IsInParts) { ShowsSources = true };
            Open(writer, request, gradient, statements);
            statements.WriteTables(method.Main);
            method.WriteHead(writer);
            statements.Write(method.Main.Body);
            Close(writer, request, method.Main, statements);
        }
        method.WriteParts(writer, showsSources: true);
    }

    /// <summary>Straight-line code of a few operations, where the call itself would cost as much.</summary>
    private static bool IsTiny(Function gradient) =>
        gradient.Body.Statements.Count <= 24
        && gradient.Body.Statements.All(static s => s is Let)
        && !Walker.Expressions(gradient.Body).Any(static e => e is Apply { Primitive.Cost: Primitives.Cost.Expensive });

    /// <summary>Checks what the caller gave before anything is written, then clears what of the output arrays is added into.</summary>
    private static void Open(SourceWriter writer, Request request, Function gradient, StatementWriter statements)
    {
        ModelParameter[] arrays = [.. request.Variables().Where(static v => v.Shape is ParameterShape.Array or ParameterShape.Matrix)];
        request.WriteLeaves(writer, request.Parameters);
        foreach (ModelParameter matrix in arrays.Where(static a => a.Shape == ParameterShape.Matrix))
        {
            writer.Line("Span<" + matrix.Type.Keyword() + "> " + matrix.ArrayOutput() + " = Batch.Flatten(" + matrix.Output() + ");");
        }
        foreach (ModelParameter array in arrays)
        {
            Leaf leaf = array.Leaves.First(static l => l.IsArray);
            writer.Line("Batch.RequireLength(" + array.ArrayOutput() + ", " + Keywords.Escape(leaf.Name) + ".Length, nameof(" + array.Output() + "));");
        }
        (string Name, string Type)[] inputs = [.. request.Parameters.SelectMany(static p => p.Leaves.Where(static l => l.IsArray).Select(l => (Companion.AsSpan(p, l), l.Type.Keyword())))];
        for (int i = 0; i < arrays.Length; i++)
        {
            IEnumerable<(string Name, string Type)> others = inputs.Concat(arrays.Skip(i + 1).Select(static a => (a.ArrayOutput(), a.Type.Keyword())));
            Companion.WriteOverlap(writer, "RequireDisjoint", arrays[i].ArrayOutput(), arrays[i].Type.Keyword(), others);
        }
        foreach (ModelParameter array in arrays)
        {
            Companion.WriteClear(writer, array.ArrayOutput(), array.Leaves.First(static l => l.IsArray).Name, gradient.Filled.FirstOrDefault(f => f.Array == array.ArrayOutput()), statements);
        }
        if (arrays.Length > 0)
        {
            writer.Separate();
        }
    }

    /// <summary>Outputs last: they may share storage with each other's arguments.</summary>
    private static void Close(SourceWriter writer, Request request, Function gradient, StatementWriter statements)
    {
        writer.Separate();
        int next = 1;
        foreach (ModelParameter variable in request.Variables())
        {
            string[] parts = [.. variable.Leaves.Where(static l => l.Type.IsReal()).Select(l => variable.Shape is ParameterShape.Scalar or ParameterShape.Struct ? statements.Text(gradient.Results[next++]) : "")];
            if (variable.Shape is ParameterShape.Scalar)
            {
                writer.Line(variable.Output() + " = " + parts[0] + ";");
            }
            else if (variable.Shape is ParameterShape.Struct)
            {
                writer.Line(variable.Output() + " = " + Rebuilt(variable, variable.Argument(), parts) + ";");
            }
        }
        writer.Line("return " + statements.Text(gradient.Results[0]) + ";");
    }

    /// <summary>A struct variable's derivative from those of its real parts; other state is copied from <paramref name="source"/>.</summary>
    public static string Rebuilt(ModelParameter variable, string source, IReadOnlyList<string> parts)
    {
        string text = Regex.Replace(variable.Rebuild, @"(?<![\w.@{])" + Regex.Escape(variable.Argument()) + @"(?!\w)", _ => source);
        int next = 0;
        for (int i = 0; i < variable.Leaves.Count; i++)
        {
            if (variable.Leaves[i].Type.IsReal())
            {
                text = text.Replace("{" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}", parts[next++]);
            }
        }
        return text;
    }

    /// <summary>True when a struct has state besides its reals, which a derivative copies.</summary>
    public static bool CopiesState(ModelParameter variable) => Rebuilt(variable, "\u0001", [.. variable.Leaves.Select(static _ => "")]).Contains("\u0001")
        && variable.Leaves.Any(static l => !l.Type.IsReal());
}
