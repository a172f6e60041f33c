using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>
/// A companion's function as the method that is written and the private methods it calls where it is too long for one. Every companion goes through here,
/// so that no method is emitted that the JIT compiler would not optimise.
/// </summary>
internal sealed class MethodInParts
{
    private readonly Request _request;
    private readonly Chunked _chunked;
    private readonly string _name;

    /// <param name="name">The companion's name, which its parts' names start with.</param>
    /// <param name="renamed">Names that are spelled otherwise in C#.</param>
    public MethodInParts(Request request, Function function, string name, Shape shape, IReadOnlyDictionary<string, string> renamed)
    {
        _request = request;
        _name = name;
        HashSet<string> outside = [.. request.Parameters.SelectMany(static p => p.Leaves.Select(static l => Root(l.Access)).Append(p.Name)), "pattern"];
        _chunked = Chunks.Run(function, request.MethodLimits, MethodSize.Lanes(shape.Names, shape.Arrays), statement => MentionsAny(statement, outside));
        Shape = _chunked.Slots.Any(static s => s.IsLanes) ? shape with { Arrays = [.. shape.Arrays, .. _chunked.Slots.Where(static s => s.IsLanes).Select(static s => s.Name)] } : shape;
        Dictionary<string, string> names = renamed.ToDictionary(static r => r.Key, static r => r.Value);
        for (int i = 0; i < _chunked.Parts.Count; i++)
        {
            names[_chunked.Parts[i].Name] = name + "Part" + Literals.Text(Build.Int(i + 1));
        }
        Renamed = names;
    }

    public bool IsInParts => _chunked.Parts.Count > 0;

    /// <summary>What is left of the function in the companion itself, slots included.</summary>
    public Function Main => IsInParts ? _chunked.Module.Main : _chunked.Main;

    /// <summary>The same without the slots, for a body that runs more than once.</summary>
    public Function Body => _chunked.Main;

    /// <summary>The arrays of slots.</summary>
    public IEnumerable<Statement> Slots => _chunked.Arrays;

    public Shape Shape { get; }

    /// <summary>Names that are spelled otherwise in C#, the parts' among them.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; }

    /// <summary>Says at the companion's head why it calls parts.</summary>
    public void WriteHead(SourceWriter writer)
    {
        if (IsInParts)
        {
            writer.Line("// In parts, because .NET does not optimise longer methods; the slots hold what one part leaves to others.");
        }
    }

    /// <summary>Writes the parts after the companion.</summary>
    public void WriteParts(SourceWriter writer, bool showsSources)
    {
        for (int i = 0; i < _chunked.Parts.Count; i++)
        {
            writer.Separate();
            WritePart(writer, _chunked.Parts[i], i + 1, showsSources);
        }
    }

    private void WritePart(SourceWriter writer, Function part, int number, bool showsSources)
    {
        Dictionary<string, string> renamed = Renamed.ToDictionary(static r => r.Key, static r => r.Value);
        Names names = Names.Of(part);
        List<string> parameters = [];
        foreach (Parameter parameter in part.Parameters)
        {
            string spelled = renamed.TryGetValue(parameter.Name, out string? other) ? other : parameter.Name;
            string name = new([.. spelled.Where(static c => char.IsLetterOrDigit(c) || c == '_')]);
            if (name != parameter.Name)
            {
                renamed[parameter.Name] = name = names.Fresh(name);
            }
            parameters.Add(Type(parameter) + " " + Keywords.Escape(name));
        }
        foreach (string line in Documented(part, number, showsSources))
        {
            writer.Line("// " + line);
        }
        if (Shape.VectorClass.Length > 0)
        {
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        }
        using (_request.Body(writer, Signature("private " + (_request.IsStatic ? "static " : "") + "void " + Renamed[part.Name], parameters)))
        {
            StatementWriter statements = new(writer, part, Shape, renamed, isInParts: true) { ShowsSources = showsSources };
            statements.Write(part.Body);
        }
    }

    private static string Signature(string head, List<string> parameters)
    {
        string line = head + "(" + string.Join(", ", parameters) + ")";
        return line.Length <= 160 ? line : head + "(\n    " + string.Join(",\n    ", Lines(parameters)) + ")";
    }

    /// <summary>Six parameters to a line.</summary>
    private static IEnumerable<string> Lines(List<string> parameters)
    {
        for (int i = 0; i < parameters.Count; i += 6)
        {
            yield return string.Join(", ", parameters.Skip(i).Take(6));
        }
    }

