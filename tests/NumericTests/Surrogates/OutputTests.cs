using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using Proxima;
using Tests.Shared;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>Reasons, JSON and pictures.</summary>
public sealed class OutputTests
{
    private static readonly string[] Names = ["income", "debt", "age", "years <at address>", "inquiries"];

    [Fact]
    public void Reasons_name_what_hurt_most_and_never_what_helped()
    {
        Attribution attribution = Explained(values: [-3, 2, -1, -1, -0.5]);
        ReasonCode[] codes = [new("01", "Income too low", [0]), new("02", "Debt", [1]), new("03", "Inquiries", [4]), new("04", "Age of file", [2]), new("05", "Residence", [3])];
        ReasonCodes reasons = ReasonCodes.From(attribution, codes, modelText: "1 + x");
        Assert.Equal(["01", "04", "05", "03"], reasons.Reasons.Select(static r => r.Code)); // 04 and 05 are equal: the declared order
        Assert.Equal(["01", "04"], ReasonCodes.From(attribution, codes, max: 2).Reasons.Select(static r => r.Code));
        Assert.Equal(["02"], ReasonCodes.From(attribution, codes, adverse: AdverseDirection.Higher).Reasons.Select(static r => r.Code));
        Assert.Equal(["A"], ReasonCodes.From(attribution, [new("A", "", [0, 1]), new("B", "", [2])], max: 1).Reasons.Select(static r => r.Code).Take(1));

        using JsonDocument audit = JsonDocument.Parse(reasons.ToJson());
        Assert.Equal(64, audit.RootElement.GetProperty("modelSha256").GetString()!.Length);
        Assert.Equal(-3, audit.RootElement.GetProperty("reasons")[0].GetProperty("contribution").GetDouble());
        Assert.Equal(attribution.Residual, audit.RootElement.GetProperty("residual").GetDouble());
    }

    [Fact]
    public void A_factor_that_may_have_helped_within_its_half_width_is_not_named()
    {
        Attribution attribution = Explained(values: [-3, -0.1, 0, 0, 0], widths: [0.2, 0.2, 0.2, 0.2, 0.2]);
        Assert.Equal(["01"], ReasonCodes.From(attribution, [new("01", "", [0]), new("02", "", [1])]).Reasons.Select(static r => r.Code));
    }

    [Fact]
    public void Codes_are_checked_and_slopes_are_no_reasons()
    {
        Attribution attribution = Explained([1, 2, 3, 4, 5]);
        Assert.Throws<ArgumentException>(() => ReasonCodes.From(attribution, [new("A", "", [5])]));
        Assert.Throws<ArgumentException>(() => ReasonCodes.From(attribution, [new("A", "", [1]), new("B", "", [1])]));
        Assert.Throws<ArgumentException>(() => ReasonCodes.From(attribution, [new("A", "", [])]));
        Assert.Throws<ArgumentException>(() => ReasonCodes.From(Explain.Gradient(Examples.Friedman(), new double[5]), []));
    }

    [Fact]
    public void Json_has_the_layout_of_SHAP_and_keeps_every_bit()
    {
        Attribution[] many = Many();
        using JsonDocument json = JsonDocument.Parse(Attribution.ToJson(many, Names));
        for (int r = 0; r < many.Length; r++)
        {
            Assert.Equal(many[r].Values, References.Numbers(json.RootElement.GetProperty("values")[r]));
            Assert.Equal(many[r].At, References.Numbers(json.RootElement.GetProperty("data")[r]));
            Assert.Equal(many[r].BaseValue, json.RootElement.GetProperty("base_values")[r].GetDouble());
        }
        Assert.Equal(Names, json.RootElement.GetProperty("feature_names").EnumerateArray().Select(static e => e.GetString()));
        Assert.True(json.RootElement.GetProperty("is_exact").GetBoolean());
    }

