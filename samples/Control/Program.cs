using System;
using System.Globalization;
using System.IO;
using Samples.Control;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const int Steps = 2000;
double[] before = [250, 1, 150, 0, 0]; // heeds the trolley, and lets the load swing
Tuning tuning = new(Steps);

double distance = tuning.DistanceFromDifferences(before);
Console.WriteLine($"Gradient through {Steps:N0} steps of simulation: {distance:0.0e-00} from central differences.");

double[] after = tuning.Descend(before);
Console.WriteLine("        position  integral   speed    swing  swing speed     cost");
Crane.CostModel cost = new(Steps);
foreach ((string name, double[] gains) in ((string, double[])[])[("before", before), ("after", after)])
{
    Console.WriteLine($"{name,-8}{gains[0],8:F1}{gains[1],10:F2}{gains[2],8:F1}{gains[3],9:F1}{gains[4],13:F1}{cost.Value(gains),9:F3}");
}
Console.WriteLine($"{tuning.Gradients} steps of gradient descent, {tuning.Costs - tuning.Gradients} more tried and taken back.");

Move slow = Move.Simulate(before, Steps), fast = Move.Simulate(after, Steps);
Console.WriteLine($"The load stays within 10 cm of its target after {slow.Settled(0.1):F1} s before, {fast.Settled(0.1):F1} s after.");
string picture = Path.GetFullPath("control.svg");
File.WriteAllText(picture, Picture.Draw(slow, fast));
Console.WriteLine($"picture: {picture}");

// What a reader relies on; a sample that lies fails.
return distance < 1e-8 && cost.Value(after) < 0.6 * cost.Value(before) && fast.Settled(0.1) < 0.6 * slow.Settled(0.1) ? 0 : 1;
