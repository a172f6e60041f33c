using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Threading;
using Tests.Shared;

namespace NumericTests.Singles;

/// <summary>What an exhaustive run found: a line for each kernel, with a hash of all results and one of the subset that every build looks at.</summary>
internal static class SingleTable
{
    private const string Head =
        "# Kernels of single precision at all 2³² floats\n\n"
        + "Written by `PROXIMA_EXHAUSTIVE=1 dotnet test tests/NumericTests -c Release --filter SingleKernelTests`, with fused multiply-adds. Errors are in units in the last place of the exact value; "
        + "infinities, NaN, signs of zero and subnormal numbers are among the floats, and one in a wrong place would count as an infinite error. Beyond ±1e5 the sine, the cosine and the tangent are those of double precision, rounded: one in 61 of these is looked at.\n\n"
        + "| kernel | worst, ulp | at | hash of all results | hash of one in 1009 |\n|---|---|---|---|---|\n";

    private static readonly Lock s_writing = new();

    private static string FileName => Path.Combine(Repository.Root, "tests", "NumericTests", "Singles", "Exhaustive.md");

    /// <summary>Replaces or adds a kernel's line.</summary>
    public static void Write(string name, SingleSweep sweep, uint subset)
    {
        lock (s_writing)
        {
            SortedDictionary<string, string> lines = new(Lines(), StringComparer.Ordinal)
            {
                [name] = string.Create(CultureInfo.InvariantCulture, $"| {name} | {sweep.Worst:F4} | {sweep.At:R} | {sweep.Hash:x8} | {subset:x8} |"),
            };
            File.WriteAllText(FileName, Head + string.Concat(lines.Values.Select(static line => line + "\n")));
        }
    }

    /// <summary>Fails where a kernel is not the one that was looked at, on processors that fuse multiply-adds as the one did.</summary>
    public static void RequireSubset(string name, uint subset)
    {
        if (Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            Assert.True(
                Lines().TryGetValue(name, out string? line) && line.EndsWith(string.Create(CultureInfo.InvariantCulture, $" {subset:x8} |"), StringComparison.Ordinal),
                $"{name} has the hash {subset:x8}, another than in {FileName}: it has to be looked at again, see there");
        }
    }

    private static Dictionary<string, string> Lines() => File.Exists(FileName)
        ? File.ReadAllLines(FileName).Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| kernel", StringComparison.Ordinal)).ToDictionary(static line => line.Split('|')[1].Trim())
        : [];
}
