using System.Collections.Generic;

namespace Proxima.Generator.Approximation;

/// <summary>The numbers that the doubles of <c>IrrationalConstants</c> stand for.</summary>
internal static class KnownConstants
{
    private static readonly Dictionary<double, Twofold> s_byNearest = Create();

    public static Twofold Of(double nearest) => s_byNearest[nearest];

    private static Dictionary<double, Twofold> Create()
    {
        Dictionary<double, Twofold> known = [];
        foreach (Twofold constant in new[]
        {
            KernelConstants.Pi, KernelConstants.OverPi, KernelConstants.Ln2, KernelConstants.Ln10, KernelConstants.OverLn2, KernelConstants.OverLn10,
            KernelConstants.RadiansPerDegree, KernelConstants.DegreesPerRadian, KernelConstants.TwoOverSqrtPi,
        })
        {
            known.Add(constant.Hi, constant);
        }
        return known;
    }
}
