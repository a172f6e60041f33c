using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Benchmarks;

/// <summary>Where and when a table was measured, in one line.</summary>
internal static class Machine
{
    public static string Describe() => string.Join(
        " · ",
        Processor() + ", vectors of " + (Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128) + " bits",
        RuntimeInformation.FrameworkDescription,
        CompiledC.Version ?? "no gcc: the rows against C are skipped",
        DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static string Processor()
    {
        const string File = "/proc/cpuinfo";
        string? model = System.IO.File.Exists(File)
            ? System.IO.File.ReadLines(File).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return model ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
