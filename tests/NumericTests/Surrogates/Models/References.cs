using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>Reference models and values, computed once by other code in double precision and by brute force.</summary>
internal static class References
{
    private static readonly JsonElement Models = Load("surrogate_models.json");
    private static readonly JsonElement Exact = Load("surrogate_reference.json");

    public static Layers Net(string name)
    {
        Layer[] layers = [.. Models.GetProperty(name).GetProperty("model").GetProperty("layers").EnumerateArray().Select(static layer => new Layer(
            [.. layer.GetProperty("W").EnumerateArray().SelectMany(static row => row.EnumerateArray().Select(static w => w.GetDouble()))],
            Numbers(layer.GetProperty("b")),
            Enum.Parse<Activation>(layer.GetProperty("act").GetString()!, ignoreCase: true)))];
        return new(layers);
    }

    public static double[] Background(string name) => [.. Models.GetProperty(name).GetProperty("background").EnumerateArray().SelectMany(static row => Numbers(row))];

    public static double[][] Rows(string name) => [.. Models.GetProperty(name).GetProperty("rows").EnumerateArray().Select(Numbers)];

    public static double[] ValuesAtRows(string name) => Numbers(Models.GetProperty(name).GetProperty("f_rows"));

    public static JsonElement[] Cases(string name) => [.. Exact.GetProperty(name).EnumerateArray()];

    /// <summary>Shapley values of a net of 30 inputs from all 2³⁰ coalitions: <see cref="Enumeration"/> of <c>Examples.Net(30, 16, 30)</c> at <c>new Numbers(31).Normals(30)</c> from 0.</summary>
    public static double[] Net30() => Numbers(Load("surrogate_net30.json").GetProperty("shapley"));

    public static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(static e => e.GetDouble())];

    private static JsonElement Load(string file)
    {
        using Stream stream = typeof(References).Assembly.GetManifestResourceStream("NumericTests.Data." + file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        return JsonDocument.Parse(stream).RootElement;
    }
}
