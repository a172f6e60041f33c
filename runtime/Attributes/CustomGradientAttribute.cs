using System;

namespace Proxima;

/// <summary>
/// Names the method that gives the derivative of this one wherever it is differentiated, instead of its source: a method of the same type with the
/// signature of a gradient, the same parameters and then one output per variable. The value comes from this method, never from what the other returns.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CustomGradientAttribute(string method) : Attribute
{
    /// <summary>The name of the method that gives the derivative.</summary>
    public string Method { get; } = method;
}
