using System;
using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Frontend;

/// <summary>Ends the reading of a model at the first operation that cannot be lowered: later ones would only be cascades.</summary>
internal sealed class Problem(string id, Location location, params string[] arguments) : Exception(id)
{
    /// <summary>"" when the compiler has already complained.</summary>
    public string Id { get; } = id;

    public Location Location { get; } = location;

    public string[] Arguments { get; } = arguments;
}
