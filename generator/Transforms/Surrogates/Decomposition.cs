using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms.Surrogates;

/// <summary>One number that is explained: its name in the IR, the type it has there and its place in the flat point.</summary>
internal sealed record Coordinate(string Name, ScalarType Type, int Place)
{
    /// <summary>How the source calls it: <c>p.X</c>.</summary>
    public string Text { get; init; } = Name;
}

/// <summary>A model as link(constant + Σ termᵢ); explanations are of the margin, which the link is applied to.</summary>
internal sealed record Decomposition
{
    /// <summary>The coordinates that the model reads, by their places.</summary>
    public required IReadOnlyList<Coordinate> Coordinates { get; init; }

    /// <summary>What the margin adds to its terms.</summary>
    public required double Constant { get; init; }

    /// <summary>A growing function of one number; null where the model is its own margin.</summary>
    public required Function? Link { get; init; }

    /// <summary>The weights of the affine part by coordinate: indices into <see cref="Coordinates"/>.</summary>
    public required IReadOnlyList<KeyValuePair<int, double>> Affine { get; init; }

    /// <summary>The other terms.</summary>
    public required IReadOnlyList<TermProgram> Terms { get; init; }

    /// <summary>What the margin is between kinks.</summary>
    public required Pieces Pieces { get; init; }

    /// <summary>The numbers whose signs choose the piece, as results; null where the pieces are not affine.</summary>
    public required Function? Kinks { get; init; }
}

/// <summary>One additive term: the coordinates that it reads, its value as a function of them, and its affine first layer where it has one.</summary>
/// <param name="Variables">Indices of coordinates, increasing.</param>
/// <param name="Value">A function of these coordinates, and of constants of the model.</param>
internal sealed record TermProgram(IReadOnlyList<int> Variables, Function Value)
{
    public Layer? Layer { get; init; }

    /// <summary>What the user's statements call the term, "" where they do not.</summary>
    public string Source { get; init; } = "";
}

/// <summary>An affine layer and what follows it.</summary>
/// <param name="Weights">Units × coordinates of the term, row-major.</param>
/// <param name="Head">A function of the units.</param>
internal sealed record Layer(IReadOnlyList<double> Weights, IReadOnlyList<double> Offsets, Function Head)
{
    public IEnumerable<string> Units => Head.Parameters.Select(static p => p.Name);
}
