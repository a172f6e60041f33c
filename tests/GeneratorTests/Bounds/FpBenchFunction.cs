extern alias runtime;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using NumericTests;
using Proxima;
using Interval = runtime::Proxima.Interval;

namespace GeneratorTests.Bounds;

/// <summary>
/// One of 36 FPBench functions with what others found on its box: values that the function and its partial derivatives attain, and the largest sum of the
/// partial derivatives' magnitudes that was met.
/// </summary>
internal sealed record FpBenchFunction(string Name, int Index, string[] Arguments, Interval[] Box, JsonElement Expression, AttainedRange Range, AttainedRange[] Partials, double Lipschitz)
{
    public const string Folder = "data/bounds";

    /// <summary>The name of the function in the model text.</summary>
    public string Method => "F" + Index.ToString(CultureInfo.InvariantCulture);

    /// <summary>All functions; the data belongs to other projects and stays outside the repository.</summary>
    public static IReadOnlyList<FpBenchFunction> All { get; } = Read();

    private static FpBenchFunction[] Read()
    {
        if (SharedData.Find(Folder) is not { } folder)
        {
            return [];
        }
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "fpbench_ranges_lipschitz.json")));
        return [.. document.RootElement.GetProperty("functions").EnumerateArray().Select(static (function, index) => new FpBenchFunction(
            function.GetProperty("name").GetString()!,
            index,
            [.. function.GetProperty("args").EnumerateArray().Select(static argument => argument.GetString()!)],
            [.. function.GetProperty("box").EnumerateArray().Select(ToInterval)],
            function.GetProperty("sexpr").Clone(),
            ToRange(function.GetProperty("range")),
            [.. function.GetProperty("partials").EnumerateArray().Select(ToRange)],
            function.GetProperty("lipschitz_linf").GetProperty("attained").GetDouble()))];
    }

    private static AttainedRange ToRange(JsonElement range) => new(range.GetProperty("attained")[0].GetDouble(), range.GetProperty("attained")[1].GetDouble());

    private static Interval ToInterval(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());
}

/// <summary>
/// What was attained, rounded to the safe side: some value is at most <paramref name="Least"/> and some value at least <paramref name="Greatest"/>. Of a constant
/// the former is the larger one.
/// </summary>
internal readonly record struct AttainedRange(double Least, double Greatest)
{
    public bool IsInside(Interval bound) => bound.Lo <= Least && bound.Hi >= Greatest;
}
