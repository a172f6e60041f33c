using System;

namespace NumericTests.Constructs;

/// <summary>The owners and structs that the construct models are called with.</summary>
internal static class ConstructShapes
{
    public static Instance Exponential { get; } = new(0.3, [0.2, -0.4, 1.1], Link.Exponential) { Scale = 1.25 };

    public static PrimaryConstructor Quadratic { get; } = new(2.5, 2);

    public static StructOwner Level { get; } = new(0.25);

    /// <summary>A spring of three coils.</summary>
    public static Spring Spring(ReadOnlySpan<double> x, bool isActive) =>
        new() { IsActive = isActive, Stiffness = x[0], Length = x[1], Count = 3 };
}
