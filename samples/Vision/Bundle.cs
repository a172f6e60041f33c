using System;
using Proxima;

namespace Samples.Vision;

/// <summary>
/// Bundle adjustment: cameras and points from nothing but where the cameras saw the points (Triggs et al. 2000). A camera is six numbers, an angle-axis vector
/// that turns the world and where its origin then lies, and two of its lens: focal length and radial distortion. A point is three.
/// </summary>
public static partial class Bundle
{
    public const int CameraSize = 8, PointSize = 3;

    /// <summary>How far each point appears from where it was seen.</summary>
    /// <param name="cameras">Eight numbers each: rotation (3), translation (3), focal length, distortion.</param>
    /// <param name="points">Three coordinates each.</param>
    /// <param name="seenBy">The camera of each observation.</param>
    /// <param name="seen">The point of each observation.</param>
    /// <param name="pixels">Where it was seen, two coordinates each.</param>
    /// <param name="errors">Receives two coordinates per observation, in pixels.</param>
    [Jacobian]
    public static void Reprojection(
        ReadOnlySpan<double> cameras, ReadOnlySpan<double> points, int[] seenBy, int[] seen, [Constant] double[] pixels, [Result] Span<double> errors)
    {
        for (int i = 0; i < seen.Length; i++)
        {
            ReadOnlySpan<double> camera = cameras.Slice(CameraSize * seenBy[i], CameraSize);
            (double u, double v) = Project(camera, points.Slice(PointSize * seen[i], PointSize));
            errors[2 * i] = u - pixels[2 * i];
            errors[2 * i + 1] = v - pixels[2 * i + 1];
        }
    }

    /// <summary>Where a camera sees a point.</summary>
    private static (double U, double V) Project(ReadOnlySpan<double> camera, ReadOnlySpan<double> point)
    {
        (double x, double y, double z) = Rotate(camera[0], camera[1], camera[2], point[0], point[1], point[2]);
        double depth = z + camera[5];
        double planeX = (x + camera[3]) / depth, planeY = (y + camera[4]) / depth;
        double scale = camera[6] * (1 + camera[7] * (planeX * planeX + planeY * planeY));
        return (scale * planeX, scale * planeY);
    }

    /// <summary>Rodrigues: turns (x, y, z) about the axis (a, b, c) by its length. At no rotation the linear part, which has the right derivative.</summary>
    private static (double X, double Y, double Z) Rotate(double a, double b, double c, double x, double y, double z)
    {
        double squared = a * a + b * b + c * c;
        if (squared == 0)
        {
            return (x + b * z - c * y, y + c * x - a * z, z + a * y - b * x);
        }
        double angle = Math.Sqrt(squared);
        double sine = Math.Sin(angle), cosine = Math.Cos(angle);
        double p = a / angle, q = b / angle, r = c / angle;
        double along = (p * x + q * y + r * z) * (1 - cosine);
        return (x * cosine + (q * z - r * y) * sine + p * along, y * cosine + (r * x - p * z) * sine + q * along, z * cosine + (p * y - q * x) * sine + r * along);
    }
}
