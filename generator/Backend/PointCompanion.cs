using System.Collections.Generic;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Backend;

/// <summary>
/// A companion that evaluates one point: the model's parameters, then <paramref name="Inputs"/>, then <paramref name="Outputs"/>. The function returns what
/// the model returns and then the scalar parts of the outputs in order; array outputs are its output arrays.
/// </summary>
/// <param name="Suffix">What the companion's name adds to the model's: <c>Tangent</c>.</param>
/// <param name="Summary">What it gives, for the documentation.</param>
internal sealed record PointCompanion(
    string Suffix, string Summary, Function Function, IReadOnlyList<Operand> Inputs, IReadOnlyList<Operand> Outputs, IReadOnlyList<string> Notes)
{
    /// <summary>False for one that only other companions need.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>True when the function clears or overwrites every element of its output arrays itself.</summary>
    public bool ShowsSources { get; init; }

    /// <summary>A span that receives the scalar results instead of operands, and its documentation: the coefficients of a series.</summary>
    public (string Name, string Doc)? Series { get; init; }
}
