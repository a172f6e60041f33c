using System;

namespace Proxima;

/// <summary>What every attribute that asks for companions of a method has in common.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class ModelAttribute : Attribute
{
    /// <summary>How closely the companions follow the order of the model's operations; <see cref="Rounding.Fast"/> when not said.</summary>
    public Rounding Rounding { get; set; }

    /// <summary>The first part of the companions' names, when the method's own name would collide.</summary>
    public string? Name { get; set; }

    /// <summary>The parameters to differentiate; every other parameter is held constant. All floating parameters when not said.</summary>
    public string[]? WithRespectTo { get; set; }
}
