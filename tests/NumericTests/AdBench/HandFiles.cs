using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace NumericTests.AdBench;

/// <summary>Residuals, then the Jacobian column by column; the first two columns of the complicated problem are each point's own barycentric numbers.</summary>
internal sealed record HandGolden(double[] Residuals, double[][] Columns);

/// <summary>Reads the hand, the problems and their reference Jacobians.</summary>
internal static class HandFiles
{
    public static HandProblem Simple(string name) => Problem("simple_small", name, isComplicated: false);

    public static HandProblem Complicated(string name) => Problem("complicated_small", name, isComplicated: true);

    public static HandGolden Golden(string folder, string name)
    {
        Tokens tokens = new(Path.Combine(AdBenchFiles.FolderOf("hand"), folder, name + ".golden.txt"));
        tokens.Word("err");
        List<double> residuals = [];
        while (!tokens.TryWord("J"))
        {
            residuals.Add(tokens.Real());
        }
        int rows = tokens.Integer(), columns = tokens.Integer();
        double[][] jacobian = new double[columns][];
        for (int column = 0; column < columns; column++)
        {
            jacobian[column] = tokens.Reals(rows);
        }
        return new([.. residuals], jacobian);
    }

    private static HandProblem Problem(string folder, string name, bool isComplicated)
    {
        Tokens tokens = new(Path.Combine(AdBenchFiles.FolderOf("hand"), folder, name + ".txt"));
        int count = tokens.Integer(), angles = tokens.Integer();
        int[] correspondences = new int[count];
        double[] points = new double[3 * count];
        for (int i = 0; i < count; i++)
        {
            correspondences[i] = tokens.Integer();
            tokens.Reals(3).CopyTo(points, 3 * i);
        }
        double[] barycentric = isComplicated ? tokens.Reals(2 * count) : [];
        return new(Parts().Hand(), correspondences, points, barycentric, tokens.Reals(angles));
    }

    public static HandParts Parts()
    {
        List<int> parents = [], influences = [0], bones = [], triangles = [];
        List<double> relative = [], inverse = [], vertices = [], weights = [];
        foreach (string[] fields in Lines("bones.txt"))
        {
            parents.Add(int.Parse(fields[1], CultureInfo.InvariantCulture));
            // Of four rows the last is 0 0 0 1.
            relative.AddRange(Reals(fields.AsSpan(2, 12)));
            inverse.AddRange(Reals(fields.AsSpan(18, 12)));
        }
        foreach (string[] fields in Lines("vertices.txt"))
        {
            vertices.AddRange(Reals(fields.AsSpan(0, 3)));
            for (int i = 9; i < fields.Length; i += 2)
            {
                bones.Add(int.Parse(fields[i], CultureInfo.InvariantCulture));
                weights.AddRange(Reals(fields.AsSpan(i + 1, 1)));
            }
            influences.Add(bones.Count);
        }
        foreach (string[] fields in Lines("triangles.txt"))
        {
            triangles.AddRange(Array.ConvertAll(fields, static field => int.Parse(field, CultureInfo.InvariantCulture)));
        }
        return new([.. parents], [.. relative], [.. inverse], [.. vertices], [.. influences], [.. bones], [.. weights], [.. triangles]);
    }

    private static IEnumerable<string[]> Lines(string file)
    {
        foreach (string line in File.ReadLines(Path.Combine(AdBenchFiles.FolderOf("hand"), "model_small", file)))
        {
            if (line.Length > 0)
            {
                yield return line.Split(':');
            }
        }
    }

    private static double[] Reals(ReadOnlySpan<string> fields) => Array.ConvertAll(fields.ToArray(), static field => double.Parse(field, CultureInfo.InvariantCulture));
}
