using System;

namespace Proxima.Linear;

internal sealed partial class Polytope
{
    private readonly double[] _deepest = new double[dimension + 1];
    private Polytope? _interior;

    /// <summary>
    /// Moves <see cref="Point"/> to where the nearest half-space is as far as possible (Chebyshev's centre but for the box, whose faces are no kinks).
    /// One variable more: normal · x + length · depth ≤ limit. Not certified: whoever uses the point looks at it.
    /// </summary>
    public void Deepen()
    {
        int n = Dimension;
        _interior ??= new Polytope(n + 1);
        _interior.Clear();
        for (int j = 0; j < n; j++)
        {
            (_interior.Low[j], _interior.High[j]) = (Low[j], High[j]);
            _interior.High[n] = Math.Max(_interior.High[n], High[j] - Low[j]);
        }
        for (int i = 0; i < Count; i++)
        {
            Array.Copy(_normals, i * n, _deepest, 0, n);
            _deepest[n] = _lengths[i];
            _interior.Add(_deepest, 0, 1, _limits[i]);
        }
        Array.Clear(_deepest, 0, n);
        _deepest[n] = 1;
        _interior.Solve(_deepest, 0);
        for (int j = 0; j < n; j++)
        {
            Point[j] = Math.Min(Math.Max(_interior.Point[j], Low[j]), High[j]);
        }
    }
}
