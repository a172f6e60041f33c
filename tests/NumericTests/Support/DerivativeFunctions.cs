using System;

namespace NumericTests;

/// <summary>A tangent companion seen as a function of one flat point and one flat direction; returns the value.</summary>
internal delegate double TangentFunction(ReadOnlySpan<double> x, ReadOnlySpan<double> t, out double tangent);

/// <summary>A Hessian companion, n × n row-major; returns the value.</summary>
internal delegate double HessianFunction(ReadOnlySpan<double> x, Span<double> gradient, Span<double> hessian);

/// <summary>A companion for the product of Hessian and direction; returns the value.</summary>
internal delegate double HessianProductFunction(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product);

/// <summary>A companion for the coefficients of t ↦ f(x + t·v); returns the value.</summary>
internal delegate double TaylorFunction(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> coefficients);
