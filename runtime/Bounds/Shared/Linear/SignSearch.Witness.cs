using System;

namespace Proxima.Linear;

internal sealed partial class SignSearch
{
    private const int Samples = 64;

    /// <summary>The middle of the box and points spread over it (Halton 1964 would need a prime a dimension: a golden-ratio lattice does not).</summary>
    private void Sample(Target[] targets)
    {
        int n = _low.Length;
        double[] point = new double[n];
        double[] step = Lattice(n);
        for (int s = 0; s < Samples; s++)
        {
            for (int j = 0; j < n; j++)
            {
                double part = 0.5 + (s * step[j]);
                point[j] = Math.Min(Math.Max(_low[j] + ((part - Math.Floor(part)) * (_high[j] - _low[j])), _low[j]), _high[j]);
            }
            _point.Forward.Run(point, point);
            foreach (Target target in targets)
            {
                Record(target, point);
            }
        }
    }

    /// <summary>The derivative deep inside the part under hand.</summary>
    private void Try(Target target)
    {
        _polytope.Deepen();
        _point.Forward.Run(_polytope.Point, _polytope.Point);
        Record(target, _polytope.Point);
    }

    private void Record(Target target, double[] point)
    {
        _point.Adjoint.Run(target.Results);
        double value = target.Lower(_point.Adjoint.Gradient, _low.Length);
        if (value > _lower)
        {
            _lower = value;
            _witness = (double[])point.Clone();
        }
    }

    /// <summary>Powers of the root of φⁿ⁺¹ = φ + 1: the lattice of least discrepancy known for n dimensions (Roberts 2018).</summary>
    private static double[] Lattice(int n)
    {
        double root = 1.5;
        for (int i = 0; i < 60; i++)
        {
            double power = 1;
            for (int k = 0; k <= n; k++)
            {
                power *= root;
            }
            root -= (power - root - 1) / (((n + 1) * power / root) - 1);
        }
        double[] steps = new double[n];
        double step = 1;
        for (int j = 0; j < n; j++)
        {
            step /= root;
            steps[j] = step;
        }
        return steps;
    }
}
