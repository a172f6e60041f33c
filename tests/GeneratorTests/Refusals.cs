using System.Collections.Generic;
using System.Linq;

namespace GeneratorTests;

/// <summary>Everything the compiler must refuse rather than guess at.</summary>
internal static partial class Refusals
{
    public static IReadOnlyDictionary<string, Refusal> All { get; } = Groups().SelectMany(static group => group).ToDictionary(static refusal => refusal.Name);

    private static Refusal[][] Groups() => [Declarations, Variables, Statements, Expressions, Types, Callees, Writes, Dropped, Results, Fields, Checkpoints, Rules, Library, Bounds, Approximations, Tables, Surrogates];
}
