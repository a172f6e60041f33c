using System;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Primitives;

/// <summary>Steps: constant between jumps, so their derivative is zero wherever it exists.</summary>
internal static partial class Elementary
{
    private const string StepConvention = "the derivative is zero";

    public static readonly Primitive Floor = Step("floor", "Floor", Math.Floor, DoubleDoubleFunctions.Floor, "jumps at whole numbers");

    public static readonly Primitive Ceiling = Step("ceiling", "Ceiling", Math.Ceiling, DoubleDoubleFunctions.Ceiling, "jumps at whole numbers");

    public static readonly Primitive Truncate = Step("truncate", "Truncate", Math.Truncate, DoubleDoubleFunctions.Truncate, "jumps at whole numbers");

    /// <summary>To the nearest, ties to even.</summary>
    public static readonly Primitive Round = Step("round", "Round", Math.Round, DoubleDoubleFunctions.Round, "jumps half way between whole numbers");

    public static readonly Primitive RoundToDigits = new()
    {
        Name = "roundToDigits", Arity = 2, Cost = Cost.Moderate, Partials = [null, null],
        Kink = "jumps half way between decimals", Convention = StepConvention,
        DoubleText = "Math.Round({0}, {1})", FloatText = "MathF.Round({0}, {1})",
        Evaluate = static a => Math.Round(a[0], (int)a[1]),
        Precise = static a => RoundedToDigits(a[0], (int)a[1].Hi, MidpointToEven),
    };

    /// <summary>The mode is an <see langword="int"/> with MidpointRounding's values.</summary>
    public static readonly Primitive RoundByMode = new()
    {
        Name = "roundByMode", Arity = 2, Cost = Cost.Moderate, Partials = [null, null],
        Kink = "jumps half way between whole numbers, or at them, by the mode", Convention = StepConvention,
        DoubleText = "Math.Round({0}, (MidpointRounding)({1}))", FloatText = "MathF.Round({0}, (MidpointRounding)({1}))",
        Evaluate = static a => Rounded(a[0], (int)a[1]).Hi,
        Precise = static a => Rounded(a[0], (int)a[1].Hi),
    };

    public static readonly Primitive RoundToDigitsByMode = new()
    {
        Name = "roundToDigitsByMode", Arity = 3, Cost = Cost.Moderate, Partials = [null, null, null],
        Kink = "jumps half way between decimals, or at them, by the mode", Convention = StepConvention,
        DoubleText = "Math.Round({0}, {1}, (MidpointRounding)({2}))", FloatText = "MathF.Round({0}, {1}, (MidpointRounding)({2}))",
        Evaluate = static a => RoundedInDouble(a[0], (int)a[1], (int)a[2]),
        Precise = static a => RoundedToDigits(a[0], (int)a[1].Hi, (int)a[2].Hi),
    };

    /// <summary>The neighbour is not a function of a real number: no rule.</summary>
    public static readonly Primitive BitIncrement = new()
    {
        Name = "bitIncrement", Arity = 1, DoubleText = "Math.BitIncrement({0})", FloatText = "MathF.BitIncrement({0})",
        Evaluate = static a => RoundOnce.BitIncrement(a[0]), Precise = static a => RoundOnce.BitIncrement(a[0].Hi),
    };

    public static readonly Primitive BitDecrement = new()
    {
        Name = "bitDecrement", Arity = 1, DoubleText = "Math.BitDecrement({0})", FloatText = "MathF.BitDecrement({0})",
        Evaluate = static a => RoundOnce.BitDecrement(a[0]), Precise = static a => RoundOnce.BitDecrement(a[0].Hi),
    };

    /// <summary>No rule: <c>x - Math.Round(x / y) * y</c> says which quotient is held constant.</summary>
    public static readonly Primitive IEEERemainder = new()
    {
        Name = "ieeeRemainder", Arity = 2, Cost = Cost.Expensive,
        DoubleText = "Math.IEEERemainder({0}, {1})", FloatText = "MathF.IEEERemainder({0}, {1})",
        Evaluate = static a => Math.IEEERemainder(a[0], a[1]),
        Precise = static a => a[0] - (DoubleDoubleFunctions.Round(a[0] / a[1]) * a[1]),
    };

    private const int MidpointToEven = 0;
    private const int MidpointAwayFromZero = 1;
    private const int MidpointToZero = 2;
    private const int MidpointDown = 3;
    private const int MidpointUp = 4;

    private static Primitive Step(string name, string method, Func<double, double> evaluate, Func<DoubleDouble, DoubleDouble> precise, string kink) => new()
    {
        Name = name, Arity = 1, Cost = Cost.Cheap, Partials = [null], Kink = kink, Convention = StepConvention,
        DoubleText = "Math." + method + "({0})", FloatText = "MathF." + method + "({0})", LanesText = "{V}." + method + "({0})",
        Evaluate = a => evaluate(a[0]), Precise = a => precise(a[0]),
    };

    private static DoubleDouble Rounded(DoubleDouble x, int mode)
    {
        switch (mode)
        {
            case MidpointToEven:
                return DoubleDoubleFunctions.Round(x);
            case MidpointAwayFromZero:
                DoubleDouble whole = DoubleDoubleFunctions.Truncate(x);
                DoubleDouble rest = (x - whole).Abs();
                return rest >= 0.5 ? whole + (x.IsNegative ? -1 : 1) : whole;
            case MidpointToZero:
                return DoubleDoubleFunctions.Truncate(x);
            case MidpointDown:
                return DoubleDoubleFunctions.Floor(x);
            case MidpointUp:
                return DoubleDoubleFunctions.Ceiling(x);
            default:
                throw new ArgumentException("The rounding mode is not one of MidpointRounding.");
        }
    }

    private static DoubleDouble RoundedToDigits(DoubleDouble x, int digits, int mode)
    {
        DoubleDouble power = PowerOfTen(digits, 15);
        return x.Abs().Hi < 1e16 ? Rounded(x * power, mode) / power : x;
    }

    /// <summary>As Math.Round does it: scaled, rounded and scaled back, each in double.</summary>
    private static double RoundedInDouble(double x, int digits, int mode)
    {
        double power = PowerOfTen(digits, 15);
        return Math.Abs(x) < 1e16 ? Rounded(x * power, mode).Hi / power : x;
    }

    /// <summary>As MathF.Round does it, each step in float.</summary>
    internal static float RoundedInSingle(float x, int digits, int mode = MidpointToEven)
    {
        float power = (float)PowerOfTen(digits, 6);
        return Math.Abs(x) < 1e8f ? (float)Rounded((float)(x * power), mode).Hi / power : x;
    }

    private static double PowerOfTen(int digits, int most) =>
        digits >= 0 && digits <= most ? DoubleDoubleFunctions.Exp10(digits).Hi : throw new ArgumentOutOfRangeException(nameof(digits));
}