    [Fact]
    public void Pictures_are_well_formed_and_have_a_mark_for_every_value()
    {
        Attribution[] many = Many();
        Assert.Equal(1 + 5, Elements(Plots.Waterfall(many[0], Names), "rect"));
        Assert.Equal(1 + 3, Elements(Plots.Waterfall(many[0], Names, most: 3), "rect"));
        Assert.Equal(1 + 5, Elements(Plots.Bar(many, Names), "rect"));
        Assert.Equal(5 * many.Length, Elements(Plots.Beeswarm(many, Names), "circle"));
        Assert.Equal(many.Length, Elements(Plots.Dependence(many, 0, 1, Names), "circle"));
        Assert.Throws<ArgumentException>(() => Plots.Waterfall(many[0], ["one"]));
        Assert.Throws<ArgumentException>(() => Plots.Bar([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plots.Dependence(many, 9));
    }

    [Theory]
    [InlineData("waterfall")]
    [InlineData("bar")]
    [InlineData("beeswarm")]
    [InlineData("dependence")]
    public void Pictures_are_what_they_were(string kind)
    {
        Attribution[] many = Many();
        string actual = kind switch
        {
            "waterfall" => Plots.Waterfall(many[0], Names),
            "bar" => Plots.Bar(many, Names),
            "beeswarm" => Plots.Beeswarm(many, Names),
            _ => Plots.Dependence(many, 0, 1, Names),
        };
        string file = Path.Combine(Repository.Root, "tests", "NumericTests", "Surrogates", "Pictures", kind + ".svg");
        if (File.ReadAllText(file) != actual)
        {
            File.WriteAllText(Path.ChangeExtension(file, ".received.svg"), actual);
        }
        Assert.Equal(File.ReadAllText(file), actual); // look at the received picture, and rename it if it is right
    }

    [Fact]
    public void A_report_is_well_formed_and_has_every_part()
    {
        double[] at = [0.3, 0.9, 0.2, 0.7, 0.6], baseline = [0.5, 0.5, 0.5, 0.5, 0.5];
        Ranking ranking = Explain.Best(new Scores.FriedmanModel(), at, baseline, Neighbourhood.Gaussian(0.1));
        ExplanationReport report = new()
        {
            Title = "Row <1>",
            Ranking = ranking,
            Names = ["a", "b", "c", "d", "e & f"],
            Reasons = ReasonCodes.From(Explain.Shapley(new Scores.FriedmanModel(), at, baseline), [new("R1", "Too little a", [0])]),
            Certificate = (new(0.25, double.PositiveInfinity, [], 3), 0.5),
            Population = Many(),
        };
        string html = report.ToHtml();
        // But for the first line and void elements it is XML.
        XDocument page = XDocument.Parse(html.Replace("<!doctype html>\n", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal).Replace("<br>", "<br/>", StringComparison.Ordinal));
        Assert.Equal(3, page.Descendants().Count(static e => e.Name.LocalName == "svg"));
        Assert.Equal(1 + 5 + 4, page.Descendants().Count(static e => e.Name.LocalName == "tr"));
        Assert.Equal(9, page.Descendants().Count(static e => e.Name.LocalName == "th" && e.Value.Length > 0));
        Assert.Contains("Row &lt;1&gt;", html, StringComparison.Ordinal);
        Assert.Contains("within 0.25 of the row", html, StringComparison.Ordinal);
        Assert.Contains("<title>Shapley: ", html, StringComparison.Ordinal); // the picture is of what the reasons come from, and adds up
        Assert.Throws<ArgumentException>(() => new ExplanationReport { Title = "", Ranking = ranking, Names = ["one"] }.ToHtml());
    }

    // Numbers of a few digits, so that a picture does not depend on the last bit of a function.
    private static Attribution[] Many() => [.. Enumerable.Range(0, 24).Select(static r =>
    {
        Numbers numbers = new(500 + (ulong)r);
        double[] at = [.. numbers.Normals(5).Select(static x => Math.Round(x, 2))];
        return Explained([Math.Round(1.5 * at[0], 3), Math.Round(-at[1] * at[0], 3), Math.Round(0.3 * at[2], 3), Math.Round(0.2 * at[3] * at[3], 3), Math.Round(-0.1 * at[4], 3)], at: at);
    })];

    private static Attribution Explained(double[] values, double[]? widths = null, double[]? at = null) => new()
    {
        Method = ExplainMethod.Shapley,
        Scale = OutputScale.Result,
        Values = values,
        BaseValue = 0.25,
        Value = 0.25 + values.Sum(),
        At = at ?? [1, 2, 3, 4, 5],
        Baselines = new double[5],
        IsExact = widths is null,
        HalfWidths = widths,
    };

    private static int Elements(string svg, string name) => XDocument.Parse(svg).Descendants().Count(e => e.Name.LocalName == name);
}
