using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Samples.Explained;

/// <summary>A net exported from training, a logistic regression among them, written as C#: tables of weights and the loops over them.</summary>
public static class ImportedNet
{
    public static string Write(JsonElement model, string space, string name, string origin)
    {
        JsonElement[] layers = [.. model.GetProperty("layers").EnumerateArray()];
        StringBuilder tables = new(), body = new();
        string inputs = "x";
        int width = layers[0].GetProperty("weights")[0].GetArrayLength();
        for (int l = 0; l < layers.Length; l++)
        {
            string number = (l + 1).ToString(CultureInfo.InvariantCulture);
            double[][] weights = [.. layers[l].GetProperty("weights").EnumerateArray().Select(Numbers)];
            tables.Append(Table("Weights" + number, [.. weights.SelectMany(static row => row)])).Append(Table("Offsets" + number, Numbers(layers[l].GetProperty("offsets"))));
            string activation = layers[l].GetProperty("activation").GetString()!;
            bool isLast = l == layers.Length - 1;
            body.Append(isLast ? Last(number, width, inputs, activation) : Hidden(number, width, weights.Length, inputs, activation));
            (inputs, width) = ("hidden" + number, weights.Length);
        }
        return $$"""
            using System;
            using Proxima;

            namespace {{space}};

            /// <summary>Written by the import of {{origin}}: change that, not this.</summary>
            public static partial class {{name}}
            {
            {{tables.ToString().TrimEnd()}}

                [Lipschitz, Surrogate]
                public static double Score(ReadOnlySpan<double> x)
                {
            {{body.ToString().TrimEnd()}}
                }
            }

            """;
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(static e => e.GetDouble())];

    private static string Table(string name, double[] numbers)
    {
        StringBuilder text = new($"    private static readonly double[] {name} =\n    [\n");
        foreach (double[] row in numbers.Chunk(12))
        {
            text.Append("        ").AppendJoin(", ", row.Select(static w => w.ToString("R", CultureInfo.InvariantCulture))).Append(",\n");
        }
        return text.Append("    ];\n\n").ToString();
    }

    private static string Hidden(string number, int width, int units, string inputs, string activation) => $$"""
                Span<double> hidden{{number}} = stackalloc double[{{units}}];
                for (int j = 0; j < {{units}}; j++)
                {
                    double sum = Offsets{{number}}[j];
                    for (int i = 0; i < {{width}}; i++)
                    {
                        sum += Weights{{number}}[j * {{width}} + i] * {{inputs}}[i];
                    }
                    hidden{{number}}[j] = {{Applied(activation, "sum")}};
                }

        """;

    private static string Last(string number, int width, string inputs, string activation) => $$"""
                double margin = Offsets{{number}}[0];
                for (int i = 0; i < {{width}}; i++)
                {
                    margin += Weights{{number}}[i] * {{inputs}}[i];
                }
                return {{Applied(activation, "margin")}};
        """;

    private static string Applied(string activation, string sum) => activation switch
    {
        "tanh" => $"Math.Tanh({sum})",
        "relu" => $"Math.Max({sum}, 0)",
        "sigmoid" => $"1 / (1 + Math.Exp(-{sum}))",
        "identity" => sum,
        _ => throw new NotSupportedException($"The activation '{activation}' is not one of tanh, relu, sigmoid and identity."),
    };
}
