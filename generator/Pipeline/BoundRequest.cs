using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// What a model asks of its bounds: the norm in which inputs change, the constant that must be provable (+∞ when none is asked for), and the variables in which it
/// states to be monotone.
/// </summary>
internal sealed record BoundRequest(Norm Norm, double Max, EquatableArray<MonotoneClaim> Monotone);

/// <summary>A variable, and whether the model grows with it.</summary>
internal sealed record MonotoneClaim(string Variable, bool IsIncreasing);

/// <summary>The ends that <c>[Domain]</c> gives, as written.</summary>
internal sealed record Domain(double Lo, double Hi);
