using System;
using System.Collections.Generic;
using System.Linq;
using Proxima;
using Xunit.Abstractions;

namespace NumericTests.Bounds;

/// <summary>
/// Elementary functions against the vectors of IEEE 1788 and of MPFR, among them arguments whose results are hard to round: the tightest result, or one ulp more at an
/// end that comes within 2⁻⁶⁰ of a double, which the errors of the kernels do not tell from it.
/// </summary>
[Trait("Category", "Batch")]
public sealed class ElementaryVectorTests(ITestOutputHelper output)
{
    private static readonly Interval NotNegative = new(0, double.PositiveInfinity);

    private static readonly Dictionary<string, Func<Interval[], int, Interval>> Functions = new()
    {
        ["exp"] = static (x, n) => Interval.Exp(x[0]),
        ["exp2"] = static (x, n) => Interval.Exp2(x[0]),
        ["exp10"] = static (x, n) => Interval.Exp10(x[0]),
        ["expm1"] = static (x, n) => Interval.ExpM1(x[0]),
        ["log"] = static (x, n) => Interval.Log(x[0]),
        ["log2"] = static (x, n) => Interval.Log2(x[0]),
        ["log10"] = static (x, n) => Interval.Log10(x[0]),
        ["log1p"] = static (x, n) => Interval.LogP1(x[0]),
        ["sin"] = static (x, n) => Interval.Sin(x[0]),
        ["cos"] = static (x, n) => Interval.Cos(x[0]),
        ["tan"] = static (x, n) => Interval.Tan(x[0]),
        ["asin"] = static (x, n) => Interval.Asin(x[0]),
        ["acos"] = static (x, n) => Interval.Acos(x[0]),
        ["atan"] = static (x, n) => Interval.Atan(x[0]),
        ["atan2"] = static (x, n) => Interval.Atan2(x[0], x[1]),
        ["sinh"] = static (x, n) => Interval.Sinh(x[0]),
        ["cosh"] = static (x, n) => Interval.Cosh(x[0]),
        ["tanh"] = static (x, n) => Interval.Tanh(x[0]),
        ["asinh"] = static (x, n) => Interval.Asinh(x[0]),
        ["acosh"] = static (x, n) => Interval.Acosh(x[0]),
        ["atanh"] = static (x, n) => Interval.Atanh(x[0]),
        ["cbrt"] = static (x, n) => Interval.Cbrt(x[0]),
        ["hypot"] = static (x, n) => Interval.Hypot(x[0], x[1]),
        ["pow"] = static (x, n) => Interval.Pow(Interval.Intersect(x[0], NotNegative), x[1]),
        ["pown"] = static (x, n) => Interval.Pow(x[0], n),
        ["erf"] = static (x, n) => Interval.Erf(x[0]),
        ["erfc"] = static (x, n) => Interval.Erfc(x[0]),
    };

    public static TheoryData<string> Standard => [.. Functions.Keys.Except(["log1p", "expm1", "cbrt", "hypot", "erf", "erfc"])];

    public static TheoryData<string> Tight => [.. Functions.Keys.Except(["atan2"])];

    [SharedTheory(VectorFiles.Folder)]
    [MemberData(nameof(Standard))]
    public void Standard_vectors_are_met(string operation)
    {
        // The standard leaves 0⁰ undefined, Math.Pow makes it 1.
        IEnumerable<IntervalVector> vectors = VectorFiles.Standard(operation).Where(vector => operation != "pow" || !IsZeroToZero(vector.Intervals));
        VectorCheck.Encloses(operation, vectors, Functions[operation], 1, output);
    }

    [SharedTheory(VectorFiles.Folder)]
    [InlineData("pow")]
    public void Standard_powers_are_contained_where_negative_bases_count_too(string operation) =>
        VectorCheck.Encloses(operation, VectorFiles.Standard(operation), static (x, n) => Interval.Pow(x[0], x[1]), double.PositiveInfinity, output);

    [Theory]
    [MemberData(nameof(Tight))]
    public void Tight_vectors_are_met(string operation) => VectorCheck.Encloses(operation, VectorFiles.Tight(operation), Functions[operation], 1, output);

    private static bool IsZeroToZero(Interval[] x) => x[0].Lo <= 0 && x[0].Hi >= 0 && x[1].Lo <= 0 && x[1].Hi >= 0 && (x[0].Hi == 0 || x[1].Hi == 0);
}
