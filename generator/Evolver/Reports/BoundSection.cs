using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Evolver.Inspection;
using Proxima.Generator.Backend;
using Proxima.Generator.Pipeline.Proofs;

namespace Proxima.Evolver.Reports;

/// <summary>What is proved of a model on its domain, and its profiles.</summary>
internal static class BoundSection
{
    public static string Of(ModelFacts facts)
    {
        if (facts.Proofs is not { Box.Length: > 0 } proofs)
        {
            return "";
        }
        List<(string, string)> rows = [("Domain", Html.Escape(proofs.Box))];
        if (facts.Range.IsBounded)
        {
            rows.Add(("Values", $"in [{Html.Below(facts.Range.Lo)}, {Html.Above(facts.Range.Hi)}], proved by one evaluation of its bounds"));
        }
        if (proofs.Constant is { } constant)
        {
            LipschitzProof proof = constant.Proof;
            rows.Add(("Lipschitz constant", double.IsPositiveInfinity(proof.Upper) ? "<b>none proved</b>" : $"<b>≤ {Figures.Of(proof.Upper)}</b> per unit of {Html.Escape(constant.Measured)}"));
            rows.AddRange(constant.Remarks.Skip(1).Select((said, i) => (i == 0 ? "Witness" : "Search", Html.Escape(said))));
            if (ProofNotes.Gap(proof) is var gap and < double.PositiveInfinity && proof.Upper < double.PositiveInfinity)
            {
                rows.Add(("Slack", Gauge(proof) + " " + (gap == 0 ? "none" : "at most " + RoundedText.Up(100 * gap, 2) + " %")));
            }
        }
        if (proofs.Monotone.Count > 0)
        {
            rows.Add(("Directions", Html.Escape("The model " + string.Join(", ", proofs.Monotone) + ".")));
        }
        string figures = string.Concat(facts.Profiles.Select(p => Figure(facts, p)));
        string note = figures.Length == 0 ? "" : "<p class=\"note\">In the plots the line is the value; a box holds every value over its piece of the domain, which is proved.</p>\n";
        return Html.Part("Proved on the domain", Html.Facts(rows) + note, "wide") + figures;
    }

    /// <summary>How much of the proved constant some slope of the model needs.</summary>
    private static string Gauge(LipschitzProof proof) => string.Create(
        CultureInfo.InvariantCulture, $"<span class=\"gauge\"><i style=\"width:{(proof.Upper > 0 ? 100 * System.Math.Max(0, proof.Lower) / proof.Upper : 100):0.##}%\"></i></span>");

    private static string Figure(ModelFacts facts, RangeProfile profile)
    {
        if (profile.Values.Count < 2)
        {
            return "";
        }
        bool isAlone = facts.Profiles.Count == 1;
        Chart chart = new($"Along {profile.Variable}" + (isAlone ? "" : ", the others in the middle"), profile.Variable, facts.Request.Method, isLogarithmic: false);
        foreach ((Interval x, Interval y) in profile.Pieces.Where(static p => p.Y.IsBounded))
        {
            chart.Band(x.Lo, x.Hi, y.Lo, y.Hi);
        }
        chart.Line(profile.Values);
        return $"<figure class=\"part\">\n{chart.Svg(isAlone: false)}</figure>\n";
    }
}
