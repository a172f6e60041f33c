using System;

namespace Proxima;

/// <summary>
/// Asks for the Jacobian of a method <c>F</c>: a companion <c>FJacobian</c> with the same parameters and then <c>Span&lt;T&gt; jacobian</c>, row-major,
/// outputs × inputs: the outputs in the order of the <see cref="ResultAttribute"/> parameters, what is returned last; the inputs in parameter order.
/// Where the compiler can read the pattern of a sparse Jacobian from the indices, also <c>FJacobianPattern</c> (compressed rows) and <c>FJacobianValues</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JacobianAttribute : ModelAttribute;
