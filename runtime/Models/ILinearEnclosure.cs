using System;

namespace Proxima;

/// <summary>
/// A function whose program can be written down once, for every box: as affine expressions between nonlinear operations. What runs on it are linear bounds,
/// which keep how values depend on each other where intervals forget it.
/// </summary>
public interface ILinearEnclosure : IEnclosure
{
    /// <summary>Runs the program once on symbolic numbers.</summary>
    /// <param name="x">The point, one form per coordinate; all belong to one graph.</param>
    /// <returns>The value.</returns>
    Form Trace(ReadOnlySpan<Form> x);
}
