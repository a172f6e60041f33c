using System;
using System.Collections.Generic;
using Proxima;
using Xunit.Abstractions;

namespace NumericTests.Bounds;

/// <summary>Arithmetic against the vectors of IEEE 1788 and of MPFR: the tightest results, with and without directed rounding in hardware.</summary>
[Trait("Category", "Batch")]
public sealed class ArithmeticVectorTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, Func<Interval[], int, Interval>> Functions = new()
    {
        ["pos"] = static (x, n) => +x[0],
        ["neg"] = static (x, n) => -x[0],
        ["add"] = static (x, n) => x[0] + x[1],
        ["sub"] = static (x, n) => x[0] - x[1],
        ["mul"] = static (x, n) => x[0] * x[1],
        ["div"] = static (x, n) => x[0] / x[1],
        ["recip"] = static (x, n) => 1 / x[0],
        ["sqr"] = static (x, n) => Interval.Sqr(x[0]),
        ["sqrt"] = static (x, n) => Interval.Sqrt(x[0]),
        ["fma"] = static (x, n) => Interval.FusedMultiplyAdd(x[0], x[1], x[2]),
        ["abs"] = static (x, n) => Interval.Abs(x[0]),
        ["sign"] = static (x, n) => Interval.Sign(x[0]),
        ["min"] = static (x, n) => Interval.Min(x[0], x[1]),
        ["max"] = static (x, n) => Interval.Max(x[0], x[1]),
        ["floor"] = static (x, n) => Interval.Floor(x[0]),
        ["ceil"] = static (x, n) => Interval.Ceiling(x[0]),
        ["trunc"] = static (x, n) => Interval.Truncate(x[0]),
        ["roundTiesToEven"] = static (x, n) => Interval.Round(x[0]),
        ["roundTiesToAway"] = static (x, n) => Interval.Round(x[0], MidpointRounding.AwayFromZero),
        ["pown"] = static (x, n) => Interval.PowN(x[0], n),
        ["intersection"] = static (x, n) => Interval.Intersect(x[0], x[1]),
        ["convexHull"] = static (x, n) => Interval.Hull(x[0], x[1]),
    };

    public static TheoryData<string> Standard => [.. Functions.Keys];

    public static TheoryData<string> Tight => ["add", "sub", "mul", "div", "sqr", "sqrt", "fma", "pown"];

    [SharedTheory(VectorFiles.Folder)]
    [MemberData(nameof(Standard))]
    public void Standard_vectors_are_met(string operation) => VectorCheck.Encloses(operation, VectorFiles.Standard(operation), Functions[operation], Allowed(operation), output);

    [Theory]
    [MemberData(nameof(Tight))]
    public void Tight_vectors_are_met(string operation) => VectorCheck.Encloses(operation, VectorFiles.Tight(operation), Functions[operation], Allowed(operation), output);

    // Powers next to a double, and multiply-adds without the instruction where one term is 2⁹⁰⁰ times the other, are rounded twice.
    private static double Allowed(string operation) => operation == "pown" || (operation == "fma" && !Directed.Embedded.IsSupported) ? 1 : 0;
}
