using System;

namespace Proxima;

/// <summary>
/// Lets reverse mode compute the numbers of a method's statements again rather than record them, where what they are computed from is still there: for
/// loops whose memory costs more than their arithmetic. The method is the model or one that it calls.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PreferRecomputeAttribute : Attribute;
