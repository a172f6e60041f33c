using System;

namespace Proxima;

/// <summary>
/// Asks for the gradient of a method <c>F</c>: a companion <c>FGradient</c> with the same parameters and then one output <c>dX</c> per variable <c>x</c>,
/// which returns the value of <c>F</c>, and a model struct <c>FModel</c> that implements <see cref="IGradient{T}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GradientAttribute : ModelAttribute;
