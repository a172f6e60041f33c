using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms.Surrogates;

namespace Proxima.Generator.Backend;

/// <summary>
/// Writes <c>FSurrogate</c>: one row against one baseline. Terms of few numbers are written out coalition by coalition; others, and integrated gradients, are the
/// runtime's.
/// </summary>
internal sealed partial class SurrogateCompanion
{
    private const int MostPlayers = 3;

    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly SurrogatePrograms _programs;
    private readonly ModelParameter[] _explained;
    private readonly Names _names;
    private readonly string _owner;

    private SurrogateCompanion(SourceWriter writer, Request request, SurrogatePrograms programs, string owner)
    {
        _writer = writer;
        _request = request;
        _programs = programs;
        _owner = owner;
        _explained = [.. request.Parameters.Where(static p => p.IsCoordinate())];
        _names = new(request.Parameters.Select(static p => p.Name).Concat(_explained.SelectMany(static p => new[] { Baseline(p), p.Output() })).Concat(["baseValue", "result", request.Method]));
    }

    /// <summary>Only numbers and arrays have a baseline and an output of their own type.</summary>
    public static bool Exists(Request request) =>
        request.Parameters.Where(static p => p.IsCoordinate()).All(static p => !p.IsField && (p.IsDiscrete || p.Shape is ParameterShape.Scalar or ParameterShape.Array));

    /// <summary>True where the terms are written out, and called as functions of numbers.</summary>
    public static bool CallsTerms(Request request, SurrogatePrograms programs) =>
        Exists(request) && request.Surrogate!.Method == SurrogateMethod.Shapley && programs.Decomposition is { } model
        && request.Parameters.All(static p => p.Shape != ParameterShape.Array)
        && model.Terms.All(static t => t.Variables.Count <= MostPlayers);

    public static void Write(SourceWriter writer, Request request, SurrogatePrograms programs, string owner)
    {
        if (Exists(request))
        {
            new SurrogateCompanion(writer, request, programs, owner).WriteOne();
            writer.Separate();
            new SurrogateCompanion(writer, request, programs, owner).WriteBatch();
        }
    }

    private static string Baseline(ModelParameter parameter) => "b" + parameter.Capital;

    private string Name => _request.Prefix + "Surrogate";

    private string Real => _request.Real();

    private bool IsSpecial => CallsTerms(_request, _programs);

    private string Values => _request.Surrogate!.Method == SurrogateMethod.Shapley ? "Shapley values" : "integrated gradients";

    private string Explained => _programs.HasLink ? "the margin of <see cref=\"" + _request.Cref + "\"/>" : "<see cref=\"" + _request.Cref + "\"/>";

    private void Document(bool isBatch)
    {
        _writer.Line("/// <summary>Explains " + Explained + (isBatch ? " at many rows" : "") + " by " + Values + " against one baseline: base value + Σ contributions = " + (_programs.HasLink ? "margin" : "value") + ".</summary>");
        foreach (ModelParameter parameter in _request.Parameters)
        {
            string doc = !parameter.IsCoordinate() ? "As in the model; held constant." : !isBatch ? "As in the model." : parameter.Shape == ParameterShape.Array ? "Row-major: one row of values per explanation." : "One value per row.";
            _writer.Line("/// <param name=\"" + parameter.Name + "\">" + doc + "</param>");
        }
        foreach (ModelParameter parameter in _explained)
        {
            _writer.Line("/// <param name=\"" + Baseline(parameter) + "\">What " + parameter.Name + " is in the baseline.</param>");
        }
        if (isBatch)
        {
            _writer.Line("/// <param name=\"result\">Receives the model's value per row; its length is the number of rows.</param>");
        }
        foreach (ModelParameter parameter in _explained)
        {
            _writer.Line("/// <param name=\"" + parameter.Output() + "\">Receives the contribution of " + parameter.Name + (parameter.Shape == ParameterShape.Array ? ", element by element" : "") + (isBatch ? ", per row" : "") + ".</param>");
        }
        _writer.Line("/// <param name=\"baseValue\">Receives what is explained, at the baseline" + (isBatch ? "; NaN where there are no rows" : "") + ".</param>");
        if (!isBatch)
        {
            _writer.Line("/// <returns>The model's value.</returns>");
        }
        if (isBatch || !IsSpecial)
        {
            _writer.Line("/// <exception cref=\"ArgumentException\">" + (_explained.Any(static p => p.Shape == ParameterShape.Array) || isBatch ? "A span has the wrong length or overlaps an output, or a" : "A") + " number is not finite.</exception>");
        }
        Documentation.Remarks(_writer, isBatch ? _request with { Module = _request.Module with { Main = _request.Module.Main with { Body = new Block([]) } } } : _request, [.. SurrogateRemarks.Of(_request, _programs)]);
    }

