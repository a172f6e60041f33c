using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Benchmarks;

/// <summary>Where and when a table was measured, in one line.</summary>
internal static class Machine
{
    public static string Describe() => string.Join(
        " · ",
        FormattableString.Invariant($"{Processor()}, vectors of {Width()} bits, FMA peak {FmaPeak.Giga():F0} GFLOP/s (double)"),
        RuntimeInformation.FrameworkDescription,
        CompiledC.Version ?? "no gcc: the rows against C are skipped",
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static int Width() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>Name, family and model on Linux: virtual machines hide more in the name than in the numbers.</summary>
    private static string Processor()
    {
        const string Description = "/proc/cpuinfo";
        if (!File.Exists(Description))
        {
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
        Dictionary<string, string> fields = [];
        foreach (string line in File.ReadLines(Description))
        {
            string[] parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            fields.TryAdd(parts[0], parts[^1]);
        }
        string name = fields.GetValueOrDefault("model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        return fields.TryGetValue("cpu family", out string? family) ? $"{name} (family {family}, model {fields.GetValueOrDefault("model")})" : name;
    }
}
