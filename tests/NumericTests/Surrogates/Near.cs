using System;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>Vectors compared in one norm.</summary>
internal static class Near
{
    /// <summary>‖actual − expected‖ / ‖expected‖.</summary>
    public static double Error(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected)
    {
        Assert.Equal(expected.Length, actual.Length);
        double difference = 0, size = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            size += expected[i] * expected[i];
        }
        return difference == 0 ? 0 : Math.Sqrt(difference / size);
    }

    public static void Equal(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double relative)
    {
        double error = Error(actual, expected);
        Assert.True(error <= relative, $"The relative error is {error}, not at most {relative}: [{string.Join(", ", actual.ToArray())}] for [{string.Join(", ", expected.ToArray())}].");
    }
}
