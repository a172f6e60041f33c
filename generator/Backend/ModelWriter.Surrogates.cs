using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms.Surrogates;

namespace Proxima.Generator.Backend;

// What the model struct tells explanations.
internal sealed partial class ModelWriter
{
    private void WriteSurrogate(SurrogatePrograms programs)
    {
        WriteStructure(programs);
        WriteTermMembers("TermValues(int term, ReadOnlySpan<double> rows, Span<double> results)", programs, (index, term) =>
        {
            if (term is null)
            {
                WriteEachRow(programs.Margin is null ? "((IFunction<double>)this).Values(rows, results);" : null, "results[row] = " + Owner + _request.Prefix + "MarginValue(" + string.Join(", ", Flat().Arguments("rows.Slice(row * Dimension, Dimension)")) + ");");
            }
            else if (term.HeadValue is null)
            {
                WriteEachRow(null, "results[row] = " + SurrogateWriter.Term(_request, index) + "(" + string.Join(", ", TermArguments(programs, term)) + ");");
            }
        }, static term => term?.HeadValue is null);
        WriteTermMembers("TermGradients(int term, ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients)", programs, (index, term) =>
        {
            if (term is null)
            {
                WriteWholeGradients(programs);
            }
            else if (term.Gradient is null)
            {
                _writer.Line("gradients.Clear(); // constant between jumps");
                _writer.Line("TermValues(term, rows, results);");
            }
            else if (term.HeadValue is null)
            {
                WriteTermGradients(programs, index, term);
            }
        }, static term => term?.HeadValue is null);
        WriteTermMembers("HeadValues(int term, ReadOnlySpan<double> units, Span<double> results)", programs, (index, _) =>
            _writer.Line(SurrogateWriter.Head(_request, index) + "(units, results);"), static term => term?.HeadValue is not null);
        WriteTermMembers("HeadGradients(int term, ReadOnlySpan<double> units, Span<double> results, Span<double> gradients)", programs, (index, _) =>
            _writer.Line(SurrogateWriter.Head(_request, index) + "Gradient(units, results, gradients);"), static term => term?.HeadValue is not null);
        WriteMember("Link(ReadOnlySpan<double> margins, Span<double> results, Span<double> slopes)", programs.HasLink ? _request.Prefix + "Link(margins, results, slopes)" : "throw new NotSupportedException()");
        WriteMember("KinkArguments(ReadOnlySpan<double> x, Span<double> arguments)", programs.Kinks is not null ? _request.Prefix + "Kinks(x, arguments)" : "throw new NotSupportedException()");
        if (_real == "float")
        {
            WriteSingle();
        }
    }

    /// <summary>The contract in float: everything is computed in double and rounded once.</summary>
    private void WriteSingle()
    {
        foreach ((string member, string parameters) in new[]
        {
            ("TermValues", "int term, ReadOnlySpan<float> rows, Span<float> results"),
            ("TermGradients", "int term, ReadOnlySpan<float> rows, Span<float> results, Span<float> gradients"),
            ("HeadValues", "int term, ReadOnlySpan<float> units, Span<float> results"),
            ("HeadGradients", "int term, ReadOnlySpan<float> units, Span<float> results, Span<float> gradients"),
            ("Link", "ReadOnlySpan<float> margins, Span<float> results, Span<float> slopes"),
            ("KinkArguments", "ReadOnlySpan<float> x, Span<float> arguments"),
        })
        {
            string arguments = string.Join(", ", parameters.Split([", "], System.StringSplitOptions.None).Select(static p => p.Substring(p.LastIndexOf(' ') + 1)));
            _writer.Separate();
            _writer.Line("void ISurrogate<float>." + member + "(" + parameters + ") => SurrogateInSingle." + member + "(this, " + arguments + ");");
        }
    }

    private void WriteMember(string signature, string body)
    {
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line("public void " + signature + " => " + body + ";");
    }

