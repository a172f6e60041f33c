using System;

namespace Proxima;

/// <summary>
/// Lets reverse mode record the numbers that the statements of a method compute rather than compute them again, where both are possible: for expressions
/// that cost more than memory does. The method is the model or one that it calls.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PreferStoreAttribute : Attribute;
