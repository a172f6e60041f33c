using System;
using System.Reflection;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Projects that check integer overflow.</summary>
public sealed class CheckedProjectTests
{
    [Fact]
    public void What_the_model_computes_unchecked_wraps_in_the_companion_too()
    {
        Assembly assembly = Compile.Run(
            """
            using System;
            using Proxima;
            /// <summary>Models.</summary>
            public static partial class Hashes
            {
                /// <summary>A hash that overflows, then a real.</summary>
                /// <param name="x">The variable.</param>
                /// <param name="n">How often.</param>
                /// <returns>The value.</returns>
                [Gradient]
                public static double F(double x, int n)
                {
                    int h = 17;
                    double s = x;
                    for (int i = 0; i < n; i++)
                    {
                        unchecked { h = (h * 31) + (i * 1000003); }
                        s = Math.Sin(s + ((h & 3) * x));
                    }
                    return s;
                }
            }
            """,
            Compile.Strict).Load();
        Type type = assembly.GetType("Hashes")!;
        object?[] arguments = [0.3, 20, null];

        object? value = type.GetMethod("FGradient")!.Invoke(null, arguments);

        Assert.Equal(type.GetMethod("F")!.Invoke(null, [0.3, 20]), value);
    }
}
