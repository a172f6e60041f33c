using System.Collections.Generic;
using System.Globalization;
using Proxima.Generator.Approximation;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>What the hover text of a table says: its form and size, how good it is, and how that is known.</summary>
internal static class TabulationRemarks
{
    public static IEnumerable<string> Of(Request request, Tabulated tabulated)
    {
        PieceTable table = tabulated.Table;
        ErrorBound bound = tabulated.Bound;
        yield return table.Form + "; " + Text(table.Bytes) + " bytes" + (table.IsSingle ? ", computed in double and rounded once" : "") + ".";
        string kind = request.Tabulation!.MaxError == 0 ? " relative" : "";
        yield return tabulated.IsProved
            ? "Proved by Taylor models on " + Text(bound.Boxes) + " boxes and error analysis of each operation:" + kind + " error at most " + RoundedText.Up(bound.Upper) + "; " + RoundedText.Down(bound.Lower) + " is reached near " + RoundedText.Near(bound.Where) + "."
            : "Estimated, not proved:" + kind + " error at most " + RoundedText.Up(bound.Upper) + " at " + Text(tabulated.Samples) + " arguments, the largest near " + RoundedText.Near(bound.Where) + "; " + tabulated.Unproved + ".";
        if (table.Pieces.Count > 1)
        {
            (double value, double slope) = table.Jumps();
            yield return "Where pieces meet, values differ by at most " + RoundedText.Up(value) + (request.Tabulation.Continuity == 1 ? " and slopes by at most " + RoundedText.Up(slope) : "") + ".";
        }
        yield return "The same bits on every processor, alone and in spans.";
    }

    /// <summary>The bound, what is reached and where, and the form: for a message.</summary>
    public static IEnumerable<string> InShort(Request request, Tabulated tabulated)
    {
        string kind = request.Tabulation!.MaxError == 0 ? " of it" : "";
        yield return RoundedText.Up(tabulated.Bound.Upper) + kind;
        yield return RoundedText.Down(tabulated.Bound.Lower);
        yield return RoundedText.Near(tabulated.Bound.Where);
        yield return tabulated.Table.Form + "; " + Text(tabulated.Table.Bytes) + " bytes";
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
