#if NET
using System;
#endif

namespace Proxima;


readonly partial record struct Interval
{
#if NET
    // A field, so that optimised code knows its value.
    private static readonly bool IsReproducible = AppContext.TryGetSwitch("Proxima.Interval.Reproducible", out bool isOn) && isOn;

    /// <summary>
    /// True when every processor must give the same bits: the switch <c>Proxima.Interval.Reproducible</c> (a <c>RuntimeHostConfigurationOption</c> of the
    /// project, or <see cref="AppContext.SetSwitch"/> before the first use). Directed rounding in hardware is then left alone. Every setting encloses.
    /// </summary>
    public static bool Reproducible => IsReproducible;
#else
    /// <summary>At build time every host gives the same bits.</summary>
    public static bool Reproducible => true;
#endif
}
