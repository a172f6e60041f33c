using System;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NumericTests.AdBench;
using Proxima;

namespace Benchmarks;

/// <summary>The objective of <c>Gmm.cs</c> as one would vectorise it by hand: eight points at a time.</summary>
internal sealed unsafe class GmmLanes(GmmProblem problem)
{
    private readonly int _d = problem.D, _k = problem.K, _factorSize = problem.D * (problem.D + 1) / 2;
    private readonly double[] _diagonal = new double[problem.K * problem.D], _constants = new double[problem.K];
    private readonly Scratch _scratch = new((3 * problem.D) + problem.K);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Objective()
    {
        if (problem.N % 8 != 0)
        {
            throw new InvalidOperationException("this sketch has no remainder");
        }
        double prior = Prior();
        Vector512<double>* at = _scratch.Start, main = at + (3 * _d);
        Vector512<double> likelihood = default;
        for (int point = 0; point < problem.N; point += 8)
        {
            Batch.LoadColumns(problem.X, _d, point, new(at, _d));
            Vector512<double> largest = Vector512.Create(double.NegativeInfinity), sum = default;
            for (int c = 0; c < _k; c++)
            {
                main[c] = Vector512.Create(_constants[c]) - (Vector512.Create(0.5) * SquaredDistance(at, c));
                largest = Vector512.Max(largest, main[c]);
            }
            for (int c = 0; c < _k; c++)
            {
                sum += VectorMath.Exp(main[c] - largest);
            }
            likelihood += largest + VectorMath.Log(sum);
        }

        int degrees = _d + problem.M + 1;
        double logGamma = 0.25 * _d * (_d - 1) * Math.Log(Math.PI);
        for (int j = 1; j <= _d; j++)
        {
            logGamma += Special.LogGamma(0.5 * (degrees + 1 - j));
        }
        double normaliser = (degrees * _d * (Math.Log(problem.Gamma) - (0.5 * Math.Log(2)))) - logGamma;
        return (-problem.N * _d * 0.5 * Math.Log(2 * Math.PI)) + Vector512.Sum(likelihood) - (problem.N * Special.LogSumExp(problem.Alphas))
            + prior - (_k * normaliser);
    }

    /// <summary>Also what does not depend on the point: the factors' diagonals, and each component's constant.</summary>
    private double Prior()
    {
        double prior = 0;
        for (int c = 0; c < _k; c++)
        {
            double logDeterminant = 0;
            ReadOnlySpan<double> factor = problem.Icf.AsSpan(c * _factorSize, _factorSize);
            Span<double> diagonal = _diagonal.AsSpan(c * _d, _d);
            for (int j = 0; j < _d; j++)
            {
                diagonal[j] = Math.Exp(factor[j]);
                logDeterminant += factor[j];
            }
            double squares = TensorPrimitives.SumOfSquares<double>(diagonal) + TensorPrimitives.SumOfSquares(factor[_d..]);
            _constants[c] = problem.Alphas[c] + logDeterminant;
            prior += (0.5 * problem.Gamma * problem.Gamma * squares) - (problem.M * logDeterminant);
        }
        return prior;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> SquaredDistance(Vector512<double>* at, int c)
    {
        int d = _d;
        Vector512<double>* centred = at + d, product = centred + d;
        fixed (double* mean = &problem.Means[c * d], diagonal = &_diagonal[c * d], factor = &problem.Icf[c * _factorSize])
        {
            for (int j = 0; j < d; j++)
            {
                centred[j] = at[j] - Vector512.Create(mean[j]);
                product[j] = centred[j] * Vector512.Create(diagonal[j]);
            }
            Vector512<double> squared = default;
            double* next = factor + d;
            for (int column = 0; column < d; column++)
            {
                Vector512<double> v = centred[column];
                squared = Vector512.MultiplyAddEstimate(product[column], product[column], squared);
                for (int row = column + 1; row < d; row++)
                {
                    product[row] = Vector512.MultiplyAddEstimate(Vector512.Create(*next++), v, product[row]);
                }
            }
            return squared;
        }
    }
}
