namespace Proxima;

/// <summary>Which way a model goes when one input grows.</summary>
public enum Direction
{
    /// <summary>It never falls: f(x) ≤ f(y) whenever y differs from x only in a larger input.</summary>
    Increasing,

    /// <summary>It never grows.</summary>
    Decreasing,
}
