using System;
using System.Runtime.Intrinsics;

namespace Proxima.Evolver.Search;

/// <summary>
/// min |J·δ − r|² + λ·|D·δ|² for any r, D the lengths of J's columns, by modified Gram–Schmidt on J with a row for each damping below it. The columns stay
/// orthogonal and as long as they are.
/// </summary>
internal sealed unsafe class Factors : IDisposable
{
    private const int Width = Genome.MostConstants + 1;

    private readonly Rows _columns = new(Width, Nodes.Count + Genome.MostConstants);
    private readonly double[] _triangle = new double[Genome.MostConstants * Width];
    private int _count;
    private int _height;

    /// <summary>The right side, a number for every node; a solution leaves its rest there.</summary>
    public double* Right => _columns[_count];

    public void Factorise(Tape tape, int count, ReadOnlySpan<double> norms, double damping)
    {
        _count = count;
        _height = Nodes.Count + ((count + 7) & ~7);
        double root = Math.Sqrt(damping);
        for (int k = 0; k < count; k++)
        {
            double* to = _columns[k];
            Buffer.MemoryCopy(tape.Column(k), to, Nodes.Count * sizeof(double), Nodes.Count * sizeof(double));
            new Span<double>(to + Nodes.Count, _height - Nodes.Count).Clear();
            to[Nodes.Count + k] = root * norms[k];
        }
        for (int j = 0; j < count; j++)
        {
            double* pivot = _columns[j];
            Vector512<double> sum = Vector512<double>.Zero;
            for (int i = 0; i < _height; i += 8)
            {
                Vector512<double> v = Vector512.LoadAligned(pivot + i);
                sum = Vector512.FusedMultiplyAdd(v, v, sum);
            }
            double square = Sum(sum);
            _triangle[(j * Width) + j] = square > 0 ? 1 / square : 0;
            for (int l = j + 1; l < count; l++)
            {
                TakeApart(j, l);
            }
        }
    }

    public void Solve(Span<double> solution)
    {
        new Span<double>(Right + Nodes.Count, _height - Nodes.Count).Clear();
        for (int j = 0; j < _count; j++)
        {
            TakeApart(j, _count);
        }
        for (int j = _count - 1; j >= 0; j--)
        {
            double value = _triangle[(j * Width) + _count];
            for (int l = j + 1; l < _count; l++)
            {
                value -= _triangle[(j * Width) + l] * solution[l];
            }
            solution[j] = value;
        }
    }

    public void Dispose() => _columns.Dispose();

    /// <summary>In one order on every host.</summary>
    public static double Sum(Vector512<double> values)
    {
        Vector256<double> halves = values.GetLower() + values.GetUpper();
        Vector128<double> quarters = halves.GetLower() + halves.GetUpper();
        return quarters.GetElement(0) + quarters.GetElement(1);
    }

    /// <summary>Takes out of a column what lies along an earlier one.</summary>
    private void TakeApart(int earlier, int column)
    {
        double* pivot = _columns[earlier], other = _columns[column];
        Vector512<double> dot = Vector512<double>.Zero;
        for (int i = 0; i < _height; i += 8)
        {
            dot = Vector512.FusedMultiplyAdd(Vector512.LoadAligned(pivot + i), Vector512.LoadAligned(other + i), dot);
        }
        double share = Sum(dot) * _triangle[(earlier * Width) + earlier];
        _triangle[(earlier * Width) + column] = share;
        Vector512<double> minus = Vector512.Create(-share);
        for (int i = 0; i < _height; i += 8)
        {
            Vector512.FusedMultiplyAdd(minus, Vector512.LoadAligned(pivot + i), Vector512.LoadAligned(other + i)).StoreAligned(other + i);
        }
    }
}
