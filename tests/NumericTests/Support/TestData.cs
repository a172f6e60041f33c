using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Text.Json;

namespace NumericTests;

/// <summary>The reference files in <c>Data/</c>, embedded in the assembly or copied beside it.</summary>
internal static class TestData
{
    public static JsonElement Json(string name)
    {
        using Stream stream = Open(name);
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    public static double[] Numbers(JsonElement array)
    {
        double[] numbers = new double[array.GetArrayLength()];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = array[i].GetDouble();
        }
        return numbers;
    }

    /// <summary>A list of rows as one row-major list.</summary>
    public static double[] Rows(JsonElement rows)
    {
        List<double> numbers = [];
        foreach (JsonElement row in rows.EnumerateArray())
        {
            numbers.AddRange(Numbers(row));
        }
        return [.. numbers];
    }

    private static Stream Open(string name)
    {
        Assembly assembly = typeof(TestData).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames())
        {
            if (resource.EndsWith(name, StringComparison.Ordinal))
            {
                return assembly.GetManifestResourceStream(resource)!;
            }
        }
        return File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", name));
    }
}
