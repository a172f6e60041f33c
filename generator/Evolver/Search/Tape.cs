using System;
using System.Runtime.Intrinsics;

namespace Proxima.Evolver.Search;

/// <summary>
/// Runs a program on all nodes at once, and backwards: rows are the argument, the constants, the operations; the adjoint rows of the constants are the columns of the
/// Jacobian. Vectors of 512 bits are the same operations on every host, so that the bits are.
/// </summary>
internal sealed unsafe class Tape : IDisposable
{
    private const int RowCount = 1 + Genome.MostConstants + Genome.MostOperations;

    private readonly Rows _values = new(RowCount, Nodes.Count);
    private readonly Rows _rests = new(RowCount, Nodes.Count);
    private readonly Rows _adjoints = new(RowCount, Nodes.Count);
    private readonly int[] _slots = new int[3 * Genome.MostOperations];

    public Rows Values => _values;

    /// <summary>The column of the Jacobian that belongs to a constant.</summary>
    public double* Column(int constant) => _adjoints[1 + constant];

    /// <summary>Finds the rows of a program's operands; once before it runs with several constants.</summary>
    public void Prepare(Genome genome, Nodes nodes)
    {
        Buffer.MemoryCopy(nodes.X, _values[0], Nodes.Count * sizeof(double), Nodes.Count * sizeof(double));
        for (int i = 0; i < 3 * genome.Count; i++)
        {
            int operand = genome.Operands[i];
            _slots[i] = Nodes.Count * (operand > 0 ? genome.ConstantCount + operand : -operand);
        }
    }

    /// <summary>The values of all operations; gives the row of the result.</summary>
    public double* Run(Genome genome)
    {
        double* values = _values.Pointer;
        for (int k = 0; k < genome.ConstantCount; k++)
        {
            Vector512<double> constant = Vector512.Create(genome.Constants[k]);
            double* row = _values[1 + k];
            for (int i = 0; i < Nodes.Count; i += 8)
            {
                constant.StoreAligned(row + i);
            }
        }
        double* result = _values[1 + genome.ConstantCount];
        fixed (int* slots = _slots)
        {
            for (int step = 0; step < genome.Count; step++)
            {
                int* slot = slots + (3 * step);
                Run(genome.Kinds[step], values + slot[0], values + slot[1], values + slot[2], result);
                result += Nodes.Count;
            }
        }
        return result - Nodes.Count;
    }

    /// <summary>The derivatives of the result, times a seed, in every row.</summary>
    public void RunBackwards(Genome genome, double* seed)
    {
        int rows = 1 + genome.ConstantCount + genome.Count;
        new Span<double>(_adjoints.Pointer, (rows - 1) * Nodes.Count).Clear();
        Buffer.MemoryCopy(seed, _adjoints[rows - 1], Nodes.Count * sizeof(double), Nodes.Count * sizeof(double));
        double* values = _values.Pointer, adjoints = _adjoints.Pointer;
        fixed (int* slots = _slots)
        {
            for (int step = genome.Count - 1; step >= 0; step--)
            {
                int* slot = slots + (3 * step);
                int row = (1 + genome.ConstantCount + step) * Nodes.Count;
                double* a = values + slot[0], b = values + slot[1], result = values + row, adjoint = adjoints + row;
                double* toA = adjoints + slot[0], toB = adjoints + slot[1], toC = adjoints + slot[2];
                RunBackwards(genome.Kinds[step], a, b, result, adjoint, toA, toB, toC);
            }
        }
    }

    /// <summary>The rounding errors of all operations, in units in the last place of their results, as far as they reach the result: to first order, with the signs against it.</summary>
    public void Roundings(Genome genome, double unit, double* sums)
    {
        Vector512<long> exponent = Vector512.Create(0x7FF0000000000000L);
        for (int i = 0; i < Nodes.Count; i += 8)
        {
            Vector512<double> sum = Vector512<double>.Zero;
            for (int step = 0; step < genome.Count; step++)
            {
                int row = ((1 + genome.ConstantCount + step) * Nodes.Count) + i;
                Vector512<double> power = (Vector512.LoadAligned(_values.Pointer + row).AsInt64() & exponent).AsDouble();
                sum = Vector512.FusedMultiplyAdd(power, Vector512.Abs(Vector512.LoadAligned(_adjoints.Pointer + row)), sum);
            }
            (sum * Vector512.Create(unit)).StoreAligned(sums + i);
        }
    }

    /// <summary>The same program in double-doubles; gives the row of the result, and its rests.</summary>
    public double* RunPrecisely(Genome genome, out double* rests)
    {
        int operations = 1 + genome.ConstantCount;
        for (int k = 0; k < genome.ConstantCount; k++)
        {
            new Span<double>(_values[1 + k], Nodes.Count).Fill(genome.Constants[k]);
            new Span<double>(_rests[1 + k], Nodes.Count).Fill(genome.Rests[k]);
        }
        for (int step = 0; step < genome.Count; step++)
        {
            int a = _slots[3 * step], b = _slots[(3 * step) + 1], c = _slots[(3 * step) + 2], to = (operations + step) * Nodes.Count;
            for (int i = 0; i < Nodes.Count; i += 8)
            {
                Pair result = Run(genome.Kinds[step], Load(a + i), Load(b + i), Load(c + i));
                result.High.StoreAligned(_values.Pointer + to + i);
                result.Low.StoreAligned(_rests.Pointer + to + i);
            }
        }
        rests = _rests[operations + genome.Count - 1];
        return _values[operations + genome.Count - 1];
    }

