using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace GeneratorTests;

/// <summary>Models of a size that .NET would not optimise in one method, each of one kind.</summary>
internal static class MethodLimitModels
{
    private const string Inputs = "double x, double y, double z";

    private static readonly string[] s_names = ["x", "y", "z"];

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Straight line of 5,000 operations"] = Model("[Gradient]", Inputs, Chain(1_700, s_names), 1_700),
        ["Straight line of 20,000 operations"] = Model("[Gradient]", Inputs, Chain(6_700, s_names), 6_700),
        ["Tangent and adjoint"] = Model("[Tangent, Adjoint]", Inputs, Chain(900, s_names), 900),
        ["Hessian"] = Model("[Hessian]", "double x, double y", Chain(400, ["x", "y"]), 400),
        ["Hessian in lanes"] = Model("[Hessian]", "ReadOnlySpan<double> a, int n", Chain(300, ["a[0]", "a[1]", "a[2]", "a[3]", "a[4]"]), 300),
        ["Taylor"] = Model("[Taylor(5)]", Inputs, Chain(300, s_names), 300),
        ["Batch"] = Model("[Gradient, Batch]", Inputs, Chain(500, s_names), 500),
        ["Batch of arrays"] = Model("[Gradient, Batch]", "double[] a", Chain(300, ["a[0]", "a[1]", "a[2]"]), 300),
        ["Many parameters"] = Model("[Gradient]", string.Join(", ", Enumerable.Range(0, 400).Select(static i => "double p" + Number(i))), Chain(1_200, [.. Enumerable.Range(0, 400).Select(static i => "p" + Number(i))]), 1_200),
        ["Branches"] = Model("[Gradient]", Inputs, Branches(700), 700),
        ["Long arms"] = Model("[Gradient]", Inputs, "double r = 0;\nif (x > y)\n{\n" + Chain(900, s_names, "w") + "r = w900;\n}\nelse\n{\n" + Chain(900, s_names, "u") + "r = u900;\n}\ndouble v1 = r;\n", 1),
        ["Long loop"] = Model("[Gradient]", Inputs + ", int n", "double s = x;\nfor (int i = 0; i < n; i++)\n{\n" + Chain(900, ["s", .. s_names], "w") + "s = w900;\n}\ndouble v1 = s;\n", 1),
        ["Tables"] = Model("[Gradient]", Inputs, "ReadOnlySpan<double> c = [0.25, 0.5, 0.75];\n" + Chain(900, ["c[1] * x", .. s_names]), 900),
        ["Single precision"] = Model("[Gradient, Batch]", Inputs, Chain(500, s_names), 500).Replace("double", "float").Replace("Math.", "MathF.").Replace("0.5", "0.5f").Replace("0.25", "0.25f"),
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Model(string attributes, string parameters, string body, int last) =>
        "using System;\nusing Proxima;\n\n/// <summary>Holds one model.</summary>\npublic static partial class Long\n{\n    /// <summary>A model.</summary>\n    "
        + attributes + "\n    public static double F(" + parameters + ")\n    {\n" + body + "return v" + Number(last) + ";\n    }\n}\n";

    /// <summary>Values v1 … vn of about three operations, each of the one before and of others at random; their size stays about one.</summary>
    private static string Chain(int statements, string[] inputs, string name = "v")
    {
        Random random = new(statements);
        StringBuilder text = new();
        string Earlier(int i) => i == 0 || random.Next(4) == 0 ? inputs[random.Next(inputs.Length)] : name + Number(1 + random.Next(i));
        for (int i = 0; i < statements; i++)
        {
            string before = i == 0 ? inputs[0] : name + Number(i);
            text.Append("double " + name + Number(i + 1) + " = " + (i % 20 == 19 ? "Math.Sin(" + before + " - " + Earlier(i) + ")" : "0.5 * " + before + (random.Next(2) == 0 ? " + " : " - ") + "0.25 * " + Earlier(i)) + ";\n");
        }
        return text.ToString();
    }

    private static string Branches(int statements)
    {
        StringBuilder text = new("double v1 = x;\n");
        for (int i = 1; i < statements; i++)
        {
            string value = "v" + Number(i), next = "v" + Number(i + 1);
            text.Append("double " + next + " = " + value + ";\nif (" + value + " > 0.1 * " + (i % 2 == 0 ? "y" : "z") + ") { " + next + " = Math.Sin(" + value + ") - 0.5 * x; } else { " + next + " += y * " + value + "; }\n");
        }
        return text.ToString();
    }
}
