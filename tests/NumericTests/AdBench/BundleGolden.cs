using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace NumericTests.AdBench;

/// <summary>What is published of a bundle's Jacobian: its unique block, its size, the head of its pattern.</summary>
internal sealed record BundleGolden(
    double[] Reprojection, double WeightError, double[] FirstRow, double[] SecondRow, double WeightSlope,
    int Rows, int Columns, int NonZeros, double[] RowStartsHead, double[] ColumnsHead, int LastColumn, long SumOfColumns)
{
    public static BundleProblem Problem(string name)
    {
        Tokens tokens = new(Path.Combine(AdBenchFiles.FolderOf("ba"), name + ".txt"));
        (int n, int m, int p) = (tokens.Integer(), tokens.Integer(), tokens.Integer());
        double[] camera = tokens.Reals(Bundle.CameraSize), point = tokens.Reals(3);
        double weight = tokens.Real();
        return BundleProblem.Repeated(n, m, p, camera, point, weight, tokens.Reals(2));
    }

    public static BundleGolden Of(string name)
    {
        Dictionary<string, double[]> lines = [];
        foreach (string line in File.ReadLines(Path.Combine(AdBenchFiles.FolderOf("ba"), name + ".golden.txt")))
        {
            if (!line.StartsWith('#'))
            {
                string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                lines[words[0]] = Array.ConvertAll(words[1..], static word => double.Parse(word, CultureInfo.InvariantCulture));
            }
        }
        return new(
            lines["reproj_err"], lines["w_err"][0], lines["block_row0"], lines["block_row1"], lines["w_err_d_w"][0],
            (int)lines["J_rows"][0], (int)lines["J_cols"][0], (int)lines["J_nnz"][0],
            lines["rowptr_head"], lines["cols_head"], (int)lines["col_last"][0], (long)lines["cols_sum"][0]);
    }
}