    private string Type(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Scalar => Shape.Type(parameter.Type, Shape.Names.Contains(parameter.Name)),
        ParameterKind.Array => "ReadOnlySpan<" + Shape.Type(parameter.Type, Shape.Arrays.Contains(parameter.Name)) + ">",
        _ => "Span<" + Shape.Type(parameter.Type, Shape.Arrays.Contains(parameter.Name)) + ">",
    };

    /// <summary>What a part computes, and the slots it reads and writes.</summary>
    private IEnumerable<string> Documented(Function part, int number, bool showsSources)
    {
        HashSet<string> read = [.. part.Body.Statements.OfType<Let>().Where(l => l.Value is Element element && _chunked.Slots.Any(s => s.Name == element.Array)).Select(static l => l.Name)];
        string[] sources = [.. part.Body.Statements.Select(static s => s.Source).Where(static s => s.Length > 0)];
        string[] values = [.. part.Body.Statements.SelectMany(Walker.Defines).Select(static d => d.Name).Where(n => !read.Contains(n))];
        string what = showsSources && sources.Length > 0 ? "derivatives " + FromTo("of '" + sources[0] + "'", "from '" + sources[0] + "' back to '" + sources[sources.Length - 1] + "'", sources)
            : values.Length > 0 ? FromTo(values[0], "from " + values[0] + " to " + values[values.Length - 1], values)
            : "elements of arrays";
        yield return "Part " + Literals.Text(Build.Int(number)) + " of " + Literals.Text(Build.Int(_chunked.Parts.Count)) + " of " + _name + ": " + what + ".";
        foreach (Slots slots in _chunked.Slots)
        {
            string reads = Ranges(Walker.Expressions(part.Body).OfType<Element>().Where(e => e.Array == slots.Name).Select(static e => (int)((Constant)e.Index).Bits));
            string writes = Ranges(Walker.Statements(part.Body).OfType<Store>().Where(s => s.Array == slots.Name).Select(static s => (int)((Constant)s.Index).Bits));
            if (reads.Length + writes.Length > 0)
            {
                yield return (reads.Length > 0 ? "Reads " + slots.Name + " " + reads : "") + (reads.Length > 0 && writes.Length > 0 ? "; writes " : writes.Length > 0 ? "Writes " + slots.Name + " " : "") + writes + ".";
            }
        }
    }

    private static string FromTo(string one, string several, string[] items) => items[0] == items[items.Length - 1] ? one : several;

    /// <summary>0 to 3, 7, 9 to 12; no more than a line of it.</summary>
    private static string Ranges(IEnumerable<int> numbers)
    {
        const int Most = 6;
        int[] sorted = [.. numbers.Distinct().OrderBy(static n => n)];
        List<string> ranges = [];
        for (int i = 0; i < sorted.Length;)
        {
            int end = i;
            while (end + 1 < sorted.Length && sorted[end + 1] == sorted[end] + 1)
            {
                end++;
            }
            string first = Literals.Text(Build.Int(sorted[i])), last = Literals.Text(Build.Int(sorted[end]));
            ranges.Add(end == i ? first : first + (end == i + 1 ? ", " : " to ") + last);
            i = end + 1;
        }
        return string.Join(", ", ranges.Take(Most)) + (ranges.Count > Most ? ", …, " + Literals.Text(Build.Int(sorted[sorted.Length - 1])) + " (" + Literals.Text(Build.Int(sorted.Length)) + " in all)" : "");
    }

    /// <summary>True when a statement says C# that means something only among the companion's own parameters.</summary>
    private static bool MentionsAny(Statement statement, HashSet<string> names)
    {
        IEnumerable<string> texts = Walker.Expressions(statement).OfType<External>().Select(static e => e.Text)
            .Concat(Walker.Blocks(statement).SelectMany(Walker.Statements).Prepend(statement).Select(static s => s switch { Throw thrown => thrown.Text, Call call => call.Function, _ => "" }));
        return texts.Any(text => Regex.Matches(text, @"[\w@]+").Cast<Match>().Any(m => names.Contains(m.Value.TrimStart('@'))));
    }

    /// <summary>The first identifier of an access.</summary>
    private static string Root(string access) => Regex.Match(access, @"\w+").Value;
}
