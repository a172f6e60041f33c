using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>What the hover text of an approximation says: its form, what it costs, how good it is and why that is known.</summary>
internal static class ApproximationRemarks
{
    public static IEnumerable<string> Of(Request request, Approximated approximated)
    {
        Scheme scheme = approximated.Scheme;
        yield return Form(scheme);
        (int multiplyAdds, int multiplies, int adds) = PortCost.Operations(scheme);
        string[] operations = [.. new[] { Count(multiplyAdds, "fused multiply-add"), Count(multiplies, "multiplication"), Count(adds, "subtraction"), Count(scheme.Segments == 1 ? 0 : scheme.Powers.Count + 1, "look-up") }.Where(static s => s.Length > 0)];
        yield return Joined(operations) + " after clamping; at least " + approximated.Cycles.ToString("0.##", CultureInfo.InvariantCulture) + " cycles for " + (scheme.IsSingle ? "16" : "8") + " values.";
        string kind = request.Approximation!.MaxError == 0 ? " relative" : "";
        yield return "Proved by Taylor models on " + approximated.Bound.Boxes.ToString(CultureInfo.InvariantCulture) + " boxes and error analysis of each operation:" + kind + " error at most " + Short(approximated.Bound.Upper)
            + "; " + Short(approximated.Bound.Lower) + " is reached near " + Short(approximated.Bound.Where) + ".";
        yield return "The same bits on every processor; vectors need AVX-512, other processors go one by one.";
    }

    /// <summary>The bound in few digits, rounded up, as long as that keeps what was asked for.</summary>
    public static string Error(Request request, Approximated approximated)
    {
        double bound = approximated.Bound.Upper;
        if (bound == 0)
        {
            return "0.0";
        }
        int exponent = 0;
        double unit = 1;
        while (bound / unit < 100)
        {
            unit /= 10;
            exponent--;
        }
        while (bound / unit >= 1000)
        {
            unit *= 10;
            exponent++;
        }
        string text = Math.Ceiling(bound / unit).ToString("F0", CultureInfo.InvariantCulture) + "E" + exponent.ToString(CultureInfo.InvariantCulture);
        double rounded = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        ApproximationRequest asked = request.Approximation!;
        double limit = Math.Max(asked.MaxError, asked.RelativeError);
        return Literals.Text(Build.Double(rounded >= bound && (limit == 0 || rounded <= limit) ? rounded : bound));
    }

    private static string Form(Scheme scheme)
    {
        EquatableArray<int> powers = scheme.Powers;
        string degree = powers[powers.Count - 1].ToString(CultureInfo.InvariantCulture);
        if (scheme.Segments > 1)
        {
            return scheme.Segments.ToString(CultureInfo.InvariantCulture) + " equal pieces, each a polynomial of degree " + degree + " about its middle.";
        }
        string shape = powers switch
        {
            _ when !PolynomialKernel.IsOfSquare(powers) => "A polynomial",
            _ when PolynomialKernel.IsLifted(powers) => "A constant and an odd polynomial",
            _ when (powers[0] & 1) == 1 => "An odd polynomial",
            _ => "An even polynomial",
        };
        return shape + " of degree " + degree + (scheme.Middles.Count == 0 ? "." : " about the middle of the interval.");
    }

    private static string Count(int count, string what)
    {
        if (count == 0)
        {
            return "";
        }
        return count.ToString(CultureInfo.InvariantCulture) + " " + what + (count == 1 ? "" : "s");
    }

    private static string Joined(string[] parts) => parts.Length == 1 ? parts[0] : string.Join(", ", parts.Take(parts.Length - 1)) + " and " + parts[parts.Length - 1];

    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
