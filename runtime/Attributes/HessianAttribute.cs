using System;

namespace Proxima;

/// <summary>
/// Asks for second derivatives of a method <c>F</c>: <c>FHessian</c> with the same parameters, then the gradient and the Hessian over the variables
/// flattened in parameter order (row-major, symmetric), and <c>FHessianProduct</c> with one direction <c>vX</c> and one output <c>hX</c> per variable.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HessianAttribute : ModelAttribute;
