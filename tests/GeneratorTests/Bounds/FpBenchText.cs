using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace GeneratorTests.Bounds;

/// <summary>Writes FPBench's S-expressions as C# models.</summary>
/// <remarks><c>(let ((e (exp x))) (log (+ 1 e)))</c> → <c>double e = Math.Exp(x); return Math.Log(1.0 + e);</c></remarks>
internal static class FpBenchText
{
    /// <summary>One class with all functions.</summary>
    public static string Write(IEnumerable<FpBenchFunction> functions)
    {
        StringBuilder text = new();
        text.AppendLine("using System;").AppendLine("using Proxima;").AppendLine("public static partial class Suite").AppendLine("{");
        foreach (FpBenchFunction function in functions)
        {
            text.AppendLine("    [Lipschitz, Hessian]");
            text.AppendLine("    public static double " + function.Method + "(" + string.Join(", ", function.Arguments.Select(static name => "double " + Identifier(name))) + ")");
            text.AppendLine("    {");
            Body(function.Expression, text);
            text.AppendLine("    }");
        }
        return text.AppendLine("}").ToString();
    }

    private static void Body(JsonElement expression, StringBuilder text)
    {
        while (expression.ValueKind == JsonValueKind.Array && expression[0].GetString() is "let" or "let*")
        {
            // No function of the file binds a name twice, so that both forms are locals one after the other.
            foreach (JsonElement binding in expression[1].EnumerateArray())
            {
                text.AppendLine("        double " + Identifier(binding[0].GetString()!) + " = " + Expression(binding[1]) + ";");
            }
            expression = expression[2];
        }
        text.AppendLine("        return " + Expression(expression) + ";");
    }

    private static string Expression(JsonElement expression)
    {
        if (expression.ValueKind == JsonValueKind.String)
        {
            string atom = expression.GetString()!;
            if (!char.IsAsciiDigit(atom[0]) && atom[0] != '.')
            {
                return Identifier(atom);
            }
            return atom.Contains('.') || atom.Contains('e') ? atom : atom + ".0"; // an integer literal would make 1 / 2 zero
        }
        string[] arguments = [.. expression.EnumerateArray().Skip(1).Select(Expression)];
        string operation = expression[0].GetString()!;
        return (operation, arguments.Length) switch
        {
            ("+" or "-" or "*" or "/", 2) => "(" + arguments[0] + " " + operation + " " + arguments[1] + ")",
            ("-", 1) => "(-" + arguments[0] + ")",
            ("sqrt" or "exp" or "log" or "sin" or "cos" or "atan", 1) => "Math." + char.ToUpperInvariant(operation[0]) + operation[1..] + "(" + arguments[0] + ")",
            _ => throw new NotSupportedException("No C# for '" + operation + "' of " + arguments.Length + " arguments."),
        };
    }

    private static string Identifier(string name) => "@" + name;
}
