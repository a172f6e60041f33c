using System;
using System.Collections.Generic;

namespace Benchmarks;

/// <summary>Prints comparisons as a Markdown table.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<Comparison> comparisons)
    {
        Console.WriteLine("| comparison | ratio | target | | first, µs | second, µs |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (Comparison comparison in comparisons)
        {
            (double ratio, double numerator, double denominator) = Interleaved.Measure(comparison.Numerator, comparison.Denominator);
            bool isMet = comparison.IsUpperBound ? ratio <= comparison.Target : ratio >= comparison.Target;
            string target = FormattableString.Invariant($"{(comparison.IsUpperBound ? "≤" : "≥")} {comparison.Target}");
            Console.WriteLine(FormattableString.Invariant(
                $"| {comparison.Name} | {ratio:F2} | {target} | {(isMet ? "met" : "missed")} | {numerator * 1e6:F2} | {denominator * 1e6:F2} |"));
        }
    }
}
