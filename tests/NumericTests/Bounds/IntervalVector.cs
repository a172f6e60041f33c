using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Proxima;

namespace NumericTests.Bounds;

/// <summary>One line of a file of test vectors: an operation, its arguments and the tightest result.</summary>
internal sealed record IntervalVector(string Operation, JsonElement[] Arguments, JsonElement Result, string Line)
{
    /// <summary>The arguments that are intervals.</summary>
    public Interval[] Intervals => [.. Arguments.Where(IsInterval).Select(ReadInterval)];

    /// <summary>The argument that is an integer, 0 without one.</summary>
    public int Integer => Arguments.Where(IsInteger).Select(ReadInteger).FirstOrDefault();

    /// <summary>The argument that is a number, NaN without one.</summary>
    public double Number => Arguments.Where(IsNumber).Select(ReadNumber).DefaultIfEmpty(double.NaN).First();

    public Interval IntervalResult => ReadInterval(Result);

    public double NumberResult => ReadNumber(Result);

    public bool Answer => Result.GetProperty("b").GetBoolean();

    public bool IsIntervalResult => IsInterval(Result);

    /// <summary>The vectors of a file. Decorations are left aside; a line with the interval that is not one ("nai"), which exists decorated only, is left out.</summary>
    public static List<IntervalVector> Read(TextReader reader)
    {
        List<IntervalVector> vectors = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[') && !line.Contains("\"nai\"", StringComparison.Ordinal))
            {
                using JsonDocument document = JsonDocument.Parse(line);
                JsonElement root = document.RootElement;
                vectors.Add(new(root[0].GetString()!, [.. root[1].Clone().EnumerateArray()], root[2].Clone(), line));
            }
        }
        return vectors;
    }

    private static bool IsInterval(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array || (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("i", out _));

    private static bool IsInteger(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number || (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("k", out _));

    private static bool IsNumber(JsonElement element) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("n", out _);

    private static Interval ReadInterval(JsonElement element)
    {
        JsonElement ends = element.ValueKind == JsonValueKind.Object ? element.GetProperty("i") : element;
        return ends.GetArrayLength() == 1
            ? Interval.Empty
            : new(HexNumber.Parse(ends[0].GetString()!), HexNumber.Parse(ends[1].GetString()!));
    }

    private static int ReadInteger(JsonElement element) => (element.ValueKind == JsonValueKind.Object ? element.GetProperty("k") : element).GetInt32();

    private static double ReadNumber(JsonElement element) => HexNumber.Parse(element.GetProperty("n").GetString()!);
}
