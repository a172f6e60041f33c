namespace Samples.Fitting;

/// <summary>Where an optimiser ended, and what it asked for on the way.</summary>
/// <param name="Parameters">The parameters found.</param>
/// <param name="Loss">Half the sum of squares there.</param>
/// <param name="Iterations">The optimiser's own count.</param>
/// <param name="Calls">Calls of the model and of its companions.</param>
public sealed record Outcome(double[] Parameters, double Loss, int Iterations, Counter Calls);
