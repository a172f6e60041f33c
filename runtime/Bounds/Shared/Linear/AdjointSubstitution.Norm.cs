using System;

namespace Proxima.Linear;

internal sealed partial class AdjointSubstitution
{
    /// <summary>Of how many inputs the signs are tried one by one; each doubles the work.</summary>
    private const int TriedSigns = 5;

    private readonly Matrix _functional = new();
    private double[] _gap = [];
    private int[] _tried = [];

    /// <summary>
    /// Σ |g| over the inputs for one result, as linear functionals that are substituted once more: |g| is below its chord, except for the inputs whose chords
    /// are worst; for those the largest of all patterns of signs is taken, and |g| is exact.
    /// </summary>
    public double Norm(int row)
    {
        AdjointBounds bounds = layers[0];
        int offset = row * bounds.Stride, count = _graph.InputCount;
        int tried = ChooseTried(bounds, offset, count), patterns = 1 << tried;
        Begin(patterns);
        _functional.Reshape(patterns, count);
        for (int pattern = 0; pattern < patterns; pattern++)
        {
            double shift = 0;
            for (int k = 0; k < count; k++)
            {
                (double slope, double height) = Magnitude(bounds.Low[offset + k], bounds.High[offset + k]);
                for (int s = 0; s < tried; s++)
                {
                    if (_tried[s] == k)
                    {
                        (slope, height) = (((pattern >> s) & 1) == 0 ? 1 : -1, 0);
                    }
                }
                _functional[pattern, k] = slope;
                shift += height;
            }
            Functional(bounds, offset, pattern, shift);
        }
        return Propagate(row, patterns, isFirst: true);
    }

    /// <summary>Σ g² over the inputs for one result, each square below its chord.</summary>
    public double Squares(int row, bool isFirst)
    {
        AdjointBounds bounds = layers[0];
        int offset = row * bounds.Stride;
        Begin(1);
        _functional.Reshape(1, _graph.InputCount);
        double shift = 0;
        for (int k = 0; k < _graph.InputCount; k++)
        {
            double low = bounds.Low[offset + k], high = bounds.High[offset + k], slope = low + high, size = Roundoff.Magnitude(low, high);
            _functional.Data[k] = slope;
            shift += Roundoff.Up(Math.Max((low * low) - (slope * low), (high * high) - (slope * high)), 3 * size * size);
        }
        Functional(bounds, offset, 0, shift);
        return Propagate(row, 1, isFirst);
    }

    /// <summary>slope · g of one input + shift, for one result.</summary>
    public double Entry(int row, int input, double slope, double shift, bool isFirst)
    {
        Begin(1);
        _functional.Reshape(1, _graph.InputCount);
        _functional.Data[input] = slope;
        Functional(layers[0], row * layers[0].Stride, 0, shift);
        return Propagate(row, 1, isFirst);
    }

    private double Propagate(int row, int patterns, bool isFirst)
    {
        for (int m = 1; m < layers.Length; m++)
        {
            for (int a = 0; a < layers[m].Arguments.Length; a++)
            {
                Block? block = _graph.Layers[m].Arguments[a].Of(0);
                if (block is not null)
                {
                    LinearKernels.MultiplyAdd(_functional, block.Transposed, Open(m, a, patterns));
                }
            }
        }
        if (isFirst)
        {
            foreach (double[] sensitivity in Sensitivity)
            {
                Array.Clear(sensitivity, 0, sensitivity.Length);
            }
        }
        IsRemembering = true;
        Run(1, patterns, row);
        IsRemembering = false;
        double largest = double.NegativeInfinity;
        for (int pattern = 0; pattern < patterns; pattern++)
        {
            largest = Math.Max(largest, Upper(pattern));
        }
        return largest;
    }

    /// <summary>What the functional takes from the inputs' own shares in the results.</summary>
    private void Functional(AdjointBounds bounds, int offset, int pattern, double shift)
    {
        double error = 0, constant = 0, size = Math.Abs(shift);
        for (int k = 0; k < _graph.InputCount; k++)
        {
            double slope = _functional[pattern, k];
            if (slope != 0)
            {
                constant += slope * bounds.Seed[offset + k];
                size += Math.Abs(slope * bounds.Seed[offset + k]);
                error += Math.Abs(slope) * bounds.Error[offset + k];
            }
        }
        _rows.Constant[pattern] = shift + constant;
        _rows.Error[pattern] = error + (_graph.Gamma * size);
    }

    /// <summary>The inputs whose |g| is farthest below its chord.</summary>
    private int ChooseTried(AdjointBounds bounds, int offset, int count)
    {
        if (_gap.Length < count)
        {
            _gap = new double[count];
            _tried = new int[Math.Max(count, TriedSigns)];
        }
        for (int k = 0; k < count; k++)
        {
            double low = bounds.Low[offset + k], high = bounds.High[offset + k];
            _gap[k] = low < 0 && high > 0 ? Math.Min(-low, high) : 0;
        }
        int tried = 0;
        for (; tried < TriedSigns; tried++)
        {
            int worst = 0;
            for (int k = 1; k < count; k++)
            {
                worst = _gap[k] > _gap[worst] ? k : worst;
            }
            if (!(_gap[worst] > 0))
            {
                break;
            }
            _tried[tried] = worst;
            _gap[worst] = 0;
        }
        return tried;
    }

    /// <summary>|g| ≤ slope · g + shift on [low, high].</summary>
    public static (double Slope, double Shift) Magnitude(double low, double high)
    {
        if (low >= 0 || high <= 0)
        {
            return (low >= 0 ? 1 : -1, 0);
        }
        double slope = (high + low) / (high - low);
        return (slope, Roundoff.Up(Math.Max(-low - (slope * low), high - (slope * high)), high - low));
    }
}
