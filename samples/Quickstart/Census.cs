using System;

namespace Samples.Quickstart;

/// <summary>Resident population of the United States in millions, from the decennial censuses (U.S. Census Bureau).</summary>
public static class Census
{
    public const int FirstYear = 1790;

    public const int LastYear = 2020;

    public static ReadOnlySpan<double> Millions =>
    [
        3.929, 5.308, 7.240, 9.638, 12.866, 17.069, 23.192, 31.443, 38.558, 50.189, 62.980, 76.212,
        92.228, 106.022, 123.203, 132.165, 151.326, 179.323, 203.302, 226.542, 248.710, 281.422, 308.746, 331.449,
    ];
}
