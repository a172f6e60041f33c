using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Evolver.Inspection;
using Proxima.Evolver.Project;

namespace Proxima.Evolver.Reports;

/// <summary>The page about a project: a table of its models, then a section for each. It holds no date and no path of the machine, so that equal projects have equal pages.</summary>
/// <param name="Project">The project.</param>
/// <param name="PageFolder">Where the page will lie: links start there.</param>
/// <param name="Entries">Its models.</param>
internal sealed record Report(ProjectModels Project, string PageFolder, IReadOnlyList<ReportEntry> Entries)
{
    public static Report Of(ProjectModels project, string pageFolder) => new(project, Path.GetFullPath(pageFolder), [.. project.Models.Select((model, i) => ReportEntry.Of(project, model, i))]);

    public string Html() => Page.Write(
        Project.Name,
        Summary.Of(this) + string.Concat(Entries.Select(e => ModelSection.Of(this, e))) + FindingTable.Section(this, "Elsewhere in the project", Project.Others));

    /// <summary>Each plot of an approximation as a file of its own.</summary>
    public void WritePlots(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (ReportEntry entry in Entries)
        {
            foreach ((string name, Func<bool, string> svg) in entry.Charts)
            {
                File.WriteAllText(Path.Combine(folder, entry.Anchor + "." + name + ".svg"), svg(true));
            }
        }
    }

    public string LinkTo(string file) => Reports.Html.Link(PageFolder, file);

    public string NameOf(string file) => Reports.Html.Name(Project.Folder, file);

    /// <summary>A place in a file of the project, as a link where the file exists.</summary>
    public string LinkTo(Place place)
    {
        string text = Reports.Html.Escape(NameOf(place.File)) + ":" + place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return File.Exists(place.File) ? $"<a href=\"{LinkTo(place.File)}\">{text}</a>" : text;
    }

    /// <summary>The files that were generated for a model and lie in the project, where the compiler writes them there.</summary>
    public IEnumerable<string> FilesOf(ReportEntry entry) => Project.GeneratedFolder is not { } folder || entry.Hint.Length == 0
        ? []
        : new[] { entry.Hint, Generator.Pipeline.HintName.Widths(entry.Hint) }.Select(hint => Path.Combine(folder, "Proxima.Generator", "Proxima.Generator.ProximaGenerator", hint)).Where(File.Exists);

    public int CountOf(DiagnosticSeverity severity) => Entries.SelectMany(static e => e.Model.Findings).Concat(Project.Others).Count(f => f.Severity == severity);
}

/// <summary>One model in the report.</summary>
/// <param name="Anchor">Its place in the page.</param>
/// <param name="Hint">The name of its generated file.</param>
/// <param name="Facts">What is known of it; null where nothing was generated.</param>
/// <param name="Members">What was generated.</param>
/// <param name="Charts">The plots of its approximation or table, by name.</param>
internal sealed record ReportEntry(string Anchor, string Hint, ProjectModel Model, ModelFacts? Facts, IReadOnlyList<GeneratedMember> Members, IReadOnlyList<(string Name, Func<bool, string> Svg)> Charts)
{
    public static ReportEntry Of(ProjectModels project, ProjectModel model, int index)
    {
        string anchor = "model-" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!model.IsGenerated)
        {
            return new(anchor, "", model, null, [], []);
        }
        ModelFacts facts = ModelFacts.Of(model.Request!);
        return new(anchor, Generator.Pipeline.HintName.Of(model.Request!.Identity), model, facts, GeneratedMember.Of(model.Compiled!.Source), [.. ApproximationCharts.Of(facts)]);
    }
}
