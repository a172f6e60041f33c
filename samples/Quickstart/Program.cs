using System;
using System.IO;
using Samples.Quickstart;

Fit fit = Fit.WithGeneratedGradient();
Fit differences = Fit.WithCentralDifferences();
double[] p = fit.Parameters;
double[] expected = Growth.Expected(p[0], p[1], p[2], p[3]);

Console.WriteLine("year    census     model  residual");
for (int i = 0; i < expected.Length; i++)
{
    Console.WriteLine($"{Census.FirstYear + (10 * i)}  {Census.Millions[i],8:F3}  {expected[i],8:F3}  {expected[i] - Census.Millions[i],8:F3}");
}

Console.WriteLine();
Console.WriteLine($"start     {p[0],10:F4} million in {Census.FirstYear}");
Console.WriteLine($"rate      {p[1],10:F6} per year");
Console.WriteLine($"capacity  {p[2],10:F3} million");
Console.WriteLine($"shift     {p[3],10:F3} million from 1945");
Console.WriteLine($"loss      {fit.Loss,10:F4}");

Console.WriteLine();
Console.WriteLine($"BFGS with the generated gradient:   {fit.Iterations} iterations, {fit.GradientCalls} gradient calls, {fit.FunctionCalls} further function calls");
Console.WriteLine($"BFGS with central differences:      {differences.Iterations} iterations, {differences.GradientCalls} gradient calls, {differences.FunctionCalls} function calls");
Console.WriteLine($"central differences / generated:    {Timing.Ratio(Fit.CentralDifferences, Fit.Generated, p):F2} times the time per gradient");

string plot = Path.GetFullPath("quickstart.svg");
Plot.Write(plot, Census.Millions, expected);
Console.WriteLine($"plot:                               {plot}");
