using System;
using Proxima;

namespace Benchmarks;

/// <summary>Formulas of one to three variables whose slopes are bounded in the benchmarks: polynomials, quotients, exponentials, waves.</summary>
public static partial class Formulas
{
    /// <summary>The six-hump camel (Dixon and Szegő 1978).</summary>
    [Lipschitz]
    public static double Camel(double x, double y) => (4 - 2.1 * x * x + x * x * x * x / 3) * x * x + x * y + (4 * y * y - 4) * y * y;

    /// <summary>The function of Goldstein and Price (1971).</summary>
    [Lipschitz]
    public static double GoldsteinPrice(double x, double y)
    {
        double s = x + y + 1, t = 2 * x - 3 * y;
        return (1 + s * s * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y)) * (30 + t * t * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y));
    }

    /// <summary>How a pitch changes with the source's speed, the pitch and the temperature of the air.</summary>
    [Lipschitz]
    public static double PitchChange(double speed, double pitch, double celsius)
    {
        double sound = 331.4 + 0.6 * celsius;
        return -sound * pitch / ((sound + speed) * (sound + speed));
    }

    /// <summary>The pressure of a gas by van der Waals' equation.</summary>
    [Lipschitz]
    public static double Pressure(double volume, double kelvin) => 8.314 * kelvin / (volume - 0.04267) - 0.3640 / (volume * volume);

    [Lipschitz]
    public static double Score(double income, double debt, double age) => 1 / (1 + Math.Exp(-(0.8 * income - 1.3 * debt + 0.02 * age * Math.Sqrt(income))));

    [Lipschitz]
    public static double Waves(double x, double y) => Math.Sin(3 * x) * Math.Cos(2 * y) + 0.1 * (x * x + y * y) + 0.3 * Math.Sin(x + 2 * y);

    [Lipschitz]
    public static double Bell(double x, double y) => Math.Exp(-x * x - 0.5 * y * y) * Math.Cos(3 * x - y);
}
