using System;
using Proxima;

namespace NumericTests.AdBench;

/// <summary>
/// Bundle adjustment as a user writes it: a camera is turned by an angle-axis vector (Rodrigues), moved, and distorts radially (Triggs et al. 2000).
/// A camera is 11 numbers: rotation (3), centre (3), focal length, principal point (2), two coefficients of distortion.
/// </summary>
public static partial class Bundle
{
    public const int CameraSize = 11;

    /// <summary>The reprojection errors of all observations, two each, then how far each weight is from 1.</summary>
    /// <param name="cams">Cameras, 11 numbers each.</param>
    /// <param name="points">Points, 3 coordinates each.</param>
    /// <param name="weights">One weight per observation.</param>
    /// <param name="observations">Camera and point of each observation.</param>
    /// <param name="features">Where each observation was seen, 2 coordinates each.</param>
    /// <param name="reprojection">2 × observations.</param>
    /// <param name="weightErrors">1 × observations.</param>
    [Jacobian]
    public static void Residuals(
        ReadOnlySpan<double> cams, ReadOnlySpan<double> points, ReadOnlySpan<double> weights, int[] observations, [Constant] double[] features,
        [Result] Span<double> reprojection, [Result] Span<double> weightErrors)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            ReadOnlySpan<double> camera = cams.Slice(CameraSize * observations[2 * i], CameraSize);
            ReadOnlySpan<double> point = points.Slice(3 * observations[(2 * i) + 1], 3);
            (double u, double v) = Project(camera, point);
            reprojection[2 * i] = weights[i] * (u - features[2 * i]);
            reprojection[(2 * i) + 1] = weights[i] * (v - features[(2 * i) + 1]);
            weightErrors[i] = 1 - (weights[i] * weights[i]);
        }
    }

    /// <summary>One observation: the block of the Jacobian is 2 × 15.</summary>
    [Jacobian, Tangent, Adjoint]
    public static (double X, double Y) Reprojection(
        ReadOnlySpan<double> camera, ReadOnlySpan<double> point, double weight, [Constant] double featureX, [Constant] double featureY)
    {
        (double u, double v) = Project(camera, point);
        return (weight * (u - featureX), weight * (v - featureY));
    }

    /// <summary>Half the squared residuals of one observation: the scalar that its gradient sees.</summary>
    [Gradient, Tangent, Hessian]
    public static double Loss(ReadOnlySpan<double> camera, ReadOnlySpan<double> point, double weight, [Constant] double featureX, [Constant] double featureY)
    {
        (double u, double v) = Project(camera, point);
        double x = weight * (u - featureX), y = weight * (v - featureY);
        return 0.5 * ((x * x) + (y * y));
    }

    private static (double U, double V) Project(ReadOnlySpan<double> camera, ReadOnlySpan<double> point)
    {
        double x = point[0] - camera[3], y = point[1] - camera[4], z = point[2] - camera[5];
        (double turnedX, double turnedY, double turnedZ) = Rotate(camera[0], camera[1], camera[2], x, y, z);
        double planeX = turnedX / turnedZ, planeY = turnedY / turnedZ;
        double squared = (planeX * planeX) + (planeY * planeY);
        double distortion = 1 + (camera[9] * squared) + (camera[10] * squared * squared);
        return ((camera[6] * distortion * planeX) + camera[7], (camera[6] * distortion * planeY) + camera[8]);
    }

    /// <summary>Rodrigues: turns (x, y, z) about the axis (a, b, c) by its length. At no rotation the linear part, which has the right derivative.</summary>
    private static (double X, double Y, double Z) Rotate(double a, double b, double c, double x, double y, double z)
    {
        double squared = (a * a) + (b * b) + (c * c);
        if (squared == 0)
        {
            return (x + (b * z) - (c * y), y + (c * x) - (a * z), z + (a * y) - (b * x));
        }
        double angle = Math.Sqrt(squared);
        double sine = Math.Sin(angle), cosine = Math.Cos(angle);
        double p = a / angle, q = b / angle, r = c / angle;
        double along = ((p * x) + (q * y) + (r * z)) * (1 - cosine);
        return (
            (x * cosine) + (((q * z) - (r * y)) * sine) + (p * along),
            (y * cosine) + (((r * x) - (p * z)) * sine) + (q * along),
            (z * cosine) + (((p * y) - (q * x)) * sine) + (r * along));
    }
}
