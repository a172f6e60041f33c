using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>Batches: the same bits, and nothing allocated.</summary>
public sealed class BatchTests
{
    private const int Count = 150; // more than two blocks and a rest

    private static readonly ExplainOptions Result = new() { Scale = OutputScale.Result };

    private delegate void BatchCall(double[] rows, double[] values, double[] baseValues, ExplainOptions options);

    public static TheoryData<string> Models() => ["logistic10", "mlp12", "rectified", "friedman5"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Rows_batches_and_threads_give_the_same_bits(string name)
    {
        switch (name)
        {
            case "rectified":
                Check(Examples.Rectified(8, Activation.Sigmoid));
                break;
            case "friedman5":
                Check(Examples.Friedman());
                break;
            default:
                Check(References.Net(name));
                break;
        }
    }

    [Fact]
    public void Nothing_is_allocated_when_pools_are_warm()
    {
        Layers net = References.Net("mlp12"), logistic = References.Net("logistic10");
        foreach ((ExplainMethod method, BatchCall call) in Calls(net, new double[12]))
        {
            CheckAllocation(method, call, 12);
        }
        foreach ((ExplainMethod method, BatchCall call) in Calls(logistic, new double[10]))
        {
            CheckAllocation(method, call, 10);
        }
    }

    [Fact]
    public void A_cancelled_batch_stops()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Layers net = References.Net("mlp12");
        double[] rows = new double[Count * 12], values = new double[Count * 12], baseValues = new double[Count];
        Assert.Throws<OperationCanceledException>(() => Explain.ShapleyBatch(net, rows, new double[12], values, baseValues, Result with { CancellationToken = source.Token }));
    }

    [Fact]
    public void Progress_ends_with_all_rows()
    {
        Layers net = References.Net("mlp12");
        double[] rows = new double[Count * 12], values = new double[Count * 12], baseValues = new double[Count];
        Log log = new();
        Explain.GradientBatch(net, rows, [], values, baseValues, Result with { Progress = log });
        Assert.Equal([new(64, Count), new(128, Count), new(Count, Count)], log.Reports);
    }

    private static void Check<TModel>(TModel model)
        where TModel : struct, ISurrogate<double>
    {
        int dimension = model.Dimension;
        double[] rows = new Numbers(9).Normals(Count * dimension), baseline = new Numbers(10).Normals(2 * dimension);
        foreach ((ExplainMethod method, BatchCall call) in Calls(model, baseline))
        {
            double[] values = new double[rows.Length], baseValues = new double[Count], shared = new double[rows.Length], sharedBases = new double[Count];
            call(rows, values, baseValues, Result);
            call(rows, shared, sharedBases, Result with { Parallel = new ParallelOptions { MaxDegreeOfParallelism = 3 } });
            Assert.Equal(values, shared);
            Assert.Equal(baseValues, sharedBases);
            for (int r = 0; r < Count; r += 29)
            {
                Attribution row = Row(model, method, rows[(r * dimension)..((r + 1) * dimension)], baseline);
                Assert.Equal(row.Values, values[(r * dimension)..((r + 1) * dimension)]);
                Assert.Equal(row.BaseValue, baseValues[r]);
            }
        }
    }

    private static void CheckAllocation(ExplainMethod method, BatchCall call, int dimension)
    {
        double[] rows = new Numbers(11).Normals(Count * dimension), values = new double[rows.Length], baseValues = new double[Count];
        call(rows, values, baseValues, Result);
        call(rows, values, baseValues, Result);
        // A collection may empty the pools between two calls; not between any two of ten.
        long least = long.MaxValue;
        for (int k = 0; k < 10 && least > 0; k++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            call(rows, values, baseValues, Result);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.True(least == 0, $"{method} allocates {least} bytes");
    }

    private static Attribution Row<TModel>(TModel model, ExplainMethod method, double[] at, double[] baseline)
        where TModel : struct, ISurrogate<double>
        => Array.Find(LawTests.AllMethods(model, at, baseline, Result), attribution => attribution.Method == method)!;

    private static List<(ExplainMethod Method, BatchCall Call)> Calls<TModel>(TModel model, double[] baseline)
        where TModel : struct, ISurrogate<double>
        =>
        [
            (ExplainMethod.Shapley, (x, v, b, o) => Explain.ShapleyBatch(model, x, baseline, v, b, o)),
            (ExplainMethod.Lime, (x, v, b, o) => Explain.LimeBatch(model, x, baseline, v, b, o)),
            (ExplainMethod.Banzhaf, (x, v, b, o) => Explain.BanzhafBatch(model, x, baseline, v, b, o)),
            (ExplainMethod.Occlusion, (x, v, b, o) => Explain.OcclusionBatch(model, x, baseline, v, b, o)),
            (ExplainMethod.IntegratedGradients, (x, v, b, o) => Explain.IntegratedGradientsBatch(model, x, baseline, v, b, o)),
            (ExplainMethod.GradientTimesInput, (x, v, b, o) => Explain.GradientTimesInputBatch(model, x, baseline, v, b, o)),
            (ExplainMethod.Gradient, (x, v, b, o) => Explain.GradientBatch(model, x, baseline, v, b, o)),
            (ExplainMethod.SmoothGrad, (x, v, b, o) => Explain.SmoothGradBatch(model, x, baseline, v, b, o)),
            (ExplainMethod.CLime, (x, v, b, o) => Explain.CLimeBatch(model, x, baseline, v, b, o)),
        ];

    private sealed class Log : IProgress<ExplainProgress>
    {
        public List<ExplainProgress> Reports { get; } = [];

        public void Report(ExplainProgress value) => Reports.Add(value);
    }
}
