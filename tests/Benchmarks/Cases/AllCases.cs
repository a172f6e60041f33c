using System;
using System.Collections.Generic;

namespace Benchmarks;

/// <summary>What <c>--quick</c> measures. A case is made when its turn comes: its data need not be there together with all others'.</summary>
internal static class AllCases
{
    public static IReadOnlyList<(string Name, Func<string, Case> Make)> Makers { get; } =
    [
        ("GMM d10 K25, 1,000 points", static name => new GmmCase(10, 25).Make(name, 0.25)),
        ("GMM d20 K50, 1,000 points", static name => new GmmCase(20, 50).Make(name, 0.35)),
    ];
}
