using System;

namespace NumericTests.VectorResults;

/// <summary>Its tangent: the Jacobian times t.</summary>
internal delegate void VectorTangent(ReadOnlySpan<double> x, ReadOnlySpan<double> t, Span<double> y, Span<double> tangent);

/// <summary>Its adjoint: the transposed Jacobian times the seed.</summary>
internal delegate void VectorAdjoint(ReadOnlySpan<double> x, ReadOnlySpan<double> seed, Span<double> y, Span<double> adjoint);

/// <summary>Its Jacobian, outputs × inputs, row-major.</summary>
internal delegate void VectorJacobian(ReadOnlySpan<double> x, Span<double> y, Span<double> jacobian);

/// <summary>A vector model with a point and the number of its results.</summary>
internal sealed record VectorModel(double[] At, int Outputs, VectorFunction Value);

/// <summary>What the generator wrote for it.</summary>
internal sealed record VectorCompanions(VectorTangent Tangent, VectorAdjoint Adjoint, VectorJacobian Jacobian);
