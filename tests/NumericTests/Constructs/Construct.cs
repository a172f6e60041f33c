using System;

namespace NumericTests.Constructs;

/// <summary>A model at a point away from its kinks, with its gradient worked out by hand where that is short.</summary>
internal sealed record Construct(Function Model, double[] At, Func<double[], double[]>? ByHand = null);
