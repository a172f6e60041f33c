namespace Proxima.Linear;

/// <summary>first · x + second · y + shift, above or below a product x · y over a box: McCormick's two planes (1976), mixed.</summary>
internal readonly record struct Plane(double First, double Second, double Shift)
{
    /// <summary>
    /// λ of the plane xy ≤ u·y + a·x − a·u and 1 − λ of xy ≤ l·y + b·x − b·l, for x ∈ [l, u] and y ∈ [a, b]. The shift is proved for the slopes as rounded:
    /// xy − first·x − second·y is bilinear, so its largest value is at a corner.
    /// </summary>
    public static Plane Above(Interval x, Interval y, double lambda)
    {
        if (!x.IsBounded || !y.IsBounded)
        {
            return new Plane(0, 0, (x * y).Hi);
        }
        double first = (lambda * y.Lo) + ((1 - lambda) * y.Hi), second = (lambda * x.Hi) + ((1 - lambda) * x.Lo);
        return new Plane(first, second, Interval.Hull(
            Interval.Hull(Corner(x.Lo, y.Lo, first, second), Corner(x.Lo, y.Hi, first, second)),
            Interval.Hull(Corner(x.Hi, y.Lo, first, second), Corner(x.Hi, y.Hi, first, second))).Hi);
    }

    /// <summary>The same below: the plane above (−x) · y, turned round.</summary>
    public static Plane Below(Interval x, Interval y, double lambda)
    {
        Plane above = Above(-x, y, lambda);
        return new Plane(above.First, -above.Second, -above.Shift);
    }

    private static Interval Corner(double x, double y, double first, double second)
    {
        Interval left = x, right = y;
        return (left * right) - ((Interval)first * left) - ((Interval)second * right);
    }
}
