using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Pipeline.Proofs;

namespace Proxima.Evolver.Inspection;

/// <summary>What the compiler knows of one model besides its text, asked of the same classes that the generator asks.</summary>
internal sealed class ModelFacts
{
    private ModelFacts(Request request)
    {
        Request = request;
        Normal = Nesting.Normalise(request.Module);
    }

    public Request Request { get; }

    /// <summary>The model in normal form.</summary>
    public Module Normal { get; }

    public IReadOnlyList<OperationCount> Operations { get; private init; } = [];

    /// <summary>Which mode the gradient uses and why, where there was a choice; else "".</summary>
    public string Mode { get; private init; } = "";

    /// <summary>What reverse mode records, in words.</summary>
    public IReadOnlyList<string> Memory { get; private init; } = [];

    /// <summary>The arrays that hold it, with their lengths: <c>double[steps]</c>.</summary>
    public IReadOnlyList<string> Storage { get; private init; } = [];

    /// <summary>Where the model has no derivative, in words.</summary>
    public IReadOnlyList<string> Kinks { get; private init; } = [];

    public ModelProofs? Proofs { get; private init; }

    /// <summary>Its values on the whole domain, by one evaluation of its bounds.</summary>
    public Interval Range { get; private init; } = Interval.Entire;

    public IReadOnlyList<RangeProfile> Profiles { get; private init; } = [];

    public Approximated? Approximation { get; private init; }

    public Tabulated? Table { get; private init; }

    /// <summary>How it is taken apart for explanations, in words.</summary>
    public IReadOnlyList<string> Explanation { get; private init; } = [];

    public static ModelFacts Of(Request request)
    {
        ModelFacts model = new(request);
        Module normal = model.Normal;
        if (request.IsCheaperAlone)
        {
            return new(request)
            {
                Operations = OperationCount.Of(request, normal, hasGradient: false),
                Approximation = Approximations.Of(request, normal, Ignore, default, out _),
                Table = Tabulations.Of(request, normal, Ignore, default, out _),
            };
        }
        Derivatives derivatives = new(request, normal, Ignore);
        Enclosures? enclosures = Enclosures.Of(request, normal, Ignore, out EquatableArray<Note> obstacles);
        bool hasBox = enclosures is not null && request.Variables().All(static v => v.Domain is not null);
        (Interval range, IReadOnlyList<RangeProfile> profiles) = hasBox ? RangeProfile.Of(request, enclosures!) : (Interval.Entire, []);
        SurrogatePrograms? surrogates = Surrogates.Of(request, normal, Ignore, out _);
        EquatableArray<Note> findings = Findings.Of(request, normal.Main);
        Parts parts = Parts.Of(request, derivatives, findings, Patterns.Of(request, normal.Main).Programs, surrogates);
        Function? sweeps = parts.Gradient?.Main ?? parts.Points.FirstOrDefault(static p => p.ShowsSources)?.Function;
        return new(request)
        {
            Operations = OperationCount.Of(request, normal, hasGradient: parts.Gradient is not null),
            Mode = derivatives.ModeOfGradient,
            Memory = [.. MemoryText.Sentences(derivatives.Memory).Distinct()],
            Storage = sweeps is null ? [] : [.. StorageOf(sweeps, derivatives.Memory)],
            Kinks = Findings.Remarks(findings, []),
            Proofs = ModelProofs.Of(request, enclosures, obstacles),
            Range = range,
            Profiles = profiles,
            Approximation = Approximations.Of(request, normal, Ignore, default, out _),
            Table = Tabulations.Of(request, normal, Ignore, default, out _),
            Explanation = surrogates is null ? [] : [.. SurrogateRemarks.Of(request, surrogates)],
        };
    }

    private static IEnumerable<string> StorageOf(Function gradient, EquatableArray<Generator.Transforms.Memory> memory)
    {
        HashSet<string> storages = [.. memory.Select(static m => m.Storage)];
        ExpressionText text = new(static name => name, Shape.Scalar);
        Dictionary<string, Expression> values = Walker.Statements(gradient.Body).OfType<Let>().Where(static l => l.Value.Type == ScalarType.Int).GroupBy(static l => l.Name).ToDictionary(static g => g.Key, static g => g.First().Value);
        Expression Written(Expression expression) => Rewriter.Map(expression, e => e is Read read && values.TryGetValue(read.Name, out Expression? value) ? Written(value) : e);
        return Walker.Statements(gradient.Body).OfType<NewArray>().Where(a => storages.Contains(a.Name)).GroupBy(a => a.Type.Keyword() + "[" + text.Text(Written(a.Length)) + "]")
            .Select(static alike => (alike.Count() > 1 ? alike.Count().ToString(CultureInfo.InvariantCulture) + " × " : "") + alike.Key);
    }

    private static void Ignore(string transform)
    {
    }
}