    private IEnumerable<string> Baselines => _explained.Select(static p => (p.Shape == ParameterShape.Array ? "ReadOnlySpan<" + p.Type.Keyword() + ">" : p.TypeText) + " " + Baseline(p));

    /// <summary>A contribution of a discrete number is a real.</summary>
    private string OutputType(ModelParameter parameter) => parameter.IsDiscrete ? Real : parameter.Type.Keyword();

    private void WriteOne()
    {
        Document(isBatch: false);
        IEnumerable<string> inputs = _request.Own().Select(static p => p.Declared()).Concat(Baselines);
        IEnumerable<string> outputs = _explained.Select(p => (p.Shape == ParameterShape.Array ? "Span<" : "out ") + OutputType(p) + (p.Shape == ParameterShape.Array ? "> " : " ") + p.Output()).Append("out " + Real + " baseValue");
        using (_request.Body(_writer, Companion.Signature(_request.Modifiers() + " " + Real + " " + Name, inputs, outputs)))
        {
            if (IsSpecial)
            {
                WriteTerms();
            }
            else
            {
                WriteCall();
            }
            _writer.Line("return " + Call(static p => p.Passed()) + ";");
        }
    }

    private string Call(System.Func<ModelParameter, string> argument) => Keywords.Escape(_request.Method) + "(" + string.Join(", ", _request.Own().Select(argument)) + ")";

    private string Cast(string type) => type == "float" ? "(float)" : "";

