using System.Collections.Immutable;

namespace GeneratorTests;

/// <summary>One model per shape of generated text, as a careful user writes it: every public member documented.</summary>
internal static partial class GeneratedTextModels
{
    public static ImmutableSortedDictionary<string, string> All { get; } = Scalars().AddRange(Loops()).AddRange(Variables()).AddRange(Batches()).AddRange(FirstOrder()).AddRange(HigherOrder()).AddRange(Bounds()).AddRange(Approximations());

    /// <summary>Members of a static class.</summary>
    private static string Class(string members) =>
        $$"""
        using System;
        using System.Numerics;
        using Proxima;

        namespace Shapes;

        /// <summary>Holds one model.</summary>
        public static partial class Shape
        {
        {{members}}
        }

        """;
}
