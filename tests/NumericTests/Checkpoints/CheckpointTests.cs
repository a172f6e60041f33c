using System;
using System.Linq;
using System.Threading;

namespace NumericTests.Checkpoints;

/// <summary>A checkpointed gradient against the one that records everything: the same value to the bit, the same derivatives.</summary>
public sealed class CheckpointTests
{
    /// <summary>None, few, primes, squares and their neighbours: segments that are full, short or missing.</summary>
    public static TheoryData<int> Counts => [-7, 0, 1, 2, 3, 4, 5, 7, 9, 10, 13, 97, 100, 101, 1009];

    private static readonly double[] s_profile = [0.3, 1.2, -0.4, 0.9, 0.1, -0.7];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Scalar_recurrences(int n)
    {
        Same(
            CheckpointModels.AffineGradient(0.99, 0.02, 1.5, n, out double dA, out double dB, out double dStart), [dA, dB, dStart],
            CheckpointModels.AffineInSegmentsGradient(0.99, 0.02, 1.5, n, out double eA, out double eB, out double eStart), [eA, eB, eStart]);
        Same(
            CheckpointModels.GrowthGradient(0.01, 0.1, n, out double dRate, out double dFrom), [dRate, dFrom],
            CheckpointModels.GrowthInSegmentsGradient(0.01, 0.1, n, out double eRate, out double eFrom), [eRate, eFrom]);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Arrays_written_in_place(int n)
    {
        double[] d = new double[6], e = new double[6];
        Same(
            CheckpointModels.HeatGradient(s_profile, 0.2, n, d, out double dK), [.. d, dK],
            CheckpointModels.HeatInSegmentsGradient(s_profile, 0.2, n, e, out double eK), [.. e, eK]);
        Same(
            CheckpointModels.LoggedGradient(0.7, 1.3, n, out double dX, out double dY), [dX, dY],
            CheckpointModels.LoggedInSegmentsGradient(0.7, 1.3, n, out double eX, out double eY), [eX, eY]);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Loops_and_branches_inside(int n)
    {
        Same(
            CheckpointModels.NestedGradient(0.7, 1.3, n, out double dX, out double dY), [dX, dY],
            CheckpointModels.NestedInSegmentsGradient(0.7, 1.3, n, out double eX, out double eY), [eX, eY]);
        Same(
            CheckpointModels.BranchingGradient(0.7, 1.3, n, out dX, out dY), [dX, dY],
            CheckpointModels.BranchingInSegmentsGradient(0.7, 1.3, n, out eX, out eY), [eX, eY]);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Loops_left_early_down_and_with_a_stride(int n)
    {
        Same(
            CheckpointModels.LeftEarlyGradient(0.7, 1.03, n, out double dX, out double dY), [dX, dY],
            CheckpointModels.LeftEarlyInSegmentsGradient(0.7, 1.03, n, out double eX, out double eY), [eX, eY]);
        Same(
            CheckpointModels.DownGradient(0.7, 1.3, n, out dX, out dY), [dX, dY],
            CheckpointModels.DownInSegmentsGradient(0.7, 1.3, n, out eX, out eY), [eX, eY]);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_checkpointed_callee_in_a_loop(int n)
    {
        double[] d = new double[6], e = new double[6];
        Same(
            CheckpointModels.RowsGradient(s_profile, 0.9, n, d, out double dK), [.. d, dK],
            CheckpointModels.RowsInSegmentsGradient(s_profile, 0.9, n, e, out double eK), [.. e, eK]);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Single_precision(int n)
    {
        float value = CheckpointModels.SingleGradient(0.01f, 0.1f, 0.3f, 0.7f, 0.2f, n, out float dRate, out float dStart, out float dA, out float dB, out float dC);
        float other = CheckpointModels.SingleInSegmentsGradient(0.01f, 0.1f, 0.3f, 0.7f, 0.2f, n, out float eRate, out float eStart, out float eA, out float eB, out float eC);
        Assert.Equal((value, dRate, dStart, dA, dB, dC), (other, eRate, eStart, eA, eB, eC));
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Vector_results(int n)
    {
        int rows = Math.Max(n, 0);
        double[] path = new double[rows], other = new double[rows], seed = [.. Enumerable.Range(0, rows).Select(static t => Math.Cos(t))];
        Same(
            CheckpointModels.TraceAdjoint(0.7, 0.9, n, path, seed, 1.5, out double dX, out double dY), [dX, dY],
            CheckpointModels.TraceInSegmentsAdjoint(0.7, 0.9, n, other, seed, 1.5, out double eX, out double eY), [eX, eY]);
        Assert.Equal(path, other);
        double[] jacobian = new double[(rows + 1) * 2], otherJacobian = new double[(rows + 1) * 2];
        Same(CheckpointModels.TraceJacobian(0.7, 0.9, n, path, jacobian), jacobian, CheckpointModels.TraceInSegmentsJacobian(0.7, 0.9, n, other, otherJacobian), otherJacobian);

        double[] smooth = new double[3], otherSmooth = new double[3];
        CheckpointModels.SmoothAdjoint(0.7, 0.9, n, smooth, [1, -2, 3], out dX, out dY);
        CheckpointModels.SmoothInSegmentsAdjoint(0.7, 0.9, n, otherSmooth, [1, -2, 3], out eX, out eY);
        Same(0, [.. smooth, dX, dY], 0, [.. otherSmooth, eX, eY]);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Second_derivatives(int n)
    {
        double[] gradient = new double[2], hessian = new double[4], otherGradient = new double[2], otherHessian = new double[4];
        Same(
            CheckpointModels.CurvedHessian(0.7, 1.3, n, gradient, hessian), [.. gradient, .. hessian],
            CheckpointModels.CurvedInSegmentsHessian(0.7, 1.3, n, otherGradient, otherHessian), [.. otherGradient, .. otherHessian]);
        Same(
            CheckpointModels.CurvedHessianProduct(0.7, 1.3, n, 0.5, -2, out double hX, out double hY), [hX, hY],
            CheckpointModels.CurvedInSegmentsHessianProduct(0.7, 1.3, n, 0.5, -2, out double gX, out double gY), [gX, gY]);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void What_is_stored_changes_no_number(int n)
    {
        double value = CheckpointModels.AdvisedGradient(0.7, 1.3, n, out double dX, out double dY);
        double stored = CheckpointModels.AdvisedToStoreGradient(0.7, 1.3, n, out double sX, out double sY);
        double recomputed = CheckpointModels.AdvisedToRecomputeGradient(0.7, 1.3, n, out double rX, out double rY);
        Same(value, [dX, dY], stored, [sX, sY]);
        Same(value, [dX, dY], recomputed, [rX, rY]);
    }

    [Fact]
    public void A_million_steps_have_the_derivatives_of_the_closed_form()
    {
        // p(n) = aⁿ·start + b·(1 − aⁿ)/(1 − a).
        const int n = 1_000_000;
        const double a = 1 - 3e-6, b = 2e-6, start = 1.5;
        double power = Math.Exp(n * Math.Log(a)), sum = (1 - power) / (1 - a);
        double value = CheckpointModels.AffineInSegmentsGradient(a, b, start, n, out double dA, out double dB, out double dStart);
        double dPower = n * power / a;
        Near((power * start) + (b * sum), value);
        Near((dPower * start) + (b * ((sum - dPower) / (1 - a))), dA);
        Near(sum, dB);
        Near(power, dStart);

        double plain = CheckpointModels.AffineGradient(a, b, start, n, out double pA, out double pB, out double pStart);
        Same(plain, [pA, pB, pStart], value, [dA, dB, dStart]);
    }

    [Fact]
    public void A_million_steps_keep_three_thousand_states_at_most()
    {
        const int n = 1_000_000;
        CheckpointModels.GrowthInSegmentsGradient(1e-5, 0.1, 10, out _, out _);
        long inSegments = Allocated(static () => CheckpointModels.GrowthInSegmentsGradient(1e-5, 0.1, n, out _, out _));
        long plain = Allocated(static () => CheckpointModels.GrowthGradient(1e-5, 0.1, n, out _, out _));

        // Pooled arrays: whoever used the pool before may have left them, so only upper bounds hold for sure.
        Assert.InRange(inSegments, 0, 3 * 1000 * sizeof(double));
        Assert.InRange(plain, 0, 2 * 1024 * 1024 * sizeof(double));
    }

    private static long Allocated(Action action)
    {
        long allocated = 0;
        Thread thread = new(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        thread.Start();
        thread.Join();
        return allocated;
    }

    /// <summary>Rounding errors of a million steps, each a few 2⁻⁵³: 1e-10 is the bound we promise.</summary>
    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - (1e-10 * Math.Abs(expected)), expected + (1e-10 * Math.Abs(expected)));

    /// <summary>The contributions to a derivative are the same and may be added in another order.</summary>
    private static void Same(double value, double[] gradient, double other, double[] otherGradient)
    {
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(other));
        for (int i = 0; i < gradient.Length; i++)
        {
            double tolerance = 1e-12 * (1e-3 + Math.Abs(gradient[i]));
            Assert.InRange(otherGradient[i], gradient[i] - tolerance, gradient[i] + tolerance);
        }
    }
}
