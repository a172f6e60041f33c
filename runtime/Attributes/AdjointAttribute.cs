using System;

namespace Proxima;

/// <summary>
/// Asks for the vector-Jacobian product of a method <c>F</c>: a companion <c>FAdjoint</c> with the same parameters, then one seed per result
/// (<c>seedY</c> for a <see cref="ResultAttribute"/> parameter <c>y</c>, <c>seed</c> for what is returned), then one output <c>dX</c> per variable.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AdjointAttribute : ModelAttribute;
