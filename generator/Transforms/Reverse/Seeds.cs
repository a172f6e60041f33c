using System.Collections.Generic;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms;

/// <summary>What reverse mode starts from: the parameter that holds the seed of each real result, and that of each output array.</summary>
internal sealed record Seeds(EquatableArray<string> Results, IReadOnlyDictionary<string, string> Arrays)
{
    /// <summary>The seed one of a single result: the gradient.</summary>
    public static readonly Seeds One = new([], new Dictionary<string, string>());
}
