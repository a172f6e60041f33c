using System;

namespace Proxima;

/// <summary>
/// Asks for the Jacobian-vector product of a method <c>F</c>: a companion <c>FTangent</c> with the same parameters, then one direction <c>tX</c> per
/// variable <c>x</c>, then the derivative of each result along that direction; it returns the value of <c>F</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TangentAttribute : ModelAttribute;
