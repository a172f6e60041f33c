using System;
using System.Buffers;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Proxima;

/// <summary>
/// The principal reasons of an adverse decision: the coded factors that moved the score furthest to the adverse side of the baseline. A factor that helped, or may
/// have helped within
/// its half width, is never named.
/// </summary>
public sealed class ReasonCodes
{
    private ReasonCodes(IReadOnlyList<Reason> reasons, Attribution attribution, AdverseDirection adverse, string modelHash)
    {
        (Reasons, Attribution, Adverse, ModelHash) = (reasons, attribution, adverse, modelHash);
    }

    /// <summary>The reasons, the strongest first; equal ones in the order in which their codes were declared.</summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>The explanation that they come from.</summary>
    public Attribution Attribution { get; }

    /// <summary>Which way of the score is adverse.</summary>
    public AdverseDirection Adverse { get; }

    /// <summary>The SHA-256 of the model's text, hexadecimal; empty when no text was given.</summary>
    public string ModelHash { get; }

    /// <summary>Names the reasons in an explanation.</summary>
    /// <param name="attribution">Contributions from a baseline: of applicants at the cutoff, or of all.</param>
    /// <param name="codes">The codes with the features, or groups, that each covers. What no code covers is never named.</param>
    /// <param name="max">The most reasons; more than four are seldom of use to who reads them.</param>
    /// <param name="adverse">Which way of the score is adverse.</param>
    /// <param name="modelText">The model's source, for the audit record's hash; empty for none.</param>
    /// <returns>The reasons, perhaps none.</returns>
    /// <exception cref="ArgumentException">The explanation gives slopes; a code covers nothing, a feature that is not there, or one that another code covers.</exception>
    public static ReasonCodes From(Attribution attribution, IReadOnlyList<ReasonCode> codes, int max = 4, AdverseDirection adverse = AdverseDirection.Lower, string modelText = "")
    {
        ArgumentNullException.ThrowIfNull(attribution);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(modelText);
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        if (attribution.IsSlope)
        {
            throw new ArgumentException($"'{attribution.Method}' gives slopes, which say nothing about what moved this score; use contributions, Shapley values for instance.", nameof(attribution));
        }
        CheckCodes(codes, attribution.Values.Length);
        double sign = adverse == AdverseDirection.Lower ? 1 : -1;
        List<Reason> reasons = [];
        foreach (ReasonCode code in codes)
        {
            double contribution = 0, width = 0;
            foreach (int feature in code.Features)
            {
                contribution += attribution.Values[feature];
                width += attribution.HalfWidths?[feature] ?? 0;
            }
            if ((sign * contribution) + width < 0)
            {
                reasons.Add(new(code.Code, code.Text, contribution));
            }
        }
        List<Reason> chosen = [];
        while (chosen.Count < max && reasons.Count > 0)
        {
            int strongest = 0;
            for (int i = 1; i < reasons.Count; i++)
            {
                strongest = sign * reasons[i].Contribution < sign * reasons[strongest].Contribution ? i : strongest;
            }
            chosen.Add(reasons[strongest]);
            reasons.RemoveAt(strongest);
        }
        string hash = modelText.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(modelText)));
        return new(chosen, attribution, adverse, hash);
    }

    /// <summary>The audit record: what was decided from what, to the last digit.</summary>
    /// <returns>One JSON object.</returns>
    public string ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("reasons");
            foreach (Reason reason in Reasons)
            {
                json.WriteStartObject();
                json.WriteString("code", reason.Code);
                json.WriteString("text", reason.Text);
                json.WriteNumber("contribution", reason.Contribution);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("adverse", Adverse.ToString());
            json.WriteString("modelSha256", ModelHash);
            json.WriteString("method", Attribution.Method.ToString());
            json.WriteString("scale", Attribution.IsMargin ? "margin" : "result");
            json.WriteBoolean("isExact", Attribution.IsExact);
            json.WriteNumber("value", Attribution.Value);
            json.WriteNumber("baseValue", Attribution.BaseValue);
            json.WriteNumber("residual", Attribution.Residual);
            Write(json, "values", Attribution.Values);
            if (Attribution.HalfWidths is { } widths)
            {
                Write(json, "halfWidths", widths);
            }
            Write(json, "row", Attribution.At);
            Write(json, "baselines", Attribution.Baselines);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string name, double[] numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
        {
            Attribution.Write(json, number);
        }
        json.WriteEndArray();
    }

    private static void CheckCodes(IReadOnlyList<ReasonCode> codes, int features)
    {
        bool[] isCovered = new bool[features];
        foreach (ReasonCode code in codes)
        {
            if (code.Features is null || code.Features.Count == 0)
            {
                throw new ArgumentException($"Code '{code.Code}' covers no feature.", nameof(codes));
            }
            foreach (int feature in code.Features)
            {
                if (feature < 0 || feature >= features || isCovered[feature])
                {
                    throw new ArgumentException($"Code '{code.Code}' covers feature {feature}, which is not one of {features} or is covered already.", nameof(codes));
                }
                isCovered[feature] = true;
            }
        }
    }
}

/// <summary>A reason that may be named.</summary>
/// <param name="Code">The code.</param>
/// <param name="Text">What the applicant reads.</param>
/// <param name="Features">The features, or groups, whose contributions add up to it.</param>
public readonly record struct ReasonCode(string Code, string Text, IReadOnlyList<int> Features);

/// <summary>A reason that is named.</summary>
/// <param name="Code">The code.</param>
/// <param name="Text">What the applicant reads.</param>
/// <param name="Contribution">What its features did to the score.</param>
public readonly record struct Reason(string Code, string Text, double Contribution);

/// <summary>Which way of a score is adverse.</summary>
public enum AdverseDirection
{
    /// <summary>Low scores are refused.</summary>
    Lower,

    /// <summary>High scores, a risk for instance, are refused.</summary>
    Higher,
}
