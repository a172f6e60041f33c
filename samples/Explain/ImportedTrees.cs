using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Samples.Explained;

/// <summary>A boosted ensemble exported from training, written as C#: one conditional expression per tree, in the layout that scikit-learn gives its nodes.</summary>
public static class ImportedTrees
{
    public static string Write(JsonElement model, string space, string name, string origin)
    {
        JsonElement[] trees = [.. model.GetProperty("trees").EnumerateArray()];
        StringBuilder sum = new(Text(model.GetProperty("start").GetDouble())), methods = new();
        for (int t = 0; t < trees.Length; t++)
        {
            sum.Append(CultureInfo.InvariantCulture, $"{(t % 8 == 0 ? "\n            " : " ")}+ Tree{t + 1}(x)");
            methods.Append(CultureInfo.InvariantCulture, $"    private static double Tree{t + 1}(ReadOnlySpan<double> x) => {Root(trees[t])};\n");
        }
        bool isLogistic = model.GetProperty("link").GetString() == "logistic";
        string returned = isLogistic ? "1 / (1 + Math.Exp(-Margin(x)))" : "Margin(x)";
        return $$"""
            using System;
            using Proxima;

            namespace {{space}};

            /// <summary>Written by the import of {{origin}}: change that, not this.</summary>
            public static partial class {{name}}
            {
                [Surrogate]
                public static double Score(ReadOnlySpan<double> x) => {{returned}};

                private static double Margin(ReadOnlySpan<double> x)
                {
                    return {{sum}};
                }

            {{methods}}}

            """;
    }

    // A tree takes three lines, so that the file stays short.
    private static string Root(JsonElement tree)
    {
        int left = tree.GetProperty("left")[0].GetInt32();
        return left < 0 ? Node(tree, 0) : $"{Condition(tree, 0)}\n        ? {Node(tree, left)}\n        : {Node(tree, tree.GetProperty("right")[0].GetInt32())}";
    }

    private static string Node(JsonElement tree, int node)
    {
        int left = tree.GetProperty("left")[node].GetInt32();
        return left < 0 ? Text(tree.GetProperty("value")[node].GetDouble()) : $"({Condition(tree, node)} ? {Node(tree, left)} : {Node(tree, tree.GetProperty("right")[node].GetInt32())})";
    }

    private static string Condition(JsonElement tree, int node) => $"x[{tree.GetProperty("feature")[node].GetInt32()}] <= {Text(tree.GetProperty("threshold")[node].GetDouble())}";

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
