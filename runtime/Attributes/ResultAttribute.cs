using System;

namespace Proxima;

/// <summary>Marks a <c>Span&lt;T&gt;</c> parameter that a model writes its results to; the model must not rely on what it held before.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ResultAttribute : Attribute;