    public void Dispose()
    {
        _values.Dispose();
        _rests.Dispose();
        _adjoints.Dispose();
    }

    private Pair Load(int place) => new(Vector512.LoadAligned(_values.Pointer + place), Vector512.LoadAligned(_rests.Pointer + place));

    private static Pair Run(OperationKind kind, Pair a, Pair b, Pair c) => kind switch
    {
        OperationKind.Add => a + b,
        OperationKind.Subtract => a - b,
        OperationKind.Multiply => a * b,
        OperationKind.MultiplyAdd => (a * b) + c,
        OperationKind.Divide => a / b,
        OperationKind.Absolute => Pair.Select(Vector512.LessThan(a.High, Vector512<double>.Zero), -a, a),
        OperationKind.Least => Pair.Select(Vector512.LessThan(a.High, b.High), a, b),
        _ => Pair.Select(Vector512.GreaterThan(a.High, b.High), a, b),
    };

    private static void Run(OperationKind kind, double* a, double* b, double* c, double* result)
    {
        switch (kind)
        {
            case OperationKind.Add:
                for (int i = 0; i < Nodes.Count; i += 8)
                {
                    (Vector512.LoadAligned(a + i) + Vector512.LoadAligned(b + i)).StoreAligned(result + i);
                }
                break;
            case OperationKind.Subtract:
                for (int i = 0; i < Nodes.Count; i += 8)
                {
                    (Vector512.LoadAligned(a + i) - Vector512.LoadAligned(b + i)).StoreAligned(result + i);
                }
                break;
            case OperationKind.Multiply:
                for (int i = 0; i < Nodes.Count; i += 8)
                {
                    (Vector512.LoadAligned(a + i) * Vector512.LoadAligned(b + i)).StoreAligned(result + i);
                }
                break;
            case OperationKind.MultiplyAdd:
                for (int i = 0; i < Nodes.Count; i += 8)
                {
                    Vector512.FusedMultiplyAdd(Vector512.LoadAligned(a + i), Vector512.LoadAligned(b + i), Vector512.LoadAligned(c + i)).StoreAligned(result + i);
                }
                break;
            case OperationKind.Divide:
                for (int i = 0; i < Nodes.Count; i += 8)
                {
                    (Vector512.LoadAligned(a + i) / Vector512.LoadAligned(b + i)).StoreAligned(result + i);
                }
                break;
            case OperationKind.Absolute:
                for (int i = 0; i < Nodes.Count; i += 8)
                {
                    Vector512.Abs(Vector512.LoadAligned(a + i)).StoreAligned(result + i);
                }
                break;
            case OperationKind.Least:
                for (int i = 0; i < Nodes.Count; i += 8)
                {
                    Vector512.MinNative(Vector512.LoadAligned(a + i), Vector512.LoadAligned(b + i)).StoreAligned(result + i);
                }
                break;
            default:
                for (int i = 0; i < Nodes.Count; i += 8)
                {
                    Vector512.MaxNative(Vector512.LoadAligned(a + i), Vector512.LoadAligned(b + i)).StoreAligned(result + i);
                }
                break;
        }
    }

    private static void RunBackwards(OperationKind kind, double* a, double* b, double* result, double* adjoint, double* toA, double* toB, double* toC)
    {
        for (int i = 0; i < Nodes.Count; i += 8)
        {
            Vector512<double> d = Vector512.LoadAligned(adjoint + i);
            switch (kind)
            {
                case OperationKind.Add:
                    Add(toA + i, d);
                    Add(toB + i, d);
                    break;
                case OperationKind.Subtract:
                    Add(toA + i, d);
                    Add(toB + i, -d);
                    break;
                case OperationKind.Multiply:
                case OperationKind.MultiplyAdd:
                    AddProduct(toA + i, d, Vector512.LoadAligned(b + i));
                    AddProduct(toB + i, d, Vector512.LoadAligned(a + i));
                    if (kind == OperationKind.MultiplyAdd)
                    {
                        Add(toC + i, d);
                    }
                    break;
                case OperationKind.Divide:
                    Vector512<double> share = d / Vector512.LoadAligned(b + i);
                    Add(toA + i, share);
                    AddProduct(toB + i, -share, Vector512.LoadAligned(result + i));
                    break;
                case OperationKind.Absolute:
                    Add(toA + i, Vector512.ConditionalSelect(Vector512.LessThan(Vector512.LoadAligned(a + i), Vector512<double>.Zero), -d, d));
                    break;
                default:
                    Vector512<double> isFirst = Vector512.Equals(Vector512.LoadAligned(a + i), Vector512.LoadAligned(result + i));
                    Add(toA + i, d & isFirst);
                    Add(toB + i, Vector512.AndNot(d, isFirst));
                    break;
            }
        }
    }

    private static void Add(double* to, Vector512<double> value) => (Vector512.LoadAligned(to) + value).StoreAligned(to);

    private static void AddProduct(double* to, Vector512<double> a, Vector512<double> b) => Vector512.FusedMultiplyAdd(a, b, Vector512.LoadAligned(to)).StoreAligned(to);
}
