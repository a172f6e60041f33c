using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace GeneratorTests;

/// <summary>
/// Random scores as C#, each from its seed: sums of terms of a few of six inputs, in branches, loops over tables and helper calls, under a link or none. Inputs are
/// four numbers, a bool and an integer; values stay of order one.
/// </summary>
internal sealed class RandomScores
{
    private static readonly string[] s_numbers = ["a", "b", "c", "d"];
    private readonly Random _random;
    private readonly bool _hasSteps;

    private RandomScores(int seed)
    {
        _random = new(seed);
        _hasSteps = seed % 5 == 4;
    }

    /// <summary>Members of a class: the score <c>F</c> and its tables.</summary>
    public static string Of(int seed) => new RandomScores(seed).Write();

    private string Write()
    {
        StringBuilder body = new();
        body.Append(CultureInfo.InvariantCulture, $"        double sum = {Number()};\n");
        for (int t = 1 + _random.Next(5); t > 0; t--)
        {
            body.Append(Statement());
        }
        string end = _random.Next(7) switch
        {
            0 => "1 / (1 + Math.Exp(-sum))",
            1 => "2 * Math.Tanh(0.5 * sum) - 1",
            2 => "Math.Log(1 + Math.Exp(sum))",
            3 => "3 - Math.Exp(-0.2 * sum)",
            4 => "Math.Exp(sum) / (1 + Math.Exp(sum))",
            _ => "sum",
        };
        return $$"""
                private static readonly double[] W = [{{string.Join(", ", Enumerable.Range(0, 6).Select(_ => Number()))}}];

                private static double Mixed(double p, double q) => p * q + 0.3 * p;

                [Surrogate]
                public static double F(double a, double b, double c, double d, bool flag, int level)
                {
            {{body}}        return {{end}};
                }
            """;
    }

    private string Statement() => _random.Next(6) switch
    {
        0 => $"        sum += {Number()} * {Term()};\n",
        1 => $"        sum = {Number()} * sum - {Term()} / {Number()};\n",
        2 => $"        if ({Condition()})\n        {{\n            sum += {Term()};\n        }}\n        else\n        {{\n            sum -= {Number()};\n        }}\n",
        3 => $"        for (int i = 0; i < 3; i++)\n        {{\n            sum += W[i] * Math.Sin(W[i + 3] * {Any()} + {Any()});\n        }}\n",
        4 => $"        sum += Mixed({Any()}, {Any()});\n",
        _ => $"        sum += {Number()} * level + {Term()};\n",
    };

    private string Term()
    {
        string x = Any(), y = Any();
        return _random.Next(_hasSteps ? 9 : 8) switch
        {
            0 => $"Math.Tanh({x} + {Number()} * {y})",
            1 => $"({x} * {y})",
            2 => $"Math.Max({x}, {y} - 0.3)",
            3 => $"Math.Abs({x} - {Number()})",
            4 => $"Math.Exp(-{x} * {x})",
            5 => $"({Condition()} ? {x} : {Number()} * {y})",
            6 => $"{x}",
            7 => $"Math.Sin({x} * {y} * {Any()})",
            _ => $"({x} > {Number()} ? {Number()} : Math.Floor({y}))",
        };
    }

    private string Any() => s_numbers[_random.Next(s_numbers.Length)];

    private string Condition() => _random.Next(3) switch
    {
        0 => "flag",
        1 => $"level > {_random.Next(3)}",
        _ => $"{Any()} > {Number()}",
    };

    private string Number() => (0.1 + Math.Round(_random.NextDouble() * 1.5, 2)).ToString("R", CultureInfo.InvariantCulture);
}
