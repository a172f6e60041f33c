using System;

namespace Proxima;

/// <summary>States that a model never falls, or never grows, when one of its variables grows within the variables' <see cref="DomainAttribute"/>s.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class MonotoneAttribute : Attribute
{
    /// <summary>States the direction for one variable.</summary>
    /// <param name="parameter">The variable's name.</param>
    /// <param name="direction">Which way the model goes.</param>
    public MonotoneAttribute(string parameter, Direction direction)
    {
        Parameter = parameter;
        Direction = direction;
    }

    /// <summary>The variable.</summary>
    public string Parameter { get; }

    /// <summary>Which way the model goes when the variable grows.</summary>
    public Direction Direction { get; }
}
