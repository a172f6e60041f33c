using System;
using System.IO;
using Samples.Fitting;

double[] start = [Math.Log(0.5), Math.Log(0.03), Math.Log(0.8), Math.Log(0.02), Math.Log(30), Math.Log(4)];
Populations.LossModel loss = new(start.Length, Pelts.Hares, Pelts.Lynxes);

Outcome gradient = QuasiNewton.WithGradient(loss, start), forward = QuasiNewton.WithDifferences(loss, start);
Outcome jacobian = LeastSquares.WithJacobian(start), central = LeastSquares.WithDifferences(start);

Console.WriteLine("                                    iterations   model calls   companion calls        loss");
Print("BFGS, generated gradient", gradient);
Print("BFGS, forward differences", forward);
Print("Levenberg–Marquardt, Jacobian", jacobian);
Print("Levenberg–Marquardt, differences", central);

Console.WriteLine();
Console.WriteLine($"calls saved by the gradient:  {forward.Calls.Values - gradient.Calls.Derivatives}");
Console.WriteLine($"calls saved by the Jacobian:  {central.Calls.Values - jacobian.Calls.Values - jacobian.Calls.Derivatives}");

Console.WriteLine();
string[] names = ["growth of hares", "losses by lynxes", "death of lynxes", "growth by hares", $"hares in {Pelts.FirstYear}", $"lynxes in {Pelts.FirstYear}"];
for (int i = 0; i < names.Length; i++)
{
    Console.WriteLine($"{names[i],-20} {Math.Exp(jacobian.Parameters[i]),10:F4}");
}

string plot = Path.GetFullPath("pelts.svg");
File.WriteAllText(plot, Plot.Draw(jacobian.Parameters));
Console.WriteLine($"plot: {plot}");

static void Print(string name, Outcome outcome) =>
    Console.WriteLine($"{name,-34} {outcome.Iterations,11} {outcome.Calls.Values,13} {outcome.Calls.Derivatives,17} {outcome.Loss,11:F6}");
