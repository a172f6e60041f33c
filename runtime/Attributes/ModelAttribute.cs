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

    /// <summary>
    /// What to differentiate: parameters, and fields or automatic properties of the model's type that are <see langword="double"/>, <see langword="float"/>
    /// or arrays of them. Everything else is held constant. All floating parameters and no fields when not said.
    /// </summary>
    /// <remarks>
    /// A field <c>_weights</c> is no parameter of the companions; its output is <c>dWeights</c>, after those of the parameters. The model may read it, in its
    /// helpers too, but not write it; the same array read through another field is a constant.
    /// </remarks>
    public string[]? WithRespectTo { get; set; }
}
