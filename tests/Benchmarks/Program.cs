using System;
using BenchmarkDotNet.Running;
using Benchmarks;

// --quick [part of a name]: contestants interleaved in this process, a Markdown table of ratios in under five minutes. Otherwise: BenchmarkDotNet with
// its own arguments.
int quick = Array.IndexOf(args, "--quick");
if (quick >= 0)
{
    QuickRun.Start(quick + 1 < args.Length ? args[quick + 1] : null);
    return;
}

// --exhaustive FILE: approximations at every float, a table into a file.
int exhaustive = Array.IndexOf(args, "--exhaustive");
if (exhaustive >= 0)
{
    Environment.ExitCode = Exhaustive.Run(args[exhaustive + 1]) ? 0 : 1;
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(CaseBenchmarks).Assembly).Run(args);
