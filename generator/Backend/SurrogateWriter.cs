using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;
using Proxima.Generator.Transforms.Surrogates;

namespace Proxima.Generator.Backend;

/// <summary>
/// Writes the private methods behind explanations, beside the model: terms of points, terms of columns of their first layer's results, the link, and the kink
/// arguments. Where the model is explained as a whole, what comes before its link.
/// </summary>
internal sealed class SurrogateWriter
{
    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly SurrogatePrograms _programs;

    private SurrogateWriter(SourceWriter writer, Request request, SurrogatePrograms programs)
    {
        _writer = writer;
        _request = request with { IsStatic = true }; // nothing here reads an instance
        _programs = programs;
    }

    /// <param name="request">With arrays as spans.</param>
    public static void Write(SourceWriter writer, Request request, SurrogatePrograms programs, IReadOnlyDictionary<string, string> renamed)
    {
        SurrogateWriter methods = new(writer, request, programs);
        if (programs.Link is { } link)
        {
            methods.WriteLink(link);
        }
        for (int i = 0; i < programs.Terms.Count; i++)
        {
            methods.WriteTerm(programs.Terms[i], i);
        }
        if (programs.Kinks is { } kinks)
        {
            methods.WriteKinks(kinks);
        }
        if (programs is { Margin: { } margin, MarginGradient: { } gradient })
        {
            WriteMargin(writer, request, margin, gradient, renamed);
        }
    }

    /// <summary>The name of a term's method: terms count from 1.</summary>
    public static string Term(Request request, int index) => request.Prefix + "Term" + Literals.Text(Build.Int(index + 1));

    public static string Head(Request request, int index) => request.Prefix + "Head" + Literals.Text(Build.Int(index + 1));

    private static void WriteMargin(SourceWriter writer, Request request, Module margin, Module gradient, IReadOnlyDictionary<string, string> renamed)
    {
        Request before = request.WithFields() with { Prefix = request.Prefix + "Margin", Accessibility = "private" };
        writer.Separate();
        writer.Line("// What the link is applied to.");
        CalleeWriter.WriteValue(writer, before, margin.Main, renamed);
        writer.Separate();
        GradientWriter.WriteMethod(writer, before, gradient.Main, renamed);
    }

    private void WriteTerm(TermCode term, int index)
    {
        string what = SurrogateRemarks.Of(_programs.Decomposition!, term.Program);
        if (term is { HeadValue: { } value, HeadGradient: { } slopes, Program.Layer: { } layer })
        {
            _writer.Separate();
            _writer.Line("// Term " + Literals.Text(Build.Int(index + 1)) + what + ", from the results of its first layer: lanes are points.");
            WriteHead(Head(_request, index), value, layer, hasGradient: false);
            _writer.Separate();
            WriteHead(Head(_request, index) + "Gradient", slopes, layer, hasGradient: true);
            if (!SurrogateCompanion.CallsTerms(_request, _programs))
            {
                return;
            }
        }
        _writer.Separate();
        _writer.Line("// Term " + Literals.Text(Build.Int(index + 1)) + what + ".");
        WriteScalar(Term(_request, index), term.Value);
        if (term is { HeadValue: null, Gradient: { } gradient })
        {
            _writer.Separate();
            WriteScalar(Term(_request, index) + "Gradient", gradient);
        }
    }

    /// <summary>A function of numbers that gives one, or its value and then derivatives as outputs.</summary>
    private void WriteScalar(string name, Function function)
    {
        Dictionary<string, string> renamed = new() { [function.Name] = name };
        string[] outputs = function.Results.Count == 1 ? [] : ["value", .. function.Parameters.Where(static p => p.IsVariable).Select(static p => "d" + char.ToUpperInvariant(p.Name[0]) + p.Name.Substring(1))];
        CalleeWriter.Write(_writer, _request, function, renamed, outputs);
    }

