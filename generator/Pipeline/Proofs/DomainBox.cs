using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;

namespace Proxima.Generator.Pipeline.Proofs;

/// <summary>One number of a model's point: a variable or a part of one, or an element of an array (−1 where there is no array).</summary>
internal sealed record Coordinate(ModelParameter Variable, string Leaf, int Element, string Text);

/// <summary>The box that the domains of a model's variables make, in the order of the model struct's point.</summary>
internal sealed class DomainBox
{
    private readonly Request _request;

    private DomainBox(Request request, IReadOnlyList<Coordinate> coordinates)
    {
        _request = request;
        Coordinates = coordinates;
        Sides = [.. coordinates.Select(static c => new Interval(c.Variable.Domain!.Lo, c.Variable.Domain.Hi))];
    }

    public IReadOnlyList<Coordinate> Coordinates { get; }

    public Interval[] Sides { get; }

    /// <param name="request">A model whose variables all have a domain.</param>
    /// <param name="lengths">How many elements arrays have, by their name in the IR.</param>
    public static DomainBox Of(Request request, IReadOnlyDictionary<string, int> lengths)
    {
        List<Coordinate> coordinates = [];
        foreach (BoxVariable variable in BoxVariable.Of(request))
        {
            if (!variable.IsArray)
            {
                coordinates.Add(new(variable.Parameter, variable.Leaf.Name, -1, variable.Source));
            }
            for (int i = 0; variable.IsArray && i < lengths[variable.Leaf.Name]; i++)
            {
                coordinates.Add(new(variable.Parameter, variable.Leaf.Name, i, variable.Source + "[" + Figures.Of(i) + "]"));
            }
        }
        return new(request, coordinates);
    }

    /// <summary><c>income in [1, 10], x[0] … x[7] in [-1, 1]</c>.</summary>
    public string Text => string.Join(", ", BoxVariable.Of(_request).Select(variable =>
    {
        Coordinate[] own = [.. Coordinates.Where(c => c.Leaf == variable.Leaf.Name)];
        string names = own.Length == 0 ? "no element of " + variable.Source : own.Length == 1 ? own[0].Text : own[0].Text + " … " + own[own.Length - 1].Text;
        return names + " in " + Figures.Of(new Interval(variable.Parameter.Domain!.Lo, variable.Parameter.Domain.Hi));
    }));

    /// <summary>A point as <c>(income = 1, debt = 5)</c>; of a long one the start.</summary>
    public string TextOf(double[] point)
    {
        const int Most = 8; // more would not be read
        IEnumerable<string> parts = point.Take(Most).Select((x, j) => Coordinates[j].Text + " = " + Figures.Of(x));
        return "(" + string.Join(", ", point.Length > Most ? parts.Append("…") : parts) + ")";
    }
}
