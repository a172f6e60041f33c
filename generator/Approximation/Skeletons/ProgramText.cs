using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Programs as text that a person can read and that comes back bit by bit: <c>a = fma(x, 0x1.8p+0, -0x1p-1); y = a * a</c>. Letters are steps in order, the last is y.
/// Constants are hexadecimal: every host reads these alike.
/// </summary>
internal static class ProgramText
{
    private const int MostSteps = 64;

    public static string Of(EquatableArray<Step> steps)
    {
        string[] names = new string[steps.Count];
        StringBuilder text = new();
        int named = 0;
        for (int i = 0; i < steps.Count; i++)
        {
            Step step = steps[i];
            if (step.Kind is StepKind.Input or StepKind.Constant)
            {
                names[i] = step.Kind == StepKind.Input ? "x" : Hexadecimal(step.Value);
                continue;
            }
            names[i] = i == steps.Count - 1 ? "y" : "t" + named++.ToString(CultureInfo.InvariantCulture);
            text.Append(text.Length > 0 ? "; " : "").Append(names[i]).Append(" = ");
            text.Append(step.Kind switch
            {
                StepKind.MultiplyAdd => "fma(" + names[step.A] + ", " + names[step.B] + ", " + names[step.C] + ")",
                StepKind.Negate => "-" + names[step.A],
                StepKind.Add => names[step.A] + " + " + names[step.B],
                StepKind.Subtract => names[step.A] + " - " + names[step.B],
                StepKind.Multiply => names[step.A] + " * " + names[step.B],
                StepKind.Divide => names[step.A] + " / " + names[step.B],
                _ => throw new ApproximationException("the program has steps that have no text"),
            });
        }
        return text.ToString();
    }

    /// <summary>The steps of a text, or null where it is not one that <see cref="Of"/> writes.</summary>
    public static EquatableArray<Step>? Parse(string text)
    {
        List<Step> steps = [new(StepKind.Input)];
        Dictionary<string, int> names = new() { ["x"] = 0 };
        string[] lines = text.Split(';');
        for (int i = 0; i < lines.Length; i++)
        {
            string[] sides = lines[i].Split(['='], 2);
            if (sides.Length != 2 || steps.Count > MostSteps || Right(sides[1].Trim(), names, steps) is not { } step)
            {
                return null;
            }
            string name = sides[0].Trim();
            bool isLast = i == lines.Length - 1;
            if ((name == "y") != isLast || name.Length == 0 || !char.IsLetter(name[0]) || names.ContainsKey(name))
            {
                return null;
            }
            names.Add(name, steps.Count);
            steps.Add(step);
        }
        return new(steps.ToArray());
    }

    private static Step? Right(string text, Dictionary<string, int> names, List<Step> steps)
    {
        if (text.StartsWith("fma(", StringComparison.Ordinal) && text.EndsWith(")", StringComparison.Ordinal))
        {
            string[] parts = text.Substring(4, text.Length - 5).Split(',');
            int[] operands = [.. parts.Select(p => Operand(p.Trim(), names, steps))];
            return operands.Length == 3 && operands.All(static o => o >= 0) ? new(StepKind.MultiplyAdd, operands[0], operands[1], operands[2]) : null;
        }
        string[] words = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1 && words[0].Length > 1 && words[0][0] == '-' && char.IsLetter(words[0][1]))
        {
            int negated = Operand(words[0].Substring(1), names, steps);
            return negated >= 0 ? new(StepKind.Negate, negated) : null;
        }
        StepKind? kind = words.Length != 3 ? null : words[1] switch
        {
            "+" => StepKind.Add,
            "-" => StepKind.Subtract,
            "*" => StepKind.Multiply,
            "/" => StepKind.Divide,
            _ => null,
        };
        if (kind is not { } operation)
        {
            return null;
        }
        int a = Operand(words[0], names, steps), b = Operand(words[2], names, steps);
        return a >= 0 && b >= 0 ? new(operation, a, b) : null;
    }

    private static int Operand(string text, Dictionary<string, int> names, List<Step> steps)
    {
        if (names.TryGetValue(text, out int known))
        {
            return known;
        }
        if (Value(text) is not { } value)
        {
            return -1;
        }
        steps.Add(new(StepKind.Constant, Value: value));
        return steps.Count - 1;
    }

    /// <summary>Sign, 0x, one digit, a point and up to thirteen hexadecimal digits where there are any, p, the power of two.</summary>
    public static string Hexadecimal(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value), fraction = bits & 0xFFFFFFFFFFFFF;
        int exponent = (int)((bits >> 52) & 0x7FF);
        string digits = fraction.ToString("x13", CultureInfo.InvariantCulture).TrimEnd('0');
        string sign = bits < 0 ? "-" : "";
        if (exponent == 0 && fraction == 0)
        {
            return sign + "0x0p+0";
        }
        int power = exponent == 0 ? -1022 : exponent - 1023;
        return sign + "0x" + (exponent == 0 ? "0" : "1") + (digits.Length > 0 ? "." + digits : "") + "p" + (power < 0 ? "-" : "+") + Math.Abs(power).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The finite number of a text that <see cref="Hexadecimal"/> writes, or null.</summary>
    public static double? Value(string text)
    {
        bool isNegative = text.StartsWith("-", StringComparison.Ordinal);
        string rest = isNegative ? text.Substring(1) : text;
        int p = rest.IndexOf('p');
        if (p < 3 || !rest.StartsWith("0x", StringComparison.Ordinal) || !int.TryParse(rest.Substring(p + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int power))
        {
            return null;
        }
        string mantissa = rest.Substring(2, p - 2);
        string digits = mantissa.Length > 1 ? mantissa.Substring(2) : "";
        bool isWellFormed = mantissa[0] is '0' or '1' && (mantissa.Length == 1 || (mantissa[1] == '.' && digits.Length is > 0 and <= 13)) && power is >= -1022 and <= 1023;
        long fraction = 0;
        if (!isWellFormed || (digits.Length > 0 && !long.TryParse(digits.PadRight(13, '0'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out fraction)))
        {
            return null;
        }
        if (mantissa[0] == '0' && power != -1022 && (fraction != 0 || power != 0))
        {
            return null;
        }
        long exponent = mantissa[0] == '0' ? 0 : power + 1023;
        double value = BitConverter.Int64BitsToDouble((exponent << 52) | fraction);
        return isNegative ? -value : value;
    }
}
