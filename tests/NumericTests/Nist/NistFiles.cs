using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace NumericTests.Nist;

/// <summary>A problem of the Statistical Reference Datasets: its observations, two starts, and the certified solution.</summary>
internal sealed record NistProblem(double[] X, double[] Y, double[] FirstStart, double[] SecondStart, double[] Certified);

/// <summary>The sum of squares and its gradient at one point, computed with 50 digits.</summary>
internal sealed record NistGolden(double[] At, double Squares, double[] Gradient);

/// <summary>Reads the published files; the lines that count are numbered in each file's own header.</summary>
internal static class NistFiles
{
    public const string Folder = "data/nist";

    private const int FirstParameter = 40, FirstObservation = 60;

    public static NistProblem Problem(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Root, name + ".dat"));
        List<double[]> parameters = [];
        for (int line = FirstParameter; lines[line].Contains('='); line++)
        {
            parameters.Add(Reals(lines[line][(lines[line].IndexOf('=') + 1)..]));
        }
        List<double> x = [], y = [];
        foreach (string line in lines[FirstObservation..])
        {
            double[] observation = Reals(line);
            if (observation.Length > 0)
            {
                y.Add(observation[0]);
                x.AddRange(observation[1..]);
            }
        }
        return new([.. x], [.. y], Column(0), Column(1), Column(2));

        double[] Column(int column) => [.. parameters.Select(row => row[column])];
    }

    public static IReadOnlyList<NistGolden> Golden(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "nist.golden.json")));
        JsonElement problem = document.RootElement.EnumerateArray().Single(element => element.GetProperty("name").GetString() == name);
        return
        [
            .. problem.GetProperty("points").EnumerateArray().Select(static point => new NistGolden(
                TestData.Numbers(point.GetProperty("b")), point.GetProperty("rss").GetDouble(), TestData.Numbers(point.GetProperty("grad")))),
        ];
    }

    private static string Root => SharedData.Find(Folder) ?? throw new DirectoryNotFoundException(Folder);

    private static double[] Reals(string text) =>
        Array.ConvertAll(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), static word => double.Parse(word, CultureInfo.InvariantCulture));
}
