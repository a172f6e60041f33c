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

    /// <summary>A field of the instance has no place for a baseline among the parameters.</summary>
    public static bool Exists(Request request) => request.Parameters.All(static p => !p.IsField);

    /// <summary>True where the terms are written out, and called as functions of numbers.</summary>
    public static bool CallsTerms(Request request, SurrogatePrograms programs) =>
        Exists(request) && request.Surrogate!.Method == SurrogateMethod.Shapley && programs.Decomposition is { } model
        && !request.Parameters.Any(IsRow)
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

    /// <summary>True for variables of which a batch has a row of numbers per explanation.</summary>
    private static bool IsRow(ModelParameter parameter) => parameter.Shape is ParameterShape.Array or ParameterShape.Matrix;

    private static string PerElement(ModelParameter parameter) => parameter.Shape == ParameterShape.Struct ? ", number by number" : IsRow(parameter) ? ", element by element" : "";

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
            string doc = !parameter.IsCoordinate() ? "As in the model; held constant." : !isBatch ? "As in the model." : IsRow(parameter) ? "Row-major: one row of values per explanation." : "One value per row.";
            _writer.Line("/// <param name=\"" + parameter.Name + "\">" + doc + "</param>");
        }
        foreach (ModelParameter parameter in _explained)
        {
            _writer.Line("/// <param name=\"" + Baseline(parameter) + "\">What " + parameter.Name + " is in the baseline" + (CopiesState(parameter) ? "; what besides its reals it holds does not count" : "") + ".</param>");
        }
        if (isBatch)
        {
            _writer.Line("/// <param name=\"result\">Receives the model's value per row; its length is the number of rows.</param>");
        }
        foreach (ModelParameter parameter in _explained)
        {
            _writer.Line("/// <param name=\"" + parameter.Output() + "\">Receives the contribution of " + parameter.Name + PerElement(parameter) + (isBatch ? ", per row" : "") + ".</param>");
        }
        _writer.Line("/// <param name=\"baseValue\">Receives what is explained, at the baseline" + (isBatch ? "; NaN where there are no rows" : "") + ".</param>");
        if (!isBatch)
        {
            _writer.Line("/// <returns>The model's value.</returns>");
        }
        if (isBatch || !IsSpecial)
        {
            _writer.Line("/// <exception cref=\"ArgumentException\">" + (_explained.Any(IsRow) || isBatch ? "A span or matrix has the wrong size or overlaps an output, or a" : "A") + " number is not finite.</exception>");
        }
        string[] remarks = [.. SurrogateRemarks.Of(_request, _programs)];
        if (isBatch)
        {
            Documentation.Remarks(_writer, remarks);
        }
        else
        {
            Documentation.Remarks(_writer, _request, remarks);
        }
    }

    private IEnumerable<string> Baselines => _explained.Select(static p => (p.Shape == ParameterShape.Array ? "ReadOnlySpan<" + p.Type.Keyword() + ">" : p.TypeText) + " " + Baseline(p));

    /// <summary>What a batch has of one output per number or row: a contribution of a discrete number is a real.</summary>
    private string OutputType(ModelParameter parameter) => parameter.IsDiscrete ? Real : parameter.Shape == ParameterShape.Struct ? parameter.TypeText : parameter.Type.Keyword();

    private string OutputOfOne(ModelParameter parameter) => parameter.Shape switch
    {
        ParameterShape.Array => "Span<" + parameter.Type.Keyword() + ">",
        ParameterShape.Matrix => parameter.TypeText,
        _ => "out " + OutputType(parameter),
    };

    private void WriteOne()
    {
        Document(isBatch: false);
        IEnumerable<string> inputs = _request.Own().Select(static p => p.Declared()).Concat(Baselines);
        IEnumerable<string> outputs = _explained.Select(p => OutputOfOne(p) + " " + p.Output()).Append("out " + Real + " baseValue");
        using (_request.Body(_writer, Companion.Signature(_request.Modifiers() + " " + Real + " " + Name, inputs, outputs)))
        {
            string value = Call(static p => p.Passed());
            if (_request.Own().Any(static p => p.Modifier.Length > 0 && p.Modifier != "this"))
            {
                // What is passed by reference may be where an output goes.
                string kept = _names.Fresh("value");
                _writer.Line(Real + " " + kept + " = " + value + ";");
                value = kept;
            }
            if (IsSpecial)
            {
                WriteTerms();
            }
            else
            {
                WriteCall();
            }
            _writer.Line("return " + value + ";");
        }
    }

    private string Call(System.Func<ModelParameter, string> argument) => _request.Caller() + Keywords.Escape(_request.Method) + "(" + string.Join(", ", _request.Own().Select(argument)) + ")";

    private string Cast(string type) => type == "float" ? "(float)" : "";

    private string Postfix(string text, string type) => type != "float" || text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '[' or ']') ? text : "(" + text + ")";

    private void WriteTerms()
    {
        Decomposition model = _programs.Decomposition!;
        Dictionary<string, string> shares = [];
        List<string> start = model.Constant != 0 || (model.Affine.Count == 0 && model.Terms.Count == 0) ? [Literals.Text(Build.Double(model.Constant))] : [];
        string Here(int v) => Coordinate(v, static p => p.Argument());
        string There(int v) => Coordinate(v, Baseline);
        void Add(int v, string share)
        {
            string name = model.Coordinates[v].Name;
            if (shares.TryGetValue(name, out string? sum))
            {
                _writer.Line(sum + " += " + share + ";");
                return;
            }
            shares[name] = _names.Fresh(OfDiscrete(name) + "Share");
            _writer.Line("double " + shares[name] + " = " + share + ";");
        }

        if (model.Affine.Count > 0)
        {
            _writer.Line("// The affine part: each number moves it by itself.");
        }
        foreach (KeyValuePair<int, double> weight in model.Affine)
        {
            // A difference of float is one of double, in which everything else is.
            string wide = LeafOf(model.Coordinates[weight.Key].Name).Leaf.Type == ScalarType.Float ? "(double)" : "";
            string factor = weight.Value == 1 ? "" : weight.Value == -1 ? "-" : Literals.Text(Build.Double(weight.Value)) + " * ";
            string way = wide + Here(weight.Key) + " - " + There(weight.Key);
            Add(weight.Key, factor.Length == 0 ? way : factor + "(" + way + ")");
            start.Add(factor + wide + There(weight.Key));
        }
        for (int t = 0; t < model.Terms.Count; t++)
        {
            _writer.Separate();
            _writer.Line("// Term " + Literals.Text(Build.Int(t + 1)) + SurrogateRemarks.Of(model, model.Terms[t]) + ".");
            int[] players = [.. model.Terms[t].Variables];
            string[] values = new string[1 << players.Length];
            for (int mask = 0; mask < values.Length; mask++)
            {
                string[] present = [.. players.Where((_, i) => ((mask >> i) & 1) != 0).Select(v => OfDiscrete(model.Coordinates[v].Name))];
                string label = mask == 0 ? "none" : mask == values.Length - 1 ? "all" : string.Concat(present.Select((n, i) => i == 0 ? n : char.ToUpperInvariant(n[0]) + n.Substring(1)));
                values[mask] = _names.Fresh(label + Literals.Text(Build.Int(t + 1)));
                _writer.Line("double " + values[mask] + " = " + TermCall(t, players, mask) + ";");
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
            IEnumerable<Leaf> numbers = parameter.Leaves.Where(l => l.Type.IsReal() || parameter.IsDiscrete);
            string[] parts = [.. numbers.Select(l => Cast(parameter.IsDiscrete ? Real : l.Type.Keyword()) + (shares.TryGetValue(l.Name, out string? sum) ? sum : "0.0"))];
            _writer.Line(parameter.Output() + " = " + (parameter.Shape == ParameterShape.Struct ? GradientWriter.Rebuilt(parameter, parameter.Argument(), parts) : parts.FirstOrDefault() ?? Cast(Real) + "0.0") + ";");
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

    private string TermCall(int term, int[] players, int mask)
    {
        Decomposition model = _programs.Decomposition!;
        IEnumerable<string> arguments = _programs.Terms[term].Value.Parameters.OrderBy(static p => p.Kind).Select(parameter =>
        {
            int player = System.Array.FindIndex(players, v => model.Coordinates[v].Name == parameter.Name);
            (ModelParameter owner, Leaf leaf) = LeafOf(parameter.Name);
            if (player < 0)
            {
                return leaf.Access;
            }
            string value = ((mask >> player) & 1) != 0 ? owner.Argument() : Baseline(owner);
            if (!owner.IsDiscrete)
            {
                return Part(owner, leaf, value);
            }
            return leaf.Access == owner.Argument() || leaf.Access == owner.Name ? value : "(" + parameter.Type.Keyword() + ")" + value;
        });
        return SurrogateWriter.Term(_request, term) + "(" + string.Join(", ", arguments) + ")";
    }

    private (ModelParameter Parameter, Leaf Leaf) LeafOf(string name) =>
        _request.Parameters.SelectMany(static p => p.Leaves.Select(l => (p, l))).First(x => x.l.Name == name);

    /// <summary>The name of a number; of a discrete one that of its parameter, not of the number that stands for it.</summary>
    private string OfDiscrete(string name) => LeafOf(name) is { Parameter: { IsDiscrete: true, Name: var parameter } } ? parameter : name;

    /// <summary>A coordinate where <paramref name="from"/> says that its parameter is.</summary>
    private string Coordinate(int coordinate, System.Func<ModelParameter, string> from)
    {
        (ModelParameter parameter, Leaf leaf) = LeafOf(_programs.Decomposition!.Coordinates[coordinate].Name);
        return Part(parameter, leaf, from(parameter));
    }

    /// <summary>One number of a parameter: <c>p.X</c> of a struct.</summary>
    private static string Part(ModelParameter parameter, Leaf leaf, string value) => parameter.Shape switch
    {
        _ when parameter.IsDiscrete => parameter.ToNumber(value),
        ParameterShape.Struct => value + leaf.Access.Substring(leaf.Access.IndexOf('.')),
        _ => value,
    };

    private static bool CopiesState(ModelParameter parameter) => parameter.Shape == ParameterShape.Struct && GradientWriter.CopiesState(parameter);
}
