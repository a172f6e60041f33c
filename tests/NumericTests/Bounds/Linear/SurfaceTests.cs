using System;
using System.Collections.Generic;
using Proxima;
using Proxima.Linear;

namespace NumericTests.Bounds.Linear;

/// <summary>Planes around every surface, and its slopes.</summary>
public sealed class SurfaceTests
{
    private static readonly Dictionary<string, (Surface Surface, double Low, double High)> s_surfaces = new()
    {
        ["product"] = (Surface.Product, -5, 5),
        ["hypot"] = (Surface.Hypot, -3, 3),
        ["hypot far from the origin"] = (Surface.Hypot, 0.5, 9),
        ["atan2"] = (Surface.Atan2, -3, 3),
        ["atan2 of positive numbers"] = (Surface.Atan2, 0.2, 4),
        ["atan2pi"] = (Surface.Atan2Pi, -3, 3),
        ["atan2pi of positive numbers"] = (Surface.Atan2Pi, 0.2, 4),
    };

    public static TheoryData<string> Names => [.. s_surfaces.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Planes_hold_the_surface_between_them(string name)
    {
        (Surface surface, double low, double high) = s_surfaces[name];
        Random random = new(5);
        for (int trial = 0; trial < 400; trial++)
        {
            Interval x = Piece(random, low, high), y = Piece(random, low, high), value = surface.Value(x, y);
            (Plane above, Plane below) = surface.Planes(x, y, value, surface.Slopes(x, y, value));
            for (int sample = 0; sample < 20; sample++)
            {
                Interval a = In(random, x), b = In(random, y), here = surface.Value(a, b);
                Assert.True(here.Lo >= value.Lo && here.Hi <= value.Hi, $"{name}: {here} outside {value}");
                Assert.True(At(above, a, b).Hi >= here.Lo && At(below, a, b).Lo <= here.Hi, $"{name} at ({a}, {b}): {here} outside its planes");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Slopes_hold_the_quotients_of_differences(string name)
    {
        (Surface surface, double low, double high) = s_surfaces[name];
        Random random = new(6);
        for (int trial = 0; trial < 400; trial++)
        {
            // Along each axis the mean-value theorem holds also across a jump, where the slopes are all reals.
            Interval x = Piece(random, low, high), y = Piece(random, low, high);
            (Interval first, Interval second) = surface.Slopes(x, y, surface.Value(x, y));
            Interval at = In(random, y), along = In(random, x);
            Assert.False(Interval.Intersect(Quotient(x, t => surface.Value(t, at)), first).IsEmpty, $"{name} on {x}, {y}: {first}");
            Assert.False(Interval.Intersect(Quotient(y, t => surface.Value(along, t)), second).IsEmpty, $"{name} on {x}, {y}: {second}");
        }
    }

    [Fact]
    public void An_angle_that_may_jump_has_any_slope()
    {
        (Interval first, Interval second) = Surface.Atan2.Slopes(new Interval(-1, 1), new Interval(-2, -1), Interval.Entire);
        Assert.True(first.IsEntire && second.IsEntire);
    }

    [Fact]
    public void A_length_has_the_unit_disc_at_the_origin()
    {
        (Interval first, Interval second) = Surface.Hypot.Slopes(new Interval(-1, 1), 0, new Interval(0, 1));
        Assert.Equal(new Interval(-1, 1), first);
        Assert.Equal(new Interval(-1, 1), second);
    }

    private static Interval At(Plane plane, Interval x, Interval y) => (plane.First * x) + (plane.Second * y) + plane.Shift;

    private static Interval Quotient(Interval edge, Func<Interval, Interval> along) => (along(edge.Hi) - along(edge.Lo)) / ((Interval)edge.Hi - edge.Lo);

    private static Interval In(Random random, Interval edge) => Math.Min(edge.Hi, edge.Lo + (random.NextDouble() * edge.Width));

    private static Interval Piece(Random random, double low, double high)
    {
        double at = low + (random.NextDouble() * (high - low)), width = (high - low) * Math.Pow(10, -4 * random.NextDouble());
        return new Interval(at, Math.Max(at + 1e-9, Math.Min(high, at + width)));
    }
}
