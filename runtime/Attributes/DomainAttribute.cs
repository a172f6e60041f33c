using System;

namespace Proxima;

/// <summary>States the closed interval in which a variable lies; for an array, each of its elements.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DomainAttribute : Attribute
{
    /// <summary>Declares the interval.</summary>
    /// <param name="lo">The smallest value.</param>
    /// <param name="hi">The largest value.</param>
    public DomainAttribute(double lo, double hi)
    {
        Lo = lo;
        Hi = hi;
    }

    /// <summary>The smallest value.</summary>
    public double Lo { get; }

    /// <summary>The largest value.</summary>
    public double Hi { get; }
}
