using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <content>What loses digits, or takes longer than it need.</content>
internal static partial class Descriptors
{
    private const string Accuracy = "Proxima.Accuracy";

    /// <summary>Those that look at expressions as they are written, in models and, when asked for, in any code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Quality { get; } =
    [
        Lossy(DiagnosticIds.LogarithmNearOne, "Logarithm near 1", "'{0}' loses the digits of '{1}' where that is small; write '{2}'"),
        Lossy(DiagnosticIds.ExponentialLessOne, "Exponential less 1", "'{0}' loses digits where '{1}' is small; write '{2}'"),
        Lossy(DiagnosticIds.CosineNearOne, "Cosine near 1", "'{0}' loses digits where '{1}' is small; write '{2}'"),
        Advice(DiagnosticIds.SmallPower, "Power of a small constant", "'{0}' calls the general power, which is slower and rounds once more; write '{1}'"),
        Advice(DiagnosticIds.RootOfSquares, "Root of a sum of squares", "'{0}' overflows or loses digits where a square does; write '{1}' unless speed matters more"),
        Advice(DiagnosticIds.DifferenceOfSquares, "Difference of squares", "'{0}' loses digits where both are nearly equal; write '{1}'"),
        Advice(DiagnosticIds.SumInFloat, "Long sum in float", "'{0}' is summed in float over a loop: every addition can lose up to 2⁻²⁴ of the sum; declare it as double"),
        Advice(DiagnosticIds.EqualityOfFloats, "Equality of computed numbers", "'{0}' compares rounded numbers for equality; compare their distance with what rounding can make of it"),
        Lossy(DiagnosticIds.IntegerDivision, "Integer division among real numbers", "'{0}' divides whole numbers and drops the remainder before it becomes {1}; write '{2}'"),
        Advice(DiagnosticIds.MathOnFloat, "Double function of floats", "'{0}' computes in double and rounds to float; write '{1}'"),
    ];

    /// <summary>Found by running the model.</summary>
    public static DiagnosticDescriptor Cancellation { get; } =
        Lossy(DiagnosticIds.Cancellation, "Cancellation on the domain", "This sum loses {0} of {1} digits at {2}, and with it the result: its terms nearly cancel there; write it without that difference");

    private static DiagnosticDescriptor Lossy(string id, string title, string message) =>
        new(id, title, message, Accuracy, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(id));

    private static DiagnosticDescriptor Advice(string id, string title, string message) =>
        new(id, title, message, Accuracy, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(id));
}
