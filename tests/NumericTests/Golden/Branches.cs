using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group B: branches of every form.</summary>
public static partial class Branches
{
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double AbsoluteAndIf(double x)
    {
        double result = Math.Abs(x) * x;
        if (x > 0)
        {
            result += Math.Sin(x);
        }
        else
        {
            result += x * x;
        }
        return result;
    }

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Huber(double x, double y)
    {
        double residual = x - y;
        return Math.Abs(residual) <= 1 ? residual * residual / 2 : Math.Abs(residual) - 0.5;
    }

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Extremes(double x, double y, double z) =>
        Math.Max(x * y, Math.Max(y + z, x * z)) - Math.Min(x, y * z);

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Ladder(double x, double y)
    {
        if (x < -1)
        {
            return x * x;
        }
        else if (x < 0)
        {
            return -x;
        }
        else if (x < 1)
        {
            return x * x * x;
        }
        else
        {
            return (2 * x) - 1 + (y * x);
        }
    }

    /// <summary>The same bands as a switch over relational patterns.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double LadderByPatterns(double x, double y) => x switch
    {
        < -1 => x * x,
        < 0 => -x,
        < 1 => x * x * x,
        _ => (2 * x) - 1 + (y * x),
    };

    /// <summary>The same bands, numbered first and then selected by a switch statement.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double LadderByBand(double x, double y)
    {
        int band = x < -1 ? 0 : x < 0 ? 1 : x < 1 ? 2 : 3;
        double result;
        switch (band)
        {
            case 0:
                result = x * x;
                break;
            case 1:
                result = -x;
                break;
            case 2:
                result = x * x * x;
                break;
            default:
                result = (2 * x) - 1;
                result += y * x;
                break;
        }
        return result;
    }

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double EarlyReturns(double x, double y)
    {
        if (x < 0)
        {
            return x * x;
        }
        if (y > 1)
        {
            return x * y;
        }
        return Math.Exp(x - y);
    }

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double ShortCircuit(double x, double y)
    {
        if (x > 0 && y / x > 0.5)
        {
            return Math.Log(x) * y;
        }
        if (x < -1 || y < 0)
        {
            return x * y * y;
        }
        return x + y;
    }

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double SwitchExpression(double x, double y)
    {
        double sum = 0;
        for (int mode = 0; mode < 4; mode++)
        {
            double value = mode switch
            {
                0 => x * y,
                1 => x / y,
                2 => Math.Pow(x, y),
                _ => x - y,
            };
            sum += (mode + 1) * value;
        }
        return sum;
    }

    /// <summary>The same sum with an enum and a helper that switches over it.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double SwitchOverEnum(double x, double y)
    {
        double sum = 0;
        for (Operation operation = Operation.Times; operation <= Operation.Minus; operation++)
        {
            sum += ((int)operation + 1) * Calculator.Apply(operation, x, y);
        }
        return sum;
    }
}

internal enum Operation
{
    Times,
    Over,
    Power,
    Minus,
}

internal static class Calculator
{
    public static double Apply(Operation operation, double left, double right)
    {
        switch (operation)
        {
            case Operation.Times:
                return left * right;
            case Operation.Over:
                return left / right;
            case Operation.Power:
                return Math.Pow(left, right);
            case Operation.Minus:
                return left - right;
            default:
                throw new ArgumentOutOfRangeException(nameof(operation));
        }
    }
}
