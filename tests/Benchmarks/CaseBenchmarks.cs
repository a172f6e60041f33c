using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace Benchmarks;

/// <summary>
/// Every contestant of every case under BenchmarkDotNet: times with their errors, allocations. Choose with <c>--filter "*part of a name*"</c>. In this
/// process, because the C rivals and the problems are found from here.
/// </summary>
[InProcess, MemoryDiagnoser]
public class CaseBenchmarks
{
    private Contestant? _contestant;

    public static IEnumerable<string> Names =>
        AllCases.Makers.SelectMany(static entry => entry.Make(entry.Name).Contestants().Select(contestant => Name(entry.Name, contestant)));

    [ParamsSource(nameof(Names))]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Find()
    {
        foreach ((string name, System.Func<string, Case> make) in AllCases.Makers.Where(entry => Case.StartsWith(entry.Name + ": ", System.StringComparison.Ordinal)))
        {
            _contestant ??= make(name).Contestants().FirstOrDefault(contestant => Name(name, contestant) == Case);
        }
    }

    [Benchmark]
    public void Run() => _contestant!.Run();

    private static string Name(string @case, Contestant contestant) => @case + ": " + contestant.Name;
}
