using System;

namespace Proxima.Generator.Approximation;

/// <summary>A model's values at two neighbouring numbers are further from each other than the error that a table may have.</summary>
internal sealed class JumpException(double at, double before, double after) : Exception
{
    public double At { get; } = at;

    public double Before { get; } = before;

    public double After { get; } = after;
}