    private string Postfix(string text, string type) => type != "float" || text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '[' or ']') ? text : "(" + text + ")";

    private void WriteTerms()
    {
        Decomposition model = _programs.Decomposition!;
        Dictionary<string, ModelParameter> owners = _explained.SelectMany(static p => p.Leaves.Select(l => (p, l))).ToDictionary(static x => x.l.Name, static x => x.p);
        Dictionary<string, string> shares = [];
        List<string> start = model.Constant != 0 || (model.Affine.Count == 0 && model.Terms.Count == 0) ? [Literals.Text(Build.Double(model.Constant))] : [];
        string Here(int v) => Number(owners[model.Coordinates[v].Name], owners[model.Coordinates[v].Name].Argument());
        string There(int v) => Number(owners[model.Coordinates[v].Name], Baseline(owners[model.Coordinates[v].Name]));
        void Add(int v, string share)
        {
            string name = owners[model.Coordinates[v].Name].Name;
            if (shares.TryGetValue(name, out string? sum))
            {
                _writer.Line(sum + " += " + share + ";");
                return;
            }
            shares[name] = _names.Fresh(name + "Share");
            _writer.Line("double " + shares[name] + " = " + share + ";");
        }

        if (model.Affine.Count > 0)
        {
            _writer.Line("// The affine part: each number moves it by itself.");
        }
        foreach (KeyValuePair<int, double> weight in model.Affine)
        {
            string factor = weight.Value == 1 ? "" : weight.Value == -1 ? "-" : Literals.Text(Build.Double(weight.Value)) + " * ";
            Add(weight.Key, factor.Length == 0 ? Here(weight.Key) + " - " + There(weight.Key) : factor + "(" + Here(weight.Key) + " - " + There(weight.Key) + ")");
            start.Add(factor + There(weight.Key));
        }
        for (int t = 0; t < model.Terms.Count; t++)
        {
            _writer.Separate();
            _writer.Line("// Term " + Literals.Text(Build.Int(t + 1)) + SurrogateRemarks.Of(model, model.Terms[t]) + ".");
            int[] players = [.. model.Terms[t].Variables];
            string[] values = new string[1 << players.Length];
            for (int mask = 0; mask < values.Length; mask++)
            {
                string[] present = [.. players.Where((_, i) => ((mask >> i) & 1) != 0).Select(v => owners[model.Coordinates[v].Name].Name)];
                string label = mask == 0 ? "none" : mask == values.Length - 1 ? "all" : string.Concat(present.Select((n, i) => i == 0 ? n : char.ToUpperInvariant(n[0]) + n.Substring(1)));
                values[mask] = _names.Fresh(label + Literals.Text(Build.Int(t + 1)));
                _writer.Line("double " + values[mask] + " = " + TermCall(t, players, mask, Here, There) + ";");
            }
            for (int i = 0; i < players.Length; i++)
            {
                Add(players[i], Share(values, i, players.Length));
            }
            start.Add(values[0]);
        }
        _writer.Separate();
        foreach (ModelParameter parameter in _explained)
        {
            string type = OutputType(parameter), share = shares.TryGetValue(parameter.Name, out string? sum) ? sum : "0.0";
            _writer.Line(parameter.Output() + " = " + Cast(type) + share + ";");
        }
        string total = string.Join(" + ", start).Replace("+ -", "- ");
        _writer.Line("baseValue = " + Cast(Real) + Postfix(total, Real) + ";");
    }

    /// <summary>Half and half for two; thirds of the ends and sixths of the middle for three.</summary>
    private static string Share(string[] values, int player, int players)
    {
        int own = 1 << player;
        string Gain(int mask) => values[mask | own] + " - " + values[mask];
        int[] others = [.. Enumerable.Range(0, players).Where(i => i != player).Select(static i => 1 << i)];
        return others.Length switch
        {
            0 => Gain(0),
            1 => "0.5 * (" + Gain(0) + " + (" + Gain(others[0]) + "))",
            _ => "(" + Gain(0) + " + (" + Gain(others[0] | others[1]) + ")) / 3.0 + (" + Gain(others[0]) + " + (" + Gain(others[1]) + ")) / 6.0",
        };
    }

    private string TermCall(int term, int[] players, int mask, System.Func<int, string> here, System.Func<int, string> there)
    {
        Decomposition model = _programs.Decomposition!;
        IEnumerable<string> arguments = _programs.Terms[term].Value.Parameters.OrderBy(static p => p.Kind).Select(parameter =>
        {
            int player = System.Array.FindIndex(players, v => model.Coordinates[v].Name == parameter.Name);
            if (player < 0)
            {
                return _request.Parameters.SelectMany(static p => p.Leaves).First(l => l.Name == parameter.Name).Access;
            }
            ModelParameter owner = _explained.First(p => p.Leaves.Any(l => l.Name == parameter.Name));
            string value = ((mask >> player) & 1) != 0 ? owner.Argument() : Baseline(owner);
            return owner.IsDiscrete ? owner.Leaves[0].Access == owner.Argument() || owner.Leaves[0].Access == owner.Name ? value : "(" + parameter.Type.Keyword() + ")" + value : value;
        });
        return SurrogateWriter.Term(_request, term) + "(" + string.Join(", ", arguments) + ")";
    }

    private static string Number(ModelParameter parameter, string value) => parameter.IsDiscrete ? parameter.ToNumber(value) : value;
}