    private void WriteLink(LinkCode link)
    {
        _writer.Separate();
        _writer.Line("// The link, " + SurrogateRemarks.Of(link) + ", and where slopes are wanted its slope.");
        string argument = link.Both.Parameters[0].Name;
        Shape shape = link.Lanes is { } lanes ? new(ScalarType.Double, "Vector512", lanes.Names, lanes.Arrays) : Shape.Scalar;
        Function function = link.Lanes?.Function ?? link.Both;
        using (_request.Body(_writer, "private static void " + _request.Prefix + "Link(ReadOnlySpan<double> margins, Span<double> results, Span<double> slopes)"))
        {
            StatementWriter statements = new(_writer, function, shape, new Dictionary<string, string>(), ["margins", "results", "slopes", "point", "rest"]);
            string spelled = statements.Text(Build.Name(argument, ScalarType.Double));
            if (link.Lanes is null)
            {
                using (_writer.Block("for (int point = 0; point < margins.Length; point++)"))
                {
                    _writer.Line("double " + spelled + " = margins[point];");
                    statements.Write(function.Body);
                    _writer.Line("results[point] = " + statements.Text(function.Results[0]) + ";");
                    WriteIf("!slopes.IsEmpty", () => _writer.Line("slopes[point] = " + statements.Text(function.Results[1]) + ";"));
                }
                return;
            }
            _writer.Line("int point = 0;");
            using (_writer.Block("for (; point <= margins.Length - Vector512<double>.Count; point += Vector512<double>.Count)"))
            {
                _writer.Line("Vector512<double> " + spelled + " = Batch.Load(margins, point);");
                statements.Write(function.Body);
                _writer.Line("Batch.Store(" + statements.Lanes(function.Results[0]) + ", results, point);");
                WriteIf("!slopes.IsEmpty", () => _writer.Line("Batch.Store(" + statements.Lanes(function.Results[1]) + ", slopes, point);"));
            }
            _writer.Lines("""
                if (point < margins.Length)
                {
                    // What is left over takes whole lanes too, so that the same margin gives the same bits anywhere.
                    Span<double> rest = stackalloc double[3 * Vector512<double>.Count];
                    rest.Clear();
                    margins.Slice(point).CopyTo(rest);
                    LINK(rest.Slice(0, 8), rest.Slice(8, 8), slopes.IsEmpty ? default : rest.Slice(16, 8));
                    rest.Slice(8, margins.Length - point).CopyTo(results.Slice(point));
                    if (!slopes.IsEmpty)
                    {
                        rest.Slice(16, margins.Length - point).CopyTo(slopes.Slice(point));
                    }
                }
                """.Replace("LINK", _request.Prefix + "Link"));
        }
    }

    private void WriteIf(string condition, System.Action body)
    {
        using (_writer.Block("if (" + condition + ")"))
        {
            body();
        }
    }

    private void WriteHead(string name, Lanes lanes, Layer layer, bool hasGradient)
    {
        Shape shape = new(ScalarType.Double, "Vector512", lanes.Names, lanes.Arrays);
        string[] own = ["units", "results", "gradients", "points", "point"];
        MethodInParts method = new(_request, lanes.Function, name, shape, layer.Units.Where(own.Contains).ToDictionary(static unit => unit, static unit => unit + "OfLayer"));
        Function whole = method.Body with { Body = method.Slots.Concat(method.Body.Body.Statements).ToBlock() };
        StatementWriter statements = new(_writer, whole, method.Shape, method.Renamed, own, method.IsInParts);
        string outputs = hasGradient ? ", Span<double> results, Span<double> gradients)" : ", Span<double> results)";
        _writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (_request.Body(_writer, "private static void " + name + "(ReadOnlySpan<double> units" + outputs))
        {
            method.WriteHead(_writer);
            statements.Write(method.Slots.ToBlock());
            _writer.Line("int points = results.Length;");
            using (_writer.Block("for (int point = 0; point < points; point += Vector512<double>.Count)"))
            {
                string[] units = [.. layer.Units];
                for (int j = 0; j < units.Length; j++)
                {
                    _writer.Line("Vector512<double> " + statements.Text(Build.Name(units[j], ScalarType.Double)) + " = Batch.Load(units, " + Column(j) + ");");
                }
                _writer.Separate();
                statements.Write(method.Body.Body);
                _writer.Separate();
                _writer.Line("Batch.Store(" + statements.Lanes(method.Body.Results[0]) + ", results, point);");
                for (int j = 0; hasGradient && j < units.Length; j++)
                {
                    _writer.Line("Batch.Store(" + statements.Lanes(method.Body.Results[1 + j]) + ", gradients, " + Column(j) + ");");
                }
            }
        }
        method.WriteParts(_writer, showsSources: false);
    }

    private static string Column(int unit) => unit switch
    {
        0 => "point",
        1 => "points + point",
        _ => Literals.Text(Build.Int(unit)) + " * points + point",
    };

    private void WriteKinks(Function kinks)
    {
        Dictionary<string, string> renamed = _programs.Decomposition!.Coordinates.ToDictionary(static c => c.Name, static c => "x[" + Literals.Text(Build.Int(c.Place)) + "]");
        MethodInParts method = new(_request, kinks, _request.Prefix + "Kinks", Shape.Scalar, renamed);
        _writer.Separate();
        _writer.Line("// The numbers whose signs choose the affine piece, in the order in which the model computes them.");
        using (_request.Body(_writer, "private static void " + _request.Prefix + "Kinks(ReadOnlySpan<double> x, Span<double> arguments)"))
        {
            StatementWriter statements = new(_writer, method.Main, Shape.Scalar, method.Renamed, ["x", "arguments"], method.IsInParts);
            method.WriteHead(_writer);
            statements.Write(method.Main.Body);
            for (int i = 0; i < kinks.Results.Count; i++)
            {
                _writer.Line("arguments[" + Literals.Text(Build.Int(i)) + "] = " + statements.Text(method.Main.Results[i]) + ";");
            }
        }
        method.WriteParts(_writer, showsSources: false);
    }
}
