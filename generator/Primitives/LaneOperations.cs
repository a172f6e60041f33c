namespace Proxima.Generator.Primitives;

/// <summary>What only lanes have: values that count them, values that combine them, and blocks of them.</summary>
internal static class LaneOperations
{
    /// <summary>first + stride · lane. As the index of an array of scalars: one element per lane.</summary>
    public static readonly Primitive Ramp = new() { Name = "ramp", Arity = 2, Cost = Cost.Trivial };

    /// <summary>A ramp of which only the lanes of a mask are read or written.</summary>
    public static readonly Primitive ActiveRamp = new() { Name = "ramp.active", Arity = 3, Cost = Cost.Trivial };

    /// <summary>The mask of the first lanes, as many as the argument says.</summary>
    public static readonly Primitive FirstLanes = new() { Name = "lanes.first", Arity = 1, Cost = Cost.Trivial };

    /// <summary>The sum of all lanes, always in the same order: halves are added, then halves of the half.</summary>
    public static readonly Primitive Sum = Horizontal("lanes.sum", "Batch.Sum({0})");

    /// <summary>The product of all lanes, in the same order.</summary>
    public static readonly Primitive Product = Horizontal("lanes.product", "Batch.Product({0})");

    /// <summary>The largest and the smallest lane of reals, NaN where one is.</summary>
    public static readonly Primitive Largest = Horizontal("lanes.max", "Batch.Largest({0})");

    public static readonly Primitive Smallest = Horizontal("lanes.min", "Batch.Smallest({0})");

    /// <summary>The lane of the last iteration.</summary>
    public static readonly Primitive Last = Horizontal("lanes.last", "Batch.Last({0})");

    /// <summary>The lanes of the iterations before: the last lane of the first argument, then those of the second but its last.</summary>
    public static readonly Primitive Shift = new() { Name = "lanes.shift", Arity = 2, LanesText = "Batch.Shift({0}, {1})" };

    /// <summary>Where the whole blocks of lanes between two indices end.</summary>
    public static readonly Primitive BlocksEnd = new() { Name = "lanes.end", Arity = 3, DoubleText = "Batch.BlocksEnd({0}, {1}, {2})" };

    /// <summary>How many whole rows an array of that length has.</summary>
    public static readonly Primitive WholeRows = new() { Name = "lanes.rows", Arity = 2, DoubleText = "Batch.WholeRows({0}, {1})" };

    /// <summary>The runtime's functions that lane loops call.</summary>
    public const string LoadColumns = "Batch.LoadColumns", AddSums = "Batch.AddSums", LoadRows = "Batch.LoadRows", StoreRows = "Batch.StoreRows";

    /// <summary>True for what differs between lanes though its arguments do not.</summary>
    public static bool CountsLanes(Primitive primitive) => primitive == Ramp || primitive == ActiveRamp || primitive == FirstLanes || primitive == Arithmetic.UnitLane;

    private static Primitive Horizontal(string name, string text) => new() { Name = name, Arity = 1, DoubleText = text, FloatText = text, IsHorizontal = true };
}
