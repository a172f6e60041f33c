using System;
using System.Collections.Generic;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms;

/// <summary>
/// One direction of forward mode: the tangents of a function's parameters. What is not mentioned has tangent zero. <paramref name="Suffix"/> tells the
/// tangents of several directions apart: "Tangent", "TangentX".
/// </summary>
/// <param name="Scalars">The tangent of a scalar parameter.</param>
/// <param name="Elements">The tangent of an element of an array parameter, from its index.</param>
/// <param name="Arrays">The parameter that holds the tangents of an array parameter, where there is one; calls pass it whole.</param>
internal sealed record Direction(
    string Suffix,
    IReadOnlyDictionary<string, Expression> Scalars,
    IReadOnlyDictionary<string, Func<Expression, Expression>> Elements,
    IReadOnlyDictionary<string, string> Arrays)
{
    public IEnumerable<string> Varied => [.. Scalars.Keys, .. Elements.Keys, .. Arrays.Keys];
}
