using System;

namespace Proxima;

/// <summary>
/// Asks for explanations of a method <c>F</c> by linear models: <c>FModel</c> tells the methods of <see cref="Explain"/> how <c>F</c> is made, and where its variables
/// are numbers and arrays, <c>FSurrogate</c> and <c>FSurrogateBatch</c> explain rows against a baseline.
/// </summary>
/// <remarks>
/// The compiler reads the additive terms of <c>F</c> and the inputs of each, the growing function in which <c>F</c> ends, affine first layers and kinks. What it cannot take
/// apart is explained as a whole, and a diagnostic says why. Bools, integers and enums are explained too, unless they are marked <see cref="ConstantAttribute"/>: they
/// stand in the explained point as numbers, in the order of the parameters.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SurrogateAttribute : ModelAttribute
{
    /// <summary>What <c>FSurrogate</c> and <c>FSurrogateBatch</c> give; Shapley values when not said.</summary>
    public SurrogateMethod Method { get; set; }
}

/// <summary>The explanations that <see cref="SurrogateAttribute"/> writes out.</summary>
public enum SurrogateMethod
{
    /// <summary>Shapley values.</summary>
    Shapley,

    /// <summary>Integrated gradients.</summary>
    IntegratedGradients,
}
