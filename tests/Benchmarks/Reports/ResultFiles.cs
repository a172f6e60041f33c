using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Benchmarks;

/// <summary>The committed results: <c>results/quick.md</c> and <c>results/quick.svg</c> beside the sources.</summary>
internal static class ResultFiles
{
    public static void Write(string machine, IReadOnlyList<Row> rows)
    {
        string folder = Folder();
        string[] lines =
        [
            "# Quick run",
            "",
            machine,
            "",
            "`dotnet run -c Release --project tests/Benchmarks -- --quick`: each row's contestants take turns in one process, processor time of one thread;",
            "medians over the rounds, quartiles of the quotient. Rivals are checked against our numbers to 1e-9 before anything is timed.",
            "",
            MarkdownTable.Summary(rows),
            "",
            "![ours / rival with targets](quick.svg)",
            "",
            .. MarkdownTable.Header,
            .. rows.Select(MarkdownTable.Line),
        ];
        File.WriteAllText(Path.Combine(folder, "quick.md"), string.Join('\n', lines) + "\n");
        File.WriteAllText(Path.Combine(folder, "quick.svg"), BarChart.Draw(machine, rows));
        Console.WriteLine("Written: " + folder);
    }

    private static string Folder()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "global.json")))
        {
            directory = directory.Parent;
        }
        string root = directory is null ? Environment.CurrentDirectory : Path.Combine(directory.FullName, "tests", "Benchmarks");
        return Directory.CreateDirectory(Path.Combine(root, "results")).FullName;
    }
}
