using System;

namespace Proxima;

/// <summary>
/// Says that this method is the derivative rule of another one: of a method without source (extern, another assembly), or in place of what its source
/// would give. The rule has the signature of a gradient: the method's parameters, then one output per variable, <c>out double dX</c> or
/// <c>Span&lt;double&gt; dX</c>; a real parameter marked <see cref="ConstantAttribute"/> has none. The value always comes from the method itself, which
/// must depend on its arguments alone; what the rule returns is not used. A rule is differentiated like any other method where second derivatives are asked for.
/// </summary>
/// <example><code>
/// [DerivativeOf(typeof(Library), nameof(Library.Gamma))]
/// static double GammaGradient(double x, out double dX)
/// {
///     double gamma = Library.Gamma(x);
///     dX = gamma * Digamma(x);
///     return gamma;
/// }
/// </code></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DerivativeOfAttribute : Attribute
{
    /// <summary>The rule of a method of the same type, or of a type around it.</summary>
    public DerivativeOfAttribute(string method) => Method = method;

    /// <summary>The rule of a method of another type.</summary>
    public DerivativeOfAttribute(Type type, string method) => (Type, Method) = (type, method);

    /// <summary>The type of the method, or null for the type of the rule.</summary>
    public Type? Type { get; }

    /// <summary>The name of the method; of its overloads the one is meant that the rule's parameters fit.</summary>
    public string Method { get; }
}
