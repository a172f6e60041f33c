using System;

namespace NumericTests;

/// <summary>A model seen as a function of one flat point.</summary>
internal delegate double Function(ReadOnlySpan<double> x);

/// <summary>A gradient companion seen the same way; returns the value.</summary>
internal delegate double GradientFunction(ReadOnlySpan<double> x, Span<double> gradient);

/// <summary>A model seen as a function from one flat point to one flat list of results.</summary>
internal delegate void VectorFunction(ReadOnlySpan<double> x, Span<double> y);
