using Proxima;

namespace Benchmarks;

/// <summary>Van der Pol's oscillator, symplectic Euler: each step waits for the one before.</summary>
public static partial class Oscillator
{
    [Gradient]
    public static double Final(double x, double v, double mu, int steps)
    {
        const double step = 0.005;
        for (int i = 0; i < steps; i++)
        {
            v += step * ((mu * (1 - (x * x)) * v) - x);
            x += step * v;
        }
        return (x * x) + (v * v);
    }
}
