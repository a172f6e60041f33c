using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>
/// A variable of a model as bounds take it: an interval for a number, a span of them for an array, a matrix of them for a matrix; a struct is taken apart into its
/// numbers, because no struct of the user's holds intervals.
/// </summary>
internal sealed record BoxVariable(ModelParameter Parameter, Leaf Leaf)
{
    /// <summary>What a number becomes.</summary>
    public string Type { get; init; } = "Interval";

    public static IReadOnlyList<BoxVariable> Of(Request request) =>
        [.. request.Variables().SelectMany(static v => v.Leaves.Where(static l => l.Type.IsReal()).Select(l => new BoxVariable(v, l)))];

    public bool IsArray => Leaf.IsArray;

    private bool IsMatrix => Parameter.Shape == ParameterShape.Matrix;

    /// <summary>The parameter's name; for a part of a struct the name that the model's statements know it by.</summary>
    public string Name => Parameter.Shape == ParameterShape.Struct ? Leaf.Name : Parameter.Name;

    /// <summary>What it is in the model's words.</summary>
    public string Source => Parameter.Shape == ParameterShape.Struct ? Leaf.Access : Parameter.Name;

    public string Argument => Keywords.Escape(Name);

    public string DeclaredInput(string prefix) => (IsMatrix ? Type + "[,] " : IsArray ? "ReadOnlySpan<" + Type + "> " : Type + " ") + Keywords.Escape(Named(prefix));

    public string DeclaredOutput(string prefix) => (IsMatrix ? "Interval[,] " : IsArray ? "Span<Interval> " : "out " + (Type == "IntervalLanes" ? Type : "Interval") + " ") + Output(prefix);

    public string Output(string prefix) => Keywords.Escape(Named(prefix));

    private string Named(string prefix) => prefix.Length == 0 ? Name : prefix + char.ToUpperInvariant(Name[0]) + Name.Substring(1);

    /// <summary>The span behind the variable, or behind its output or direction.</summary>
    public string Span(string prefix) => IsMatrix ? Named(prefix) + "Flat" : Keywords.Escape(Named(prefix));

    public IEnumerable<string> Kept => [Name, Named("d"), Named("h"), Named("v"), Named("d") + "Flat", Named("h") + "Flat", Named("v") + "Flat"];

    /// <summary>Locals for matrices, and for names that the IR has for what the signature calls otherwise.</summary>
    public IEnumerable<string> Locals(string prefix, bool hasDirections)
    {
        if (IsMatrix)
        {
            yield return "ReadOnlySpan<" + Type + "> " + Span("") + " = Boxes.Flatten(" + Argument + ");";
            if (hasDirections)
            {
                yield return "ReadOnlySpan<Interval> " + Span("v") + " = Boxes.Flatten(" + Keywords.Escape(Named("v")) + ");";
            }
            if (prefix.Length > 0)
            {
                yield return "Span<Interval> " + Span(prefix) + " = Boxes.Flatten(" + Output(prefix) + ");";
            }
            foreach (Leaf part in Parameter.Leaves.Where(static l => !l.IsArray))
            {
                yield return part.Type.Keyword() + " " + Keywords.Escape(part.Name) + " = " + part.Access + ";";
            }
        }
    }

    /// <summary>How the IR's names are spelled.</summary>
    public void Rename(Dictionary<string, string> renamed, string prefix)
    {
        if (Leaf.Name != Name || IsMatrix)
        {
            renamed[Leaf.Name] = IsArray ? Span("") : Argument;
        }
        renamed[Operand.IrName("v", Leaf)] = IsArray ? Span("v") : Keywords.Escape(Named("v"));
        if (IsArray)
        {
            renamed[prefix == "d" ? Parameter.ArrayOutput() : Operand.IrName(prefix, Leaf)] = Span(prefix);
        }
    }

    public static bool IsFixed(IReadOnlyList<BoxVariable> variables) => variables.All(static v => !v.IsArray) && variables.Count <= 128;

    /// <summary>How many numbers the variables are.</summary>
    public static string Size(IReadOnlyList<BoxVariable> variables)
    {
        int scalars = variables.Count(static v => !v.IsArray);
        IEnumerable<string> arrays = variables.Where(static v => v.IsArray).Select(static v => v.Argument + ".Length");
        return string.Join(" + ", scalars > 0 ? new[] { Literals.Text(Build.Int(scalars)) }.Concat(arrays) : arrays);
    }

    /// <summary>Output arguments that fill a flat span; what has to be copied there after the call joins <paramref name="after"/>.</summary>
    public static string[] Outputs(IReadOnlyList<BoxVariable> variables, string flat, SourceWriter writer, List<string> after)
    {
        List<string> outputs = [];
        string start = "";
        int index = 0;
        foreach (BoxVariable variable in variables)
        {
            string at = FlatPoint.At(start, index);
            if (!variable.IsArray)
            {
                outputs.Add("out " + flat + "[" + at + "]");
                index++;
                continue;
            }
            if (variable.IsMatrix)
            {
                string name = variable.Output("d");
                writer.Line("Interval[,] " + name + " = new Interval[" + variable.Argument + ".GetLength(0), " + variable.Argument + ".GetLength(1)];");
                outputs.Add(name);
                after.Add("Boxes.Flatten(" + name + ").CopyTo(" + flat + ".Slice(" + at + "));");
            }
            else
            {
                outputs.Add(flat + ".Slice(" + at + ", " + variable.Argument + ".Length)");
            }
            start = (start.Length == 0 ? "" : start + " + ") + variable.Argument + ".Length";
        }
        return [.. outputs];
    }
}
