using System;

namespace Proxima.Generator.Approximation;

/// <summary>Why a model has no approximation, in words that a diagnostic can show.</summary>
internal sealed class ApproximationException(string message) : Exception(message);
