namespace Proxima.Generator.Pipeline;

/// <summary>What <c>[Surrogate]</c> asks for.</summary>
internal sealed record SurrogateRequest(SurrogateMethod Method);

/// <summary>Mirrors the runtime's enum.</summary>
internal enum SurrogateMethod
{
    Shapley,
    IntegratedGradients,
}