    private void WriteTermMembers(string signature, SurrogatePrograms programs, System.Action<int, TermCode?> write, System.Func<TermCode?, bool> has)
    {
        TermCode?[] terms = programs.Decomposition is null ? [null] : [.. programs.Terms];
        int affine = programs.Decomposition is { Affine.Count: > 0 } ? 1 : 0;
        if (!terms.Any(has))
        {
            WriteMember(signature, "throw new NotSupportedException()");
            return;
        }
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        using (_writer.Block("public void " + signature))
        {
            using (_writer.Block("switch (term)"))
            {
                for (int i = 0; i < terms.Length; i++)
                {
                    if (has(terms[i]))
                    {
                        _writer.Line("case " + Literals.Text(Build.Int(affine + i)) + ":");
                        using (_writer.Indent())
                        {
                            write(i, terms[i]);
                            _writer.Line("return;");
                        }
                    }
                }
                _writer.Line("default:");
                using (_writer.Indent())
                {
                    _writer.Line("throw new NotSupportedException();");
                }
            }
        }
    }

    private void WriteEachRow(string? all, string each)
    {
        if (all is not null)
        {
            _writer.Line(all);
            return;
        }
        using (_writer.Block("for (int row = 0; row < results.Length; row++)"))
        {
            _writer.Line(each);
        }
    }

    private void WriteWholeGradients(SurrogatePrograms programs)
    {
        if (programs.Margin is null)
        {
            _writer.Line("((IGradient<double>)this).Gradients(rows, results, gradients);");
            return;
        }
        using (_writer.Block("for (int row = 0; row < results.Length; row++)"))
        {
            FlatPoint flat = Flat();
            List<string> after = [];
            _writer.Line("Span<double> gradient = gradients.Slice(row * Dimension, Dimension);");
            string[] outputs = flat.Outputs("gradient", "d", after);
            _writer.Line("results[row] = " + Owner + _request.Prefix + "MarginGradient(" + string.Join(", ", flat.Arguments("rows.Slice(row * Dimension, Dimension)").Concat(outputs)) + ");");
            after.ForEach(_writer.Line);
        }
    }

    private void WriteTermGradients(SurrogatePrograms programs, int index, TermCode term)
    {
        Decomposition model = programs.Decomposition!;
        int size = term.Program.Variables.Count;
        using (_writer.Block("for (int row = 0; row < results.Length; row++)"))
        {
            List<string> outputs = ["out results[row]"];
            for (int v = 0; v < size; v++)
            {
                if (model.Coordinates[term.Program.Variables[v]].Type.IsReal())
                {
                    outputs.Add("out gradients[" + Row(size, v) + "]");
                }
                else
                {
                    _writer.Line("gradients[" + Row(size, v) + "] = 0.0;");
                }
            }
            _writer.Line(SurrogateWriter.Term(_request, index) + "Gradient(" + string.Join(", ", TermArguments(programs, term).Concat(outputs)) + ");");
        }
    }

    private static string Row(int size, int variable) => size == 1 ? "row" : "row * " + Text(size) + (variable == 0 ? "" : " + " + Text(variable));

    private static string Text(int number) => Literals.Text(Build.Int(number));

    /// <summary>A term's arguments from row <c>row</c> of <c>rows</c>, in the order of its parameters; constants of the model from the fields.</summary>
    private IEnumerable<string> TermArguments(SurrogatePrograms programs, TermCode term)
    {
        Decomposition model = programs.Decomposition!;
        int size = term.Program.Variables.Count;
        bool isNarrow = _real == "float";
        foreach (Parameter parameter in term.Value.Parameters.OrderBy(static p => p.Kind))
        {
            int variable = term.Program.Variables.ToList().FindIndex(v => model.Coordinates[v].Name == parameter.Name);
            string number = "rows[" + Row(size, variable) + "]";
            yield return variable < 0 ? HeldLeaf(parameter.Name) : parameter.Type switch
            {
                ScalarType.Bool => number + " != 0",
                ScalarType.Double => isNarrow ? "(float)" + number : number, // the model compares what it was given
                var type => "(" + type.Keyword() + ")" + number,
            };
        }
    }

    /// <summary>A constant of the model from the struct's field.</summary>
    private string HeldLeaf(string name)
    {
        (ModelParameter parameter, Leaf leaf) = _request.Parameters.SelectMany(static p => p.Leaves.Select(l => (p, l))).First(p => p.l.Name == name);
        string held = "_" + parameter.Name + (parameter.IsSpan ? ".Span" : "");
        return Regex.Replace(leaf.Access, @"(?<![\w.@])" + Regex.Escape(parameter.Argument()) + @"(?!\w)", _ => held);
    }

