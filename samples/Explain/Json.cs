using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace Samples.Explained;

/// <summary>Arrays of numbers as JSON, without reflection.</summary>
internal static class Json
{
    public static JsonArray Array(IEnumerable<double> numbers) => new([.. numbers.Select(static number => (JsonNode)number)]);

    public static JsonArray Array(IEnumerable<int> numbers) => new([.. numbers.Select(static number => (JsonNode)number)]);
}
