using System;
using System.Linq;

namespace Samples.Vision;

/// <summary>Photographs of a knot that never was: cameras around it, and where each saw some of its points, with noise.</summary>
public sealed class Scene
{
    public const int Cameras = 12, Points = 400;

    /// <summary>The scatter of a coordinate in a photograph, in pixels.</summary>
    public const double Noise = 0.5;

    private readonly Random _random;

    public Scene(int seed)
    {
        _random = new(seed);
        double[] cameras = [.. Enumerable.Range(0, Cameras).SelectMany(k => new double[] { 0.1 * Normal(), (0.25 * k) - 1.3, 0.1 * Normal(), 0, 0, 9, 800, -0.05 })];
        double[] points = [.. Enumerable.Range(0, Points).SelectMany(_ => OnTheKnot(2 * Math.PI * _random.NextDouble()))];

        (int Camera, int Point)[] seen = [.. from camera in Enumerable.Range(0, Cameras) from point in Enumerable.Range(0, Points) where _random.NextDouble() < 0.6 select (camera, point)];
        (SeenBy, Seen) = ([.. seen.Select(static s => s.Camera)], [.. seen.Select(static s => s.Point)]);
        Pixels = new double[2 * seen.Length];
        Bundle.Reprojection(cameras, points, SeenBy, Seen, new double[Pixels.Length], Pixels); // from zero: where they are
        Pixels = [.. Pixels.Select(p => p + (Noise * Normal()))];

        // What is known beforehand: roughly where the cameras stood, nothing of the lens, and the points by a bad guess.
        double[] doubts = [0.03, 0.03, 0.03, 0.2, 0.2, 0.2, 0, 0];
        FirstCameras = [.. cameras.Select((value, i) => value + (doubts[i % Bundle.CameraSize] * Normal()))];
        for (int k = 0; k < Cameras; k++)
        {
            (FirstCameras[(Bundle.CameraSize * k) + 6], FirstCameras[(Bundle.CameraSize * k) + 7]) = (760, 0);
        }
        FirstPoints = [.. points.Select(value => value + (0.2 * Normal()))];
    }

    /// <summary>The camera and the point of each observation, and where it was: what the optimiser is given, with a first guess of the rest.</summary>
    public int[] SeenBy { get; }

    public int[] Seen { get; }

    public double[] Pixels { get; }

    public double[] FirstCameras { get; }

    public double[] FirstPoints { get; }

    /// <summary>Of a trefoil.</summary>
    private double[] OnTheKnot(double t) =>
    [
        Math.Sin(t) + (2 * Math.Sin(2 * t)) + (0.15 * Normal()),
        Math.Cos(t) - (2 * Math.Cos(2 * t)) + (0.15 * Normal()),
        (0.15 * Normal()) - Math.Sin(3 * t),
    ];

    /// <summary>By Box and Muller (1958).</summary>
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
