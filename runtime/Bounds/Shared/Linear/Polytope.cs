using System;

namespace Proxima.Linear;

/// <summary>
/// A box cut by half-spaces. Linear functions are maximised over it by the dual simplex method, whose multipliers bound the maximum from above however far
/// it came (weak duality): what is reported is that bound, with the error of its evaluation added, so that a decision never rests on the method's rounding.
/// </summary>
internal sealed partial class Polytope(int dimension)
{
    private const double Tolerance = 1e-10;

    private readonly Matrix _edges = new(dimension, dimension);
    private readonly int[] _active = new int[dimension];
    private readonly double[] _multipliers = new double[dimension];
    private readonly double[] _combination = new double[dimension];
    private readonly double[] _residual = new double[dimension];
    private readonly double[] _size = new double[dimension];
    private double[] _normals = [];
    private double[] _limits = [];
    private double[] _lengths = [];
    private double[] _rowMultipliers = [];

    /// <summary>The half-spaces so far.</summary>
    public int Count { get; private set; }

    public int Dimension { get; } = dimension;

    public double[] Low { get; } = new double[dimension];

    public double[] High { get; } = new double[dimension];

    /// <summary>Where the last maximum was found: inside, up to rounding.</summary>
    public double[] Point { get; } = new double[dimension];

    public void Clear() => Count = 0;

    /// <summary>Adds normal · x ≤ limit.</summary>
    public void Add(double[] normal, int offset, double sign, double limit)
    {
        if (_limits.Length == Count)
        {
            int capacity = Math.Max(16, 2 * Count);
            Array.Resize(ref _normals, capacity * Dimension);
            Array.Resize(ref _limits, capacity);
            Array.Resize(ref _lengths, capacity);
            Array.Resize(ref _rowMultipliers, capacity);
        }
        double length = 0;
        for (int j = 0; j < Dimension; j++)
        {
            double value = sign * normal[offset + j];
            _normals[(Count * Dimension) + j] = value;
            length += value * value;
        }
        if (length > 0 && limit < double.PositiveInfinity)
        {
            _lengths[Count] = Math.Sqrt(length);
            _limits[Count++] = limit;
        }
        else if (limit < 0)
        {
            // 0 ≤ limit does not hold: kept, as a row that no point satisfies.
            _lengths[Count] = 1;
            _limits[Count++] = limit;
        }
    }

    /// <summary>A certified upper bound of objective · x over the polytope; −∞ when the polytope is certainly empty.</summary>
    public double Maximise(double[] objective, int offset)
    {
        bool isFeasible = Solve(objective, offset);
        if (!isFeasible && Certified(null, 0) < 0)
        {
            return double.NegativeInfinity;
        }
        if (!isFeasible)
        {
            // Too thin to prove it empty: the multipliers before the ray are lost, the box still bounds.
            Array.Clear(_rowMultipliers, 0, Count);
        }
        return Certified(objective, offset);
    }

    /// <summary>Σ λᵢ·limitᵢ + max over the box of (objective − Σ λᵢ·normalᵢ) · x, for the multipliers λ ≥ 0 of the rows, rounded up.</summary>
    private double Certified(double[]? objective, int offset)
    {
        double constant = 0, sizes = 0;
        for (int j = 0; j < Dimension; j++)
        {
            _residual[j] = objective is null ? 0 : objective[offset + j];
            _size[j] = Math.Abs(_residual[j]);
        }
        for (int i = 0; i < Count; i++)
        {
            double multiplier = _rowMultipliers[i];
            if (multiplier > 0)
            {
                constant += multiplier * _limits[i];
                sizes += multiplier * Math.Abs(_limits[i]);
                for (int j = 0; j < Dimension; j++)
                {
                    double term = multiplier * _normals[(i * Dimension) + j];
                    _residual[j] -= term;
                    _size[j] += Math.Abs(term);
                }
            }
        }
        for (int j = 0; j < Dimension; j++)
        {
            constant += _residual[j] * (_residual[j] > 0 ? High[j] : Low[j]);
            sizes += _size[j] * Roundoff.Magnitude(Low[j], High[j]);
        }
        double gamma = 4 * (Count + Dimension + 8) * Roundoff.Unit;
        return Roundoff.UpperOrInfinite(constant + (gamma * sizes) + Roundoff.Tiny);
    }
}
