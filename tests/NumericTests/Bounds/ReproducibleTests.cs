using System;
using System.Reflection;
using System.Runtime.Loader;
using Proxima;

namespace NumericTests.Bounds;

/// <summary>The switch is read once, before the first use.</summary>
public sealed class ReproducibleTests
{
    private const string Switch = "Proxima.Interval.Reproducible";

    [Fact]
    public void The_switch_turns_rounding_by_the_instruction_off()
    {
        Assert.False(Interval.Reproducible);
        AppContext.SetSwitch(Switch, true);
        AssemblyLoadContext context = new("reproducible", isCollectible: true);
        try
        {
            Assembly runtime = context.LoadFromAssemblyPath(typeof(Interval).Assembly.Location);
            Assert.Equal(true, runtime.GetType("Proxima.Interval")!.GetProperty("Reproducible")!.GetValue(null));
            object isEmbedded = runtime.GetType("Proxima.Directed")!.GetField("IsEmbedded", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
            Assert.Equal(false, isEmbedded);
        }
        finally
        {
            AppContext.SetSwitch(Switch, false);
            context.Unload();
        }
    }
}
