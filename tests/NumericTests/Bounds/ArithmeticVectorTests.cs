using System;
using System.Collections.Generic;
using Proxima;
using Xunit.Abstractions;

namespace NumericTests.Bounds;

/// <summary>Arithmetic against the vectors of IEEE 1788 and of MPFR: always the tightest result, with and without directed rounding in hardware.</summary>
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
        ["intersection"] = static (x, n) => Interval.Intersect(x[0], x[1]),
        ["convexHull"] = static (x, n) => Interval.Hull(x[0], x[1]),
    };

    public static TheoryData<string> Standard => [.. Functions.Keys];

    public static TheoryData<string> Tight => ["add", "sub", "mul", "div", "sqr", "sqrt"];

    [SharedTheory(VectorFiles.Folder)]
    [MemberData(nameof(Standard))]
    public void Standard_vectors_are_met(string operation) => VectorCheck.Encloses(operation, VectorFiles.Standard(operation), Functions[operation], 0, output);

    [Theory]
    [MemberData(nameof(Tight))]
    public void Tight_vectors_are_met(string operation) => VectorCheck.Encloses(operation, VectorFiles.Tight(operation), Functions[operation], 0, output);
}
