using System;
using Proxima;

namespace NumericTests.Constructs;

/// <summary>Ways to choose.</summary>
public static partial class Choices
{
    [Gradient, Batch]
    public static double SwitchStatement(double x, double y, int mode)
    {
        double result = x;
        switch (mode)
        {
            case 0:
            case 1:
                result *= y;
                break;
            case > 1 and < 5 when y > 0:
                result = Math.Log(y) * x;
                break;
            case < 0 or 9:
                return y;
            default:
                result += x * x;
                break;
        }
        return result * y;
    }

    [Gradient, Batch]
    public static double SwitchExpression(double x, double y, int mode) => mode switch
    {
        0 or 1 => x * y,
        > 1 and <= 3 => x / y,
        not 7 when x > y => Math.Sqrt(x),
        _ => y * y,
    };

    [Gradient, Batch]
    public static double RelationalPattern(double x, double y) =>
        x is > 0 and < 2 ? x * x * y : x is <= 0 or 5 ? y : x;

    /// <summary>Patterns over a tuple of values.</summary>
    [Gradient, Batch]
    public static double TuplePattern(double x, double y, bool flip) => (x > y, flip) switch
    {
        (true, false) => x - y,
        (true, true) => y * y,
        (false, _) => x * y,
    };

    /// <summary>The right operand is not evaluated where the left one decides: there it would divide by zero.</summary>
    [Gradient, Batch]
    public static double ShortCircuit(double x, double y)
    {
        double sum = 0;
        if (y != 0 && x / y > 1)
        {
            sum += x / y;
        }
        if (y == 0 || x / y < 1)
        {
            sum += x * x;
        }
        return sum + y;
    }

    [Gradient, Batch]
    public static double Conditional(double x, double y) => x > 1 ? (y > 1 ? x * y : x / y) : (y > 1 ? y : x);

    [Gradient, Batch]
    public static double BooleanArithmetic(double x, double y, bool flag)
    {
        bool inside = x > 0;
        inside &= y < 3;
        bool chosen = (!inside | flag) ^ (x > y);
        bool never = chosen & !chosen;
        return never ? 0 : chosen ? x * x * y : inside ? Math.Sin(x) * y : y;
    }

    [Gradient, Batch]
    public static double EarlyReturn(double x, double y)
    {
        if (x > 2)
        {
            return x * x;
        }
        double z = x * y;
        if (z > 1)
        {
            z *= z;
            if (y > 1)
            {
                return z + y;
            }
        }
        return z;
    }

    /// <summary>The convention at kinks: |x|' = 0 at 0, ties go to the first argument.</summary>
    [Gradient, Batch]
    public static double Kinks(double x, double y) => Math.Abs(x) + (10 * Math.Max(x, y)) + (100 * Math.Min(x, y));
}
