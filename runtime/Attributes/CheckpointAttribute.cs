using System;

namespace Proxima;

/// <summary>
/// Bounds the memory of reverse mode in the outermost loops of a method: a loop of <c>n</c> iterations runs in about <c>√n</c> segments. The primal sweep
/// keeps the state at the start of each segment (what the loop carries, and the arrays from outside that it writes); the adjoint sweep runs one segment
/// again at a time and records only its iterations. So about <c>2·√n</c> states are kept instead of <c>n</c>, for the time of one more primal run.
/// On the model it concerns all its outermost loops, on a method or local function that the model calls those of that method.
/// </summary>
/// <remarks>
/// The number of iterations must be known when the loop starts: <c>for</c> over an index and <c>foreach</c>, which may be left early; not <c>while</c>.
/// The value keeps its bits. Methods without source that the loop calls run twice: they must give the same number for the same arguments.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CheckpointAttribute : Attribute;
