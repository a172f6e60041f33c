using System;
using System.Collections.Generic;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Threading;
using Proxima;

namespace Benchmarks;

/// <summary>
/// Approximations of 4,096 values, which the first cache holds, against <see cref="TensorPrimitives"/>, or a loop where it has nothing; and against what the processor's ports allow: their cost,
/// in cycles of a processor that issues four vector operations a cycle of which a multiply-add takes two places, as so much time of nothing but multiply-adds, two of which take a cycle.
/// </summary>
internal sealed class ApproximationCase<T>
    where T : unmanaged
{
    private const int Count = 4096;

    private readonly T[] _from, _to = new T[Count], _rivalTo = new T[Count];

    public delegate void Column(ReadOnlySpan<T> from, Span<T> to);

    public ApproximationCase(double least, double most, Func<double, T> round) => _from = Array.ConvertAll(Numbers.Between(least, most, Count, 5), x => round(x));

    /// <param name="cycles">Of 512 bits.</param>
    /// <param name="shipped">The runtime's own function of the same name, which has all arguments; for comparison.</param>
    public Case Make(string title, Column ours, string rival, Column theirs, double most, double cycles, Column? shipped)
    {
        for (int round = 0; round < 3; round++)
        {
            // The library's methods are compiled again in the background once they have been called often.
            for (int i = 0; i < 200; i++)
            {
                theirs(_from, _rivalTo);
            }
            Thread.Sleep(150);
        }
        Contestant approximated = new("[Approximate]", () => ours(_from, _to));
        int lanes = 64 / Unsafe.SizeOf<T>();
        List<Figure> figures =
        [
            new(approximated, new(rival, () => theirs(_from, _rivalTo)), Target.AtMost(most)),
            new(approximated, new FmaPeak().Doing(32 * cycles * Count / lanes) with { Name = "its operations at port bound" }, Target.AtMost(1.25)),
        ];
        if (shipped is not null)
        {
            figures.Add(new(approximated, new("VectorMath", () => shipped(_from, _rivalTo))));
        }
        return new(title, figures);
    }
}

internal static class ApproximationCases
{
    public static IEnumerable<(string Name, Func<string, Case> Make)> All()
    {
        yield return Single("exp, 1 ulp", -80, 80, Approximations.Exp1Approximate, "TensorPrimitives", TensorPrimitives.Exp, 0.40, 5.5, ShippedVectors.Exp);
        yield return Single("exp, 2 ulp", -80, 80, Approximations.Exp2Approximate, "TensorPrimitives", TensorPrimitives.Exp, 0.30, 5.5, ShippedVectors.Exp);
        yield return Single("exp, 1e-5", -80, 80, Approximations.ExpFiveApproximate, "TensorPrimitives", TensorPrimitives.Exp, 0.22, 4);
        yield return Single("exp, 1e-5, not clamped", -80, 80, Approximations.ExpFiveInsideApproximate, "TensorPrimitives", TensorPrimitives.Exp, 0.22, 3.5);
        yield return Single("exp, 1e-3", -80, 80, Approximations.ExpThreeApproximate, "TensorPrimitives", TensorPrimitives.Exp, 0.19, 3.5);
        yield return Single("exp, 1e-3, not clamped", -80, 80, Approximations.ExpThreeInsideApproximate, "TensorPrimitives", TensorPrimitives.Exp, 0.19, 3);
        yield return Single("log, 2 ulp", 1e-3, 1e3, Approximations.LogApproximate, "TensorPrimitives", TensorPrimitives.Log, 0.50, 8, ShippedVectors.Log);
        yield return Single("log, 2 ulp, not clamped", 1e-3, 1e3, Approximations.LogInsideApproximate, "TensorPrimitives", TensorPrimitives.Log, 0.50, 7.5);
        yield return Single("sin", -100, 100, Approximations.SinApproximate, "TensorPrimitives", TensorPrimitives.Sin, 0.15, 6.5, ShippedVectors.Sin);
        yield return Single("tanh", -5, 5, Approximations.TanhApproximate, "TensorPrimitives", TensorPrimitives.Tanh, 0.35, 8, ShippedVectors.Tanh);
        yield return Single("sigmoid", -10, 10, Approximations.SigmoidApproximate, "TensorPrimitives", TensorPrimitives.Sigmoid, 0.40, 7.5, ShippedVectors.Sigmoid);
        yield return Single("erf, 1e-6", -4, 4, Approximations.ErfApproximate, "scalar loop", static (from, to) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                to[i] = (float)Special.Erf(from[i]);
            }
        }, 0.05, 8, ShippedVectors.Erf);
        yield return Double("exp, double", -80, 80, Approximations.DoubleExpApproximate, TensorPrimitives.Exp, 0.50, 7.5);
        yield return Double("exp, double, not clamped", -80, 80, Approximations.DoubleExpInsideApproximate, TensorPrimitives.Exp, 0.50, 7);
        yield return ("approximations: one exp after another, double", static title => Case.Of(
            title, "Latency = true", static () => s_last = Chain(Approximations.ExpSoonApproximate), "without", static () => s_last = Chain(Approximations.ExpManyApproximate), Target.AtMost(0.9)));
        yield return Double("sin, double", -100, 100, Approximations.DoubleSinApproximate, TensorPrimitives.Sin, 0.40, 9);
    }

    private static double s_last;

    /// <summary>A thousand results, a quarter of each the next one's argument: inside of the interval, where no branch takes the place of the wait.</summary>
    private static double Chain(Func<double, double> function)
    {
        double x = 0.3;
        for (int i = 0; i < 1000; i++)
        {
            x = 0.25 * function(x);
        }
        return x;
    }

    private static (string Name, Func<string, Case> Make) Single(
        string name, double least, double most, ApproximationCase<float>.Column ours, string rival, ApproximationCase<float>.Column theirs, double quotient, double cycles, ApproximationCase<float>.Column? shipped = null) =>
        ("approximations: " + name, title => new ApproximationCase<float>(least, most, static x => (float)x).Make(title, ours, rival, theirs, quotient, cycles, shipped));

    private static (string Name, Func<string, Case> Make) Double(
        string name, double least, double most, ApproximationCase<double>.Column ours, ApproximationCase<double>.Column theirs, double quotient, double cycles) =>
        ("approximations: " + name, title => new ApproximationCase<double>(least, most, static x => x).Make(title, ours, "TensorPrimitives", theirs, quotient, cycles, null));
}
