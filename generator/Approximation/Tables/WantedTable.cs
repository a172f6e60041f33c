namespace Proxima.Generator.Approximation;

/// <summary>What is asked of a table: a domain, an error, a format, and how smoothly pieces meet.</summary>
/// <param name="Continuity">−1: pieces need not meet; 0: their values do; 1: their slopes too.</param>
internal sealed record WantedTable(double Lo, double Hi, Measure Measure, double Tolerance, bool IsSingle, int Continuity = -1);

/// <summary>A table and what is known about its error.</summary>
/// <param name="Bound">Proved, or where <paramref name="Unproved"/> says why not, the largest error that was seen.</param>
/// <param name="Samples">At how many arguments the error was looked at.</param>
/// <param name="Unproved">Why the error is not proved; "" where it is.</param>
internal sealed record Tabulated(PieceTable Table, ErrorBound Bound, int Samples, string Unproved)
{
    public bool IsProved => Unproved.Length == 0;
}
