using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Proxima;

public sealed partial class Attribution
{
    /// <summary>
    /// Explanations in the layout of SHAP's <c>Explanation</c>: <c>values</c>, <c>base_values</c> and <c>data</c>, a row each, so that its plots take them.
    /// </summary>
    /// <param name="attributions">The explanations, of one method and as many values each.</param>
    /// <param name="names">One name per value; null for none.</param>
    /// <returns>One JSON object; numbers read back as the same doubles, and what is not finite is null.</returns>
    /// <exception cref="ArgumentException">There is no explanation, their sizes differ, or the names do not fit.</exception>
    public static string ToJson(IReadOnlyList<Attribution> attributions, IReadOnlyList<string>? names = null)
    {
        CheckAlike(attributions, names);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("method", attributions[0].Method.ToString());
            json.WriteString("scale", attributions[0].IsMargin ? "margin" : "result");
            WriteMatrix(json, "values", attributions, static attribution => attribution.Values);
            json.WriteStartArray("base_values");
            foreach (Attribution attribution in attributions)
            {
                Write(json, attribution.BaseValue);
            }
            json.WriteEndArray();
            WriteMatrix(json, "data", attributions, static attribution => attribution.At);
            if (names is not null)
            {
                json.WriteStartArray("feature_names");
                foreach (string name in names)
                {
                    json.WriteStringValue(name);
                }
                json.WriteEndArray();
            }
            json.WriteStartArray("residuals");
            foreach (Attribution attribution in attributions)
            {
                Write(json, attribution.Residual);
            }
            json.WriteEndArray();
            json.WriteBoolean("is_exact", AreExact(attributions));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>This explanation alone, like <see cref="ToJson(IReadOnlyList{Attribution}, IReadOnlyList{string})"/>.</summary>
    /// <param name="names">One name per value; null for none.</param>
    /// <returns>One JSON object.</returns>
    /// <exception cref="ArgumentException">The names do not fit.</exception>
    public string ToJson(IReadOnlyList<string>? names = null) => ToJson([this], names);

    internal static void CheckAlike(IReadOnlyList<Attribution> attributions, IReadOnlyList<string>? names)
    {
        ArgumentNullException.ThrowIfNull(attributions);
        if (attributions.Count == 0)
        {
            throw new ArgumentException("There is no explanation.", nameof(attributions));
        }
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Values.Length != attributions[0].Values.Length || attribution.Method != attributions[0].Method)
            {
                throw new ArgumentException("The explanations are of different methods or sizes.", nameof(attributions));
            }
        }
        if (names is not null && names.Count != attributions[0].Values.Length)
        {
            throw new ArgumentException($"There are {names.Count} names for {attributions[0].Values.Length} values.", nameof(names));
        }
    }

    internal static void Write(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static bool AreExact(IReadOnlyList<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            if (!attribution.IsExact)
            {
                return false;
            }
        }
        return true;
    }

    private static void WriteMatrix(Utf8JsonWriter json, string name, IReadOnlyList<Attribution> attributions, Func<Attribution, double[]> row)
    {
        json.WriteStartArray(name);
        foreach (Attribution attribution in attributions)
        {
            json.WriteStartArray();
            foreach (double number in row(attribution))
            {
                Write(json, number);
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
