using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Samples.Vision;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Scene scene = new(seed: 3);
Adjustment adjustment = new(scene);
double[] before = [.. adjustment.Errors];
int unknowns = adjustment.Pattern.Columns, entries = adjustment.Pattern.NonZeros;
Console.WriteLine($"{Scene.Cameras} cameras saw {Scene.Points} points {scene.Seen.Length:N0} times: {before.Length:N0} errors of {unknowns:N0} unknowns.");
Console.WriteLine($"Jacobian: {entries:N0} entries, one in {(double)before.Length * unknowns / entries:F0}; within {DistanceFromDifferences():0.0e-00} of central differences.");
Console.WriteLine($"Time for all entries: {TimeOverErrors():F1} times that of the errors alone; a difference for each unknown takes {unknowns:N0} times.");

adjustment.Run();
double reached = Adjustment.RootMeanSquare(adjustment.Errors);
// Seven of the unknowns move, turn and scale everything at once, which no photograph shows.
double expected = Scene.Noise * Math.Sqrt(1 - ((unknowns - 7.0) / before.Length));
Console.WriteLine($"Reprojection error: {Adjustment.RootMeanSquare(before):F2} pixels before, {reached:F3} after {adjustment.Steps} steps; the noise of {Scene.Noise} leaves {expected:F3}.");

string picture = Path.GetFullPath("vision.svg");
File.WriteAllText(picture, Picture.Draw(scene, before, adjustment.Errors, camera: 5));
Console.WriteLine($"picture: {picture}");

// What a reader relies on; a sample that lies fails. The estimate of the noise scatters by one in √(2·degrees of freedom), 1 %.
return Math.Abs(reached - expected) < 0.03 * expected && DistanceFromDifferences() < 1e-7 ? 0 : 1;

// Along every unknown at once, each by a share of its own, so that entries cannot stand in each other's place unseen.
double DistanceFromDifferences()
{
    double[] up = Moved(1e-6), down = Moved(-1e-6), along = adjustment.Along(Share);
    return up.Zip(down, along).Max(static e => Math.Abs(((e.First - e.Second) / 2e-6) - e.Third)) / along.Max(static v => Math.Abs(v));
}

double[] Moved(double step)
{
    double[] errors = new double[before.Length];
    Bundle.Reprojection(
        [.. adjustment.Cameras.Select((x, i) => x + (step * Share(i)))], [.. adjustment.Points.Select((x, i) => x + (step * Share(i + adjustment.Cameras.Length)))],
        scene.SeenBy, scene.Seen, scene.Pixels, errors);
    return errors;
}

static double Share(int unknown) => Math.Cos(unknown);

double TimeOverErrors()
{
    double[] errors = new double[before.Length], ratios = new double[25];
    for (int round = -5; round < ratios.Length; round++) // the first rounds warm up
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 10; i++)
        {
            Bundle.Reprojection(adjustment.Cameras, adjustment.Points, scene.SeenBy, scene.Seen, scene.Pixels, errors);
        }
        long middle = Stopwatch.GetTimestamp();
        for (int i = 0; i < 10; i++)
        {
            adjustment.Derive();
        }
        if (round >= 0)
        {
            ratios[round] = (double)(Stopwatch.GetTimestamp() - middle) / (middle - start);
        }
    }
    return ratios.Order().ElementAt(ratios.Length / 2);
}
