using System;

namespace Proxima;

/// <summary>
/// Asks for companions that evaluate many rows in one call: <c>FBatch</c>, and <c>FGradientBatch</c> where <see cref="GradientAttribute"/> stands too.
/// A scalar variable becomes a column, an array variable a row-major matrix; constants are shared by all rows.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchAttribute : ModelAttribute;
