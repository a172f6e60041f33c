using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>
/// Processor time of this thread, which neither a busy core nor the JIT's own threads lengthen. Where the system does not tell it, the time of the
/// process, and the wall clock on Windows, whose processor times step by 15 ms.
/// </summary>
internal static partial class ThreadClock
{
    private const int ThreadTime = 3; // CLOCK_THREAD_CPUTIME_ID

    public static double Seconds()
    {
        if (OperatingSystem.IsLinux() && ClockGetTime(ThreadTime, out TimeSpecification time) == 0)
        {
            return time.Seconds + (1e-9 * time.Nanoseconds);
        }
        return OperatingSystem.IsWindows() ? Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency : Environment.CpuUsage.TotalTime.TotalSeconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpecification time);

    private struct TimeSpecification
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
