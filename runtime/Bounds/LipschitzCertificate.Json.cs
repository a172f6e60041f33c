using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Proxima;

public sealed partial class LipschitzCertificate
{
    /// <summary>The certificate as JSON. Numbers are written so that they read back as the same doubles; infinities are the strings "∞" and "-∞".</summary>
    /// <returns>One JSON object.</returns>
    public string ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("model", Model);
            json.WriteString("norm", Norm.ToString());
            json.WriteStartArray("box");
            foreach (Interval edge in Box)
            {
                json.WriteStartArray();
                Write(json, edge.Lo);
                Write(json, edge.Hi);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            Write(json, "upper", Upper);
            Write(json, "lower", Lower);
            json.WriteStartArray("witness");
            foreach (double x in Witness)
            {
                Write(json, x);
            }
            json.WriteEndArray();
            Write(json, "roundOff", RoundOff);
            json.WriteNumber("splits", Splits);
            json.WriteString("tree", string.Join(' ', Tree.Select(static edge => edge.ToString(CultureInfo.InvariantCulture))));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote. Nothing in it is believed: see <see cref="Check{TModel}"/>.</summary>
    /// <param name="json">One JSON object.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="FormatException">The text is not such an object.</exception>
    public static LipschitzCertificate Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            string tree = root.GetProperty("tree").GetString() ?? "";
            return new()
            {
                Model = root.GetProperty("model").GetString() ?? "",
                Norm = Enum.Parse<Norm>(root.GetProperty("norm").GetString() ?? ""),
                Box = [.. root.GetProperty("box").EnumerateArray().Select(static e => new Interval(Read(e[0]), Read(e[1])))],
                Upper = Read(root.GetProperty("upper")),
                Lower = Read(root.GetProperty("lower")),
                Witness = [.. root.GetProperty("witness").EnumerateArray().Select(Read)],
                RoundOff = Read(root.GetProperty("roundOff")),
                Splits = root.GetProperty("splits").GetInt64(),
                Tree = [.. tree.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static t => int.Parse(t, CultureInfo.InvariantCulture))],
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new FormatException("Not a certificate of a Lipschitz constant: " + exception.Message, exception);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        Write(json, value);
    }

    private static void Write(Utf8JsonWriter json, double value)
    {
        switch (value)
        {
            case double.PositiveInfinity:
                json.WriteStringValue("∞");
                break;
            case double.NegativeInfinity:
                json.WriteStringValue("-∞");
                break;
            case double.NaN:
                json.WriteNullValue();
                break;
            default:
                json.WriteNumberValue(value);
                break;
        }
    }

    private static double Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => element.GetString() switch
        {
            "∞" => double.PositiveInfinity,
            "-∞" => double.NegativeInfinity,
            string other => throw new FormatException($"'{other}' is not a number."),
            null => double.NaN,
        },
        _ => element.GetDouble(),
    };
}