    private void WriteStructure(SurrogatePrograms programs)
    {
        bool isFixed = Places().All(static p => p.Parameter.Shape is ParameterShape.Scalar or ParameterShape.Struct or ParameterShape.Constant);
        _writer.Separate();
        if (isFixed)
        {
            _writer.Line("/// <inheritdoc/>");
            _writer.Line("public SurrogateStructure Structure => s_structure;");
            _writer.Separate();
            WriteStructure(programs, "private static readonly SurrogateStructure s_structure = ", Dimension());
            return;
        }
        _writer.Line("/// <inheritdoc/>");
        _writer.Line("public SurrogateStructure Structure => s_structure is { } known && known.Dimension == Dimension ? known : s_structure = StructureOf(Dimension);");
        _writer.Separate();
        _writer.Line("private static SurrogateStructure? s_structure;");
        _writer.Separate();
        WriteStructure(programs, "private static SurrogateStructure StructureOf(int dimension) => ", "dimension");
    }

    private void WriteStructure(SurrogatePrograms programs, string head, string dimension)
    {
        Decomposition? model = programs.Decomposition;
        List<string> properties = [];
        if (model is not null && model.Constant != 0)
        {
            properties.Add("Constant = " + Literals.Text(Build.Double(model.Constant)));
        }
        if (programs.HasLink)
        {
            properties.Add("HasLink = true");
        }
        if (programs.Pieces != Pieces.Smooth)
        {
            properties.Add("Pieces = SurrogatePieces." + programs.Pieces);
        }
        if (programs.Kinks is { } kinks)
        {
            properties.Add("Kinks = " + Text(kinks.Results.Count));
        }
        string[] discrete = [.. Places().Where(static p => p.Parameter.IsDiscrete).Select(static p => Text(p.Index))];
        if (discrete.Length > 0)
        {
            properties.Add("Discrete = [" + string.Join(", ", discrete) + "]");
        }
        string end = properties.Count == 0 ? ";" : " { " + string.Join(", ", properties) + " };";
        if (model is null)
        {
            // One term that reads every coordinate: nothing else is known.
            _writer.Line(head + "new(" + dimension + ", SurrogateStructure.Whole(" + dimension + ").Terms.ToArray())" + end);
            return;
        }
        _writer.Line(head + "new(" + dimension + ",");
        using (_writer.Indent())
        {
            _writer.Line("[");
            using (_writer.Indent())
            {
                if (model.Affine.Count > 0)
                {
                    WriteTerm("Affine", model.Affine.Select(w => model.Coordinates[w.Key].Place), [model.Affine.Select(static w => w.Value), null], "0.0");
                }
                foreach (TermCode term in programs.Terms)
                {
                    IEnumerable<int> places = term.Program.Variables.Select(v => model.Coordinates[v].Place);
                    if (term.Program.Layer is { } layer)
                    {
                        WriteTerm("Layered", places, [layer.Weights, layer.Offsets], null);
                    }
                    else
                    {
                        WriteTerm("Of", places, [], null);
                    }
                }
            }
            _writer.Line("])" + end);
        }
    }

    private void WriteTerm(string kind, IEnumerable<int> places, IEnumerable<double>?[] numbers, string? last)
    {
        List<string> parts = ["[" + string.Join(", ", places.Select(Text)) + "]"];
        parts.AddRange(numbers.Where(static n => n is not null).Select(static n => "[" + string.Join(", ", n!.Select(static w => Literals.Text(Build.Double(w)))) + "]"));
        if (last is not null)
        {
            parts.Add(last);
        }
        string line = "SurrogateTerm." + kind + "(" + string.Join(", ", parts) + "),";
        if (line.Length <= 160)
        {
            _writer.Line(line);
            return;
        }
        _writer.Line("SurrogateTerm." + kind + "(");
        using (_writer.Indent())
        {
            for (int i = 0; i < parts.Count; i++)
            {
                WriteNumbers(parts[i] + (i < parts.Count - 1 ? "," : "),"));
            }
        }
    }

    /// <summary>A long list over several lines.</summary>
    private void WriteNumbers(string list)
    {
        const int Width = 150;
        while (list.Length > Width)
        {
            int end = list.LastIndexOf(' ', Width);
            _writer.Line(list.Substring(0, end));
            list = list.Substring(end + 1);
        }
        _writer.Line(list);
    }
}
