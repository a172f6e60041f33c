using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.CodeAnalysis;
using Proxima.Evolver.Inspection;
using Proxima.Evolver.Project;
using Proxima.Evolver.Reports;
using Tests.Shared;

namespace GeneratorTests.Reports;

/// <summary>The page about a project says what is true of it, is well formed, and depends on the project alone.</summary>
[Collection(SampleProjects.Name)]
public sealed class ReportTests(SampleProjects projects)
{
    private readonly SampleProject _project = projects.Plain;

    [Fact]
    public void Every_model_has_its_section_and_its_row()
    {
        XmlDocument page = Parse(_project.Html);
        string[] names = [.. page.SelectNodes("//tbody/tr/td[1]")!.Cast<XmlNode>().Select(static n => n.InnerText)];
        Assert.Equal(["Models.Product(double, double)", "Models.Growth(double, ReadOnlySpan<double>)", "Models.Parabola(double)", "Models.Score(double, double)", "Models.Wave(float)", "Models.Hill(double, double)", "Models.Root(double)", "Models.Grown(double, ReadOnlySpan<double>)", "Models.Refused(double)"], names);
        Assert.Equal(names, page.SelectNodes("//section/h2/text()")!.Cast<XmlNode>().Select(static n => n.InnerText.Trim()));
    }

    [Fact]
    public void Operations_are_those_of_the_derivative_before_and_after()
    {
        OperationCount[] counts = [.. Of("Product").Facts!.Operations];
        Assert.Equal(["Product", "ProductGradient", "ProductHessianProduct"], counts.Select(static c => c.Function));
        Assert.Equal(2, counts[0].After);
        Assert.Equal((5, 4), (counts[1].Before, counts[1].After)); // the value's two products, y·y, and x·y + x·y, whose product is the value's
        Assert.All(counts, static c => Assert.True(c.After <= c.Before, c.ToString()));
        Assert.Contains($"{counts[1].Before} → <b>{counts[1].After}</b>", _project.Html);
    }

    [Fact]
    public void Memory_and_kinks_are_named()
    {
        ModelFacts growth = Of("Growth").Facts!;
        Assert.Contains("2 doubles ('p1', ", Assert.Single(growth.Memory));
        Assert.Equal(["2 × double[rates.Length]"], growth.Storage);
        Assert.Contains(growth.Kinks, static kink => kink.Contains("Not differentiable"));
        Assert.Contains(Html.Escape(growth.Memory[0]), _project.Html);
        Assert.Contains(Html.Escape(growth.Kinks[0]), _project.Html);
    }

    [Fact]
    public void Certified_numbers_are_those_of_the_generated_code()
    {
        string generated = string.Concat(_project.Models.Models.Select(static m => m.Compiled?.Source));
        ModelFacts parabola = Of("Parabola").Facts!, wave = Of("Wave").Facts!, root = Of("Root").Facts!;
        double constant = Constant(generated, "ParabolaLipschitzConstant");
        Assert.Equal(constant, parabola.Proofs!.Constant!.Value);
        Assert.Equal(6, parabola.Proofs.Constant.Proof.Lower);
        Assert.InRange(constant, 6, 6.0000001); // what rounding outward and the gap of the search may add
        Assert.True(parabola.Range.Lo <= 1 && parabola.Range.Hi >= 9);
        Assert.Contains("never falls with x", _project.Html);
        Assert.InRange(wave.Approximation!.Bound.Upper, 0, Constant(generated, "WaveApproximateMaxError"));
        Assert.InRange(Of("Hill").Facts!.Approximation!.Bound.Upper, 0, Constant(generated, "HillApproximateMaxError"));
        Assert.InRange(root.Table!.Bound.Upper, 0, Constant(generated, "RootTabulated" + (root.Table.IsProved ? "MaxError" : "EstimatedError")));
        Assert.Contains("Explained is the margin", string.Join(" ", Of("Score").Facts!.Explanation));
    }

