using System;

namespace Proxima.Evolver.Search;

/// <summary>What an operation costs, in whole numbers, so that programs of one cost share a bin; zero for one that a program may not have.</summary>
internal sealed class CostModel
{
    private readonly int[] _costs;
    private readonly OperationKind[] _kinds;

    private CostModel(string name, int add, int multiply, int multiplyAdd, int divide, int select)
    {
        Name = name;
        _costs = [add, add, multiply, multiplyAdd, divide, select, select, select];
        _kinds = Array.FindAll(Enum.GetValues<OperationKind>(), kind => _costs[(int)kind] > 0);
    }

    /// <summary>A fused multiply-add is one, as is anything that could be one; a division is five.</summary>
    public static CostModel Fused { get; } = new("fma", 1, 1, 1, 5, 0);

    /// <summary>The same with minimum, maximum and absolute value, for functions with kinks.</summary>
    public static CostModel Kinked { get; } = new("kinked", 1, 1, 1, 5, 1);

    /// <summary>Each of + − × ÷ is one (Real et al. 2023).</summary>
    public static CostModel Plain { get; } = new("plain", 1, 1, 0, 1, 0);

    /// <summary>
    /// Places of a processor that issues four operations a cycle and takes two of them for a multiply-add; a division of floats holds its unit two and a half cycles
    /// (measured: Zen 5).
    /// </summary>
    public static CostModel Ports { get; } = new("ports", 1, 1, 2, 10, 1);

    public string Name { get; }

    public ReadOnlySpan<OperationKind> Kinds => _kinds;

    public int this[OperationKind kind] => _costs[(int)kind];

    public static CostModel Of(string name) => name switch
    {
        "fma" => Fused,
        "kinked" => Kinked,
        "plain" => Plain,
        "ports" => Ports,
        _ => throw new ArgumentException("a cost model is one of fma, kinked, plain, ports: " + name),
    };

    public int Of(Genome genome)
    {
        int sum = 0;
        for (int i = 0; i < genome.Count; i++)
        {
            sum += _costs[(int)genome.Kinds[i]];
        }
        return sum;
    }
}
