using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Proxima;
using Samples.CertifiedBounds;

string[] inputs = ["income", "debt", "age", "employed"];
Interval[] domain = [new(0, 120), new(0, 80), new(18, 80), new(0, 40)];
Credit.ScoreModel score = new();

(double[] rows, double[] paidBack) = Applicants.Draw(2000, seed: 7);
(double[] newRows, double[] newPaidBack) = Applicants.Draw(2000, seed: 8);
double[] net = Training.Run(rows, paidBack, steps: 8000);
Console.WriteLine($"trained on 2,000 applicants; furthest weight from the source: {Credit.Distance(net):F4}");
Console.WriteLine($"right about 2,000 others: {Applicants.Accuracy(newRows, newPaidBack, row => score.Value(row)):P1}");

Console.WriteLine();
Console.WriteLine("Does the score go one way, whatever else the applicant has?");
foreach ((int input, Direction direction) in ((int, Direction)[])[(0, Direction.Increasing), (1, Direction.Decreasing), (2, Direction.Increasing), (3, Direction.Increasing)])
{
    MonotoneVerdict found = Certify.Monotone(score, domain, input, direction);
    string where = found.Verdict == Verdict.Refuted ? $" at ({string.Join(", ", found.Violation.Witness.Select(static x => $"{x:G4}"))})" : "";
    Console.WriteLine($"  {inputs[input],-9}{direction,-11}{found.Verdict}{where}, {found.Violation.Splits} boxes split");
}

Console.WriteLine();
Console.WriteLine($"Proved by the build: the score changes by at most {Credit.ScoreLipschitzConstant:F6} when every input changes by at most 1.");
Bound lipschitz = Certify.Lipschitz(score, domain, Norm.Infinity);
Console.WriteLine($"Searched for longer: {lipschitz.Upper:F6}; attained: {lipschitz.Lower:F6}, at ({string.Join(", ", lipschitz.Witness.Select(static x => $"{x:G4}"))}).");

LipschitzCertificate certificate = LipschitzCertificate.Create(score, "Credit.Score", domain, Norm.Infinity);
bool isValid = LipschitzCertificate.Parse(certificate.ToJson()).Check(score, out string reason);
Console.WriteLine($"Written as JSON, read and checked leaf by leaf: {(isValid ? "valid" : reason)}.");

Console.WriteLine();
Console.WriteLine("How far income and debt may be off, in thousands, before the decision can change:");
Console.WriteLine("  income  debt   age  employed   score  decision   proved  changes at");
foreach (double[] applicant in Applicants.Shown)
{
    CertifiedRadius radius = Certify.DecisionRadius(score, applicant, threshold: 0, domain, scales: [1, 1, 0, 0]);
    double value = score.Value(applicant);
    Console.WriteLine($"  {applicant[0],6}{applicant[1],6}{applicant[2],6}{applicant[3],10}{value,8:F3}  {(value > 0 ? "grant" : "refuse"),-9}{radius.Radius,8:F3}{radius.Attained,12:F3}");
}

Console.WriteLine();
Interval side = new(-3, 3);
List<(long Splits, Enclosure Found)> steps = [];
foreach (long most in (long[])[6, 16, 40, 20_000])
{
    Enclosure found = Minimise.Global(new Terrain.HeightModel(), [side, side], width: 1e-3, new() { MaxSplits = most, RelativeGap = 1e-12 });
    steps.Add((found.Splits, found));
    Console.WriteLine($"after {found.Splits,3} splits: the lowest height lies in [{found.Minimum.Lo:F12}, {found.Minimum.Hi:F12}], in one of {found.Minimisers.Count} boxes");
}
string plot = Path.GetFullPath("minimum.svg");
BoxPlot.Write(plot, side, Terrain.Height, steps);
Console.WriteLine($"plot: {plot}");