    [Fact]
    public void Diagnostics_stand_with_their_models()
    {
        ProjectModel refused = _project.Models.Models.Single(static m => m.Name.Contains("Refused"));
        Finding error = Assert.Single(refused.Findings);
        Assert.Equal((DiagnosticSeverity.Error, "PRX0103"), (error.Severity, error.Id));
        Assert.Null(refused.Request);
        XmlNode section = Parse(_project.Html).SelectSingleNode("//section[h2[contains(., 'Refused')]]")!;
        Assert.Contains("PRX0103", section.InnerText);
        Assert.Contains(error.Text, section.InnerText);
        Assert.Contains("more.cs:" + error.Place.Line, section.InnerText);
    }

    [Fact]
    public void What_is_said_of_a_model_in_another_method_stands_with_the_model()
    {
        ProjectModel growth = Of("Growth").Model, grown = Of("Grown").Model;
        Finding[] inner = [.. growth.Findings.Where(static f => f.Id == "PRX0204")], outer = [.. grown.Findings.Where(static f => f.Id == "PRX0204")];
        Assert.NotEmpty(inner);
        Assert.Equal(inner.Select(static f => f.Place), outer.Select(static f => f.Place));
        Assert.All(inner, static f => Assert.Contains("'Growth'", f.Text));
        Assert.All(outer, static f => Assert.Contains("'Grown'", f.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_link_resolves(bool emitsFiles)
    {
        SampleProject project = emitsFiles ? projects.WithFiles : projects.Plain;
        XmlDocument page = Parse(project.Html);
        string[] ids = [.. page.SelectNodes("//@id")!.Cast<XmlNode>().Select(static n => n.Value!)];
        Assert.Equal(ids.Distinct(), ids);
        string[] links = [.. page.SelectNodes("//a/@href")!.Cast<XmlNode>().Select(static n => n.Value!).Distinct()];
        Assert.All(links, link => Assert.True(link[0] == '#' ? ids.Contains(link[1..]) : File.Exists(Path.Combine(project.Folder, Uri.UnescapeDataString(link))), link));
        Assert.Equal(emitsFiles ? 8 : 0, links.Count(static link => link.EndsWith(".g.cs") && !link.Contains("Widths")));
        Assert.Equal(emitsFiles, page.SelectSingleNode("//details") is null); // the text itself is in the page where no file holds it
    }

    [Fact]
    public void The_page_loads_nothing_and_runs_nothing()
    {
        Assert.Empty(Parse(_project.Html).SelectNodes("//script | //img | //iframe | //link[@rel != 'icon'] | //@src")!);
        Assert.DoesNotMatch(@"url\(|@import|https?:(?!//www\.w3\.org/2000/svg)", _project.Html);
    }

    [Fact]
    public void Equal_projects_have_equal_pages()
    {
        using SampleProject again = new();
        Assert.NotEqual(_project.Folder, again.Folder);
        Assert.Equal(_project.Html, again.Html);
        Assert.DoesNotContain(Path.GetFileName(_project.Folder), _project.Html);
    }

    [Fact]
    public void Every_shape_of_generated_text_has_a_section()
    {
        // Approximations take a second each, for the fronts of their plots, and are in the sample project.
        foreach ((string shape, string text) in GeneratedTextModels.All.Where(static s => !s.Value.Contains("[Approximate") && !s.Value.Contains("[Tabulate")))
        {
            ProjectModels models = ProjectReader.Read(new(shape, _project.Folder, Compile.Source(text), [], new ProjectOptions([]), null));
            Report report = Report.Of(models, _project.Folder);
            Assert.All(report.Entries, entry => Assert.True(entry.Facts is not null && entry.Members.Count > 0, shape));
            Assert.Equal(models.Models.Count, Parse(report.Html()).SelectNodes("//section[@id]")!.Count);
        }
    }

    private ReportEntry Of(string method) => _project.Report.Entries.Single(entry => entry.Model.Name.StartsWith("Models." + method + "("));

    private static double Constant(string generated, string name) =>
        double.Parse(Regex.Match(generated, "const double " + name + " = ([^;]*);").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static XmlDocument Parse(string html)
    {
        XmlDocument page = new();
        page.LoadXml(html);
        return page;
    }
}
