using System;

namespace Proxima;

/// <summary>
/// Asks for companions that evaluate many rows in one call: <c>FBatch</c>, and <c>FGradientBatch</c> where <see cref="GradientAttribute"/> stands too.
/// A scalar variable becomes a column, an array variable a row-major matrix, and so do reals that <see cref="ModelAttribute.WithRespectTo"/> leaves out.
/// Parameters marked <see cref="ConstantAttribute"/>, those that are not real, and fields are shared by all rows; a differentiated field has one derivative per row.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchAttribute : ModelAttribute;
