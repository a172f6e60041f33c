using System;
using System.Collections.Generic;
using System.Runtime.Intrinsics;
using Proxima;

namespace Benchmarks;

/// <summary>What <c>--quick</c> measures. A case is made when its turn comes: its data need not be there together with all others'.</summary>
internal static class AllCases
{
    public static IReadOnlyList<(string Name, Func<string, Case> Make)> Makers { get; } =
    [
        ("GMM d10 K25, 1,000 points", static name => new GmmCase(10, 25).Make(name, 0.25)),
        ("GMM d20 K50, 1,000 points", static name => new GmmCase(20, 50).Make(name, 0.35)),
        ("LSTM l2 c1024", static name => new LstmCase().Make(name)),
        ("BA, 31,843 observations", static name => new BundleCase().Make(name)),
        ("HAND simple, 100 points", static name => new HandCase().Make(name)),
        ("Rosenbrock n = 2, called", PairCases.RosenbrockCalled),
        ("Rosenbrock n = 2, inlined", PairCases.RosenbrockInlined),
        ("Rosenbrock n = 2, as a loop", static name => new ChainCase(2).Make(name, null)),
        ("Rosenbrock n = 100", static name => new ChainCase(100).Make(name, Target.AtMost(0.45))),
        ("Rosenbrock n = 1,000", static name => new ChainCase(1000).Make(name, Target.AtMost(0.45))),
        ("van der Pol, 1,000 steps, 3 inputs", static name => new OscillatorCase().Make(name)),
        ("five arguments, 10,000 rows", static name => new MixedCase().Make(name)),
        ("MLP 10-64-64-1, batch 256", static name => new NetworkCase([10, 64, 64, 1], 256).MakeBatch(name)),
        ("MLP 784-128-10, batch 256", static name => new NetworkCase([784, 128, 10], 256).MakeBatch(name)),
        ("MLP 10-64-64-1, batch 1", static name => new NetworkCase([10, 64, 64, 1], 1).MakeRow(name)),
        ("MLP 784-128-10, batch 1", static name => new NetworkCase([784, 128, 10], 1).MakeRow(name)),
        ("straight line of 5,000 operations", static name => new StraightLineCase().Make(name)),
        .. FunctionCase.All(),
        .. ApproximationCases.All(),
        .. SurfaceCases.All(),
        .. TableCases.All(),
        ("Lipschitz bound, 16-64-64-10", static name => new LinearBoundCase().Make(name)),
        ("Lipschitz constants of formulas, to 1e-5", FormulaBoundCase.Make),
        ("bounds on eight boxes at once", BoxLanesCase.Make),
        .. SurrogateCase.All(),
        ("gradient per step", PairCases.Checkpointed),
        ("logistic growth, 1,000 steps: tangent", PairCases.Tangent),
        ("logistic growth, 1,000 steps: Hessian product", PairCases.RecurrenceProduct),
        ("Rosenbrock n = 1,000: Hessian product", PairCases.ChainProduct),
        ("intervals, AVX-512 rounding", static name => new IntervalCase(IntervalBackend.Embedded).Make(name, 4)),
        ("intervals, portable", static name => new IntervalCase(Vector512.IsHardwareAccelerated ? IntervalBackend.Vector512 : IntervalBackend.Vector256).Make(name, 9)),
    ];
}
