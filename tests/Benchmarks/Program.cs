using System.Linq;
using BenchmarkDotNet.Running;
using Benchmarks;

// --quick: pairs interleaved in this process, a Markdown table of ratios in under a minute. Otherwise: BenchmarkDotNet with its own arguments.
if (args.Contains("--quick"))
{
    Table.Print([.. Comparisons.All, .. DerivativeComparisons.All]);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(ModelBenchmarks).Assembly).Run(args);
