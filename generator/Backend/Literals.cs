using System;
using System.Globalization;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Backend;

/// <summary>Constants as C# text: the shortest form that parses back to the same bits.</summary>
internal static class Literals
{
    public static string Text(Constant constant) => constant.Type switch
    {
        ScalarType.Bool => constant.IsTrue ? "true" : "false",
        ScalarType.Int => constant.Bits == int.MinValue ? "int.MinValue" : constant.Bits.ToString(CultureInfo.InvariantCulture),
        ScalarType.UInt => constant.Bits.ToString(CultureInfo.InvariantCulture) + "U",
        ScalarType.Long => constant.Bits == long.MinValue ? "long.MinValue" : constant.Bits.ToString(CultureInfo.InvariantCulture) + "L",
        ScalarType.ULong => ((ulong)constant.Bits).ToString(CultureInfo.InvariantCulture) + "UL",
        ScalarType.Float => Single((float)constant.Real),
        ScalarType.Interval when double.IsNaN(constant.Real) => "Interval.Empty",
        ScalarType.IntervalLanes when double.IsNaN(constant.Real) => "IntervalLanes.Empty",
        ScalarType.Truth or ScalarType.FormTruth => constant.Bits == 2 ? "default" : constant.Bits == 1 ? "true" : "false",
        _ => Double(constant.Real),
    };

    private static string Double(double value)
    {
        if (double.IsNaN(value))
        {
            return "double.NaN";
        }
        if (double.IsInfinity(value))
        {
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }
        return value == Math.PI ? "Math.PI" : Finite(value, 15, 17, static text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static string Single(float value)
    {
        if (float.IsNaN(value))
        {
            return "float.NaN";
        }
        if (float.IsInfinity(value))
        {
            return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        }
        return Finite(value, 6, 9, static text => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)) + "f";
    }

    private static string Finite(double value, int fewest, int most, Func<string, double> parse)
    {
        if (value == 0 && BitConverter.DoubleToInt64Bits(value) < 0)
        {
            return "-0.0";
        }
        string text = "";
        for (int digits = fewest; digits <= most; digits++)
        {
            text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (parse(text).Equals(value))
            {
                break;
            }
        }
        return text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text;
    }
}
