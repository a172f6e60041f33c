using System;

namespace Samples.Quickstart;

/// <summary>A value with its gradient, however it is computed.</summary>
public delegate double Gradient(ReadOnlySpan<double> x, Span<double> gradient);
