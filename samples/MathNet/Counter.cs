namespace Samples.Fitting;

/// <summary>How often an optimiser called the model.</summary>
public sealed class Counter
{
    /// <summary>Calls of the model itself.</summary>
    public int Values { get; set; }

    /// <summary>Calls of a generated companion that gives the value and all derivatives.</summary>
    public int Derivatives { get; set; }
}
