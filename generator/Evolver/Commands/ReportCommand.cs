using System;
using System.IO;
using System.Linq;
using Proxima.Evolver.Project;
using Proxima.Evolver.Reports;

namespace Proxima.Evolver.Commands;

/// <summary>Writes one page about a project: its models, what was generated for them, what is proved, approximated and found.</summary>
internal static class ReportCommand
{
    public const string Help = "report PROJECT.csproj [-p:NAME=VALUE …] [--out report.html] [--plots FOLDER] [--command-line FILE]";

    public static int Run(Options options)
    {
        string project = options.Alone.FirstOrDefault() ?? throw new ArgumentException("report needs a project");
        string output = Path.GetFullPath(options.Text("out", "report.html"));
        string? plots = options.Text("plots"), commandLine = options.Text("command-line");
        options.RequireAllRead();
        CompilerCall call = commandLine is null ? CompilerCall.OfProject(project, options.Alone.Skip(1)) : CompilerCall.Of(File.ReadAllLines(commandLine), project);
        Report report = Report.Of(ProjectReader.Read(call), Path.GetDirectoryName(output)!);
        Directory.CreateDirectory(report.PageFolder);
        File.WriteAllText(output, report.Html());
        if (plots is not null)
        {
            report.WritePlots(plots);
        }
        Console.WriteLine(output);
        return 0;
    }
}
