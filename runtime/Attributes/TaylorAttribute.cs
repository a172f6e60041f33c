using System;

namespace Proxima;

/// <summary>
/// Asks for the Taylor coefficients of <c>F(x + t·v)</c> in <c>t</c>: a companion <c>FTaylor</c> with the same parameters, then one direction <c>vX</c>
/// per variable, then <c>Span&lt;T&gt; coefficients</c>, which receives the coefficients of order 0 to <see cref="Order"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TaylorAttribute : ModelAttribute
{
    /// <summary>Asks for coefficients up to an order.</summary>
    /// <param name="order">The highest order, 1 to 8.</param>
    public TaylorAttribute(int order) => Order = order;

    /// <summary>The highest order.</summary>
    public int Order { get; }
}
