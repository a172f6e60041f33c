using System;
using Proxima;

namespace Samples.Quickstart;

/// <summary>Logistic growth in yearly steps, with a level shift after the war.</summary>
public static partial class Growth
{
    /// <summary>The sum of squared differences between the model and the census.</summary>
    [Gradient]
    public static double Loss(double start, double rate, double capacity, double shift, [Constant] ReadOnlySpan<double> census)
    {
        double population = start, loss = 0;
        for (int year = Census.FirstYear; year <= Census.LastYear; year++)
        {
            if (year % 10 == 0)
            {
                double expected = population;
                if (year >= 1945)
                {
                    expected += shift;
                }
                double residual = expected - census[(year - Census.FirstYear) / 10];
                loss += residual * residual;
            }
            population += rate * population * (1 - population / capacity);
        }
        return loss;
    }

    /// <summary>What the model expects in each year of a census.</summary>
    public static double[] Expected(double start, double rate, double capacity, double shift)
    {
        double[] expected = new double[((Census.LastYear - Census.FirstYear) / 10) + 1];
        double population = start;
        for (int year = Census.FirstYear; year <= Census.LastYear; year++)
        {
            if (year % 10 == 0)
            {
                expected[(year - Census.FirstYear) / 10] = year >= 1945 ? population + shift : population;
            }
            population += rate * population * (1 - (population / capacity));
        }
        return expected;
    }
}
