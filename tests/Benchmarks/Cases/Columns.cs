using System;

namespace Benchmarks;

/// <summary>Rows of the five-argument model as columns, evaluated one by one and as a batch.</summary>
internal sealed class Columns(int rows)
{
    private readonly double[] _a = Random(rows, 1), _b = Random(rows, 2), _c = Random(rows, 3), _d = Random(rows, 4), _e = Random(rows, 5);
    private readonly double[] _result = new double[rows];
    private readonly double[] _dA = new double[rows], _dB = new double[rows], _dC = new double[rows], _dD = new double[rows], _dE = new double[rows];

    /// <summary>Numbers between −2 and 2.</summary>
    public static double[] Random(int count, int seed)
    {
        Random random = new(seed);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = (4 * random.NextDouble()) - 2;
        }
        return numbers;
    }

    public void ScalarValues()
    {
        for (int i = 0; i < _result.Length; i++)
        {
            _result[i] = Models.Mixed(_a[i], _b[i], _c[i], _d[i], _e[i]);
        }
    }

    public void BatchValues() => Models.MixedBatch(_a, _b, _c, _d, _e, _result);

    public void ScalarGradients()
    {
        for (int i = 0; i < _result.Length; i++)
        {
            _result[i] = Models.MixedGradient(_a[i], _b[i], _c[i], _d[i], _e[i], out _dA[i], out _dB[i], out _dC[i], out _dD[i], out _dE[i]);
        }
    }

    public void BatchGradients() => Models.MixedGradientBatch(_a, _b, _c, _d, _e, _result, _dA, _dB, _dC, _dD, _dE);
}
