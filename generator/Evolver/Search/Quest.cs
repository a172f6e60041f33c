using System;
using Proxima.Generator.Approximation;
using Proxima.Generator.Numerics;

namespace Proxima.Evolver.Search;

/// <summary>What is searched for: programs near a function on a domain, of every cost up to a highest.</summary>
/// <param name="Unit">Half a unit in the last place of 1 of the format whose rounding counts; 0 for real numbers.</param>
internal sealed record Quest(Func<double, DoubleDouble> Function, double Lo, double Hi, Measure Measure, CostModel Costs, int MostCost, double Unit = 0)
{
    /// <summary>2⁻²⁴.</summary>
    public const double SingleUnit = 5.9604644775390625e-08;

    /// <summary>2⁻⁵³.</summary>
    public const double DoubleUnit = 1.1102230246251565e-16;
}
