using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Xunit.Abstractions;

namespace GeneratorTests;

/// <summary>
/// The text of second derivatives grows with the model, not with its square: each statement adds its own tangents and adjoints and nothing else. Sources
/// that differentiate an adjoint once per variable and statement grow quadratically.
/// </summary>
public sealed class HessianSizeTests(ITestOutputHelper output)
{
    /// <summary>The second difference, in parts of the first: names grow by a letter where numbers grow by a digit.</summary>
    private const double Allowed = 0.1;

    public static TheoryData<string, string> Companions => new()
    {
        { "Chain", "FHessian" },
        { "Chain", "FHessianProduct" },
        { "Loop", "FHessian" },
        { "Loop", "FHessianProduct" },
        { "Branches", "FHessian" },
        { "Branches", "FHessianProduct" },
    };

    /// <summary>From 10 to 20 statements as much per statement as from 20 to 40.</summary>
    [Theory]
    [MemberData(nameof(Companions))]
    public void Text_grows_linearly_with_the_statements(string form, string companion)
    {
        int ten = Size(form, companion, 10), twenty = Size(form, companion, 20), forty = Size(form, companion, 40);
        output.WriteLine($"{form} {companion}: {ten}, {twenty}, {forty} characters");
        double first = (twenty - ten) / 10.0, second = (forty - twenty) / 20.0;
        Assert.True(first > 0, "the text does not grow: nothing was generated");
        Assert.True(second <= (1 + Allowed) * first, FormattableString.Invariant($"{first} characters per statement up to 20, {second} up to 40"));
    }

    /// <summary>The characters of one method's body, without the remarks that repeat the model.</summary>
    private static int Size(string form, string companion, int statements)
    {
        // In one method: parts add the slots between them where a method becomes long enough for some.
        string source = RequestCompiler.Compile(Reading.Of(Model(form, statements)) with { MethodLimits = ChunkLimits.None }).Source;
        List<string> bodies = [];
        string[] lines = source.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            // The companion and the methods it is split into.
            if (lines[i].Contains(companion + "(", StringComparison.Ordinal) || lines[i].Contains(companion + "Columns", StringComparison.Ordinal))
            {
                if (lines[i].TrimStart().StartsWith("p", StringComparison.Ordinal))
                {
                    string end = lines[i][..^lines[i].TrimStart().Length] + "}";
                    bodies.Add(string.Join('\n', lines.Skip(i).TakeWhile(line => line != end)));
                }
            }
        }
        Assert.NotEmpty(bodies);
        return bodies.Sum(static body => body.Length);
    }

    /// <summary>A model of two variables whose statements all depend on both.</summary>
    private static string Model(string form, int statements)
    {
        StringBuilder body = new();
        for (int i = 0; i < statements; i++)
        {
            string previous = form == "Loop" ? "s" : "v" + (i + 9);
            body.Append(form switch
            {
                "Chain" => $"double v{i + 10} = Math.Sin({previous}) * x + y / {i + 1}.5;\n",
                "Loop" => $"s = Math.Sin(s) * x + y / {i + 1}.5;\n",
                _ => $"double v{i + 10} = {previous};\nif ({previous} > {i}) {{ v{i + 10} = Math.Sin({previous}) * x; }} else {{ v{i + 10} += y * {previous}; }}\n",
            });
        }
        string text = form == "Loop"
            ? $"double s = x * y;\nfor (int i = 0; i < n; i++)\n{{\n{body}}}\nreturn s;"
            : $"double v9 = x * y;\n{body}return v{statements + 9};";
        return $$"""
            using System;
            using Proxima;

            /// <summary>A model.</summary>
            public static partial class Model
            {
                /// <summary>A function.</summary>
                [Hessian]
                public static double F(double x, double y, int n)
                {
                    {{text}}
                }
            }
            """;
    }
}
