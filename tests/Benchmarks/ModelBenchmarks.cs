using BenchmarkDotNet.Attributes;

namespace Benchmarks;

/// <summary>The same work under BenchmarkDotNet: times, allocations, disassembly.</summary>
[MemoryDiagnoser]
public class ModelBenchmarks
{
    private readonly Columns _rows = new(10_000);
    private readonly double[] _point = Columns.Random(1000, 7);
    private readonly double[] _slope = new double[1000];

    [Benchmark]
    public double RosenbrockValue() => Models.Rosenbrock(_point[0], _point[1]);

    [Benchmark]
    public double RosenbrockGradient() => Models.RosenbrockGradient(_point[0], _point[1], out double dX, out double dY) + dX + dY;

    [Benchmark]
    public double ChainValue() => Models.Chain(_point);

    [Benchmark]
    public double ChainGradient() => Models.ChainGradient(_point, _slope);

    [Benchmark]
    public void MixedScalar() => _rows.ScalarValues();

    [Benchmark]
    public void MixedBatch() => _rows.BatchValues();

    [Benchmark]
    public void MixedGradientScalar() => _rows.ScalarGradients();

    [Benchmark]
    public void MixedGradientBatch() => _rows.BatchGradients();
}
