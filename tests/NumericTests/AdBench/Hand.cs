using System;
using Proxima;

namespace NumericTests.AdBench;

/// <summary>
/// A hand of 22 bones whose skin follows them by linear blending (Šrajer, Kukelova, Fitzgibbon 2018). Affine maps are three rows of four numbers.
/// θ is the rotation of the hand (angle-axis), its translation, then four angles per finger: bend and side of the first joint, bend of the next two.
/// </summary>
public sealed partial class Hand(
    int[] parents, double[] baseRelative, double[] inverseBase, double[] vertices, int[] influences, int[] bones, double[] weights, int[] triangles)
{
    public const int AngleCount = 26;

    /// <summary>What separates measured points from the vertices they correspond to.</summary>
    [Jacobian]
    public void Simple(ReadOnlySpan<double> theta, int[] correspondences, [Constant] double[] points, [Result] Span<double> residuals)
    {
        Span<double> pose = stackalloc double[12 * parents.Length];
        Pose(theta, pose);
        for (int i = 0; i < correspondences.Length; i++)
        {
            (double x, double y, double z) = Skin(pose, correspondences[i]);
            (x, y, z) = Place(theta, x, y, z);
            residuals[3 * i] = points[3 * i] - x;
            residuals[(3 * i) + 1] = points[(3 * i) + 1] - y;
            residuals[(3 * i) + 2] = points[(3 * i) + 2] - z;
        }
    }

    /// <summary>The same where each point corresponds to a place in a triangle, which two numbers per point move.</summary>
    [Jacobian]
    public void Complicated(
        ReadOnlySpan<double> theta, ReadOnlySpan<double> barycentric, int[] correspondences, [Constant] double[] points, [Result] Span<double> residuals)
    {
        Span<double> pose = stackalloc double[12 * parents.Length];
        Pose(theta, pose);
        for (int i = 0; i < correspondences.Length; i++)
        {
            int triangle = 3 * correspondences[i];
            (double ax, double ay, double az) = Skin(pose, triangles[triangle]);
            (double bx, double by, double bz) = Skin(pose, triangles[triangle + 1]);
            (double cx, double cy, double cz) = Skin(pose, triangles[triangle + 2]);
            double u = barycentric[2 * i], v = barycentric[(2 * i) + 1];
            double w = 1 - u - v;
            (double x, double y, double z) = Place(theta, (u * ax) + (v * bx) + (w * cx), (u * ay) + (v * by) + (w * cy), (u * az) + (v * bz) + (w * cz));
            residuals[3 * i] = points[3 * i] - x;
            residuals[(3 * i) + 1] = points[(3 * i) + 1] - y;
            residuals[(3 * i) + 2] = points[(3 * i) + 2] - z;
        }
    }

    /// <summary>Half the squared distances: the scalar that a gradient sees.</summary>
    [Gradient]
    public double Loss(ReadOnlySpan<double> theta, int[] correspondences, [Constant] double[] points)
    {
        Span<double> pose = stackalloc double[12 * parents.Length];
        Pose(theta, pose);
        double sum = 0;
        for (int i = 0; i < correspondences.Length; i++)
        {
            (double x, double y, double z) = Skin(pose, correspondences[i]);
            (x, y, z) = Place(theta, x, y, z);
            double dx = points[3 * i] - x, dy = points[(3 * i) + 1] - y, dz = points[(3 * i) + 2] - z;
            sum += (dx * dx) + (dy * dy) + (dz * dz);
        }
        return 0.5 * sum;
    }

    /// <summary>Where each bone carries what rests on it: down the tree, each bone's rest relative to its parent, turned by its angles; then back from rest.</summary>
    private void Pose(ReadOnlySpan<double> theta, Span<double> pose)
    {
        Span<double> absolute = stackalloc double[12 * parents.Length];
        Span<double> relative = stackalloc double[12];
        for (int bone = 0; bone < parents.Length; bone++)
        {
            int joint = (bone - 1) % 4;
            double bend = 0, side = 0;
            if (bone > 0 && joint > 0)
            {
                int angle = 6 + (bone - 1 - joint);
                bend = theta[angle + (joint == 1 ? 0 : joint)];
                side = joint == 1 ? theta[angle + 1] : 0;
            }
            Turn(bone, bend, side, relative);
            Span<double> placed = absolute.Slice(12 * bone, 12);
            if (parents[bone] < 0)
            {
                relative.CopyTo(placed);
            }
            else
            {
                Compose(absolute.Slice(12 * parents[bone], 12), relative, placed);
            }
            FromRest(placed, bone, pose.Slice(12 * bone, 12));
        }
    }

    /// <summary>A bone's rest relative to its parent, after a turn about its x axis (bend), then about its z axis (side).</summary>
    private void Turn(int bone, double bend, double side, Span<double> turned)
    {
        double cosBend = Math.Cos(bend), sinBend = Math.Sin(bend), cosSide = Math.Cos(side), sinSide = Math.Sin(side);
        for (int row = 0; row < 12; row += 4)
        {
            int rest = (12 * bone) + row;
            double across = (baseRelative[rest + 1] * cosSide) - (baseRelative[rest] * sinSide);
            turned[row] = (baseRelative[rest] * cosSide) + (baseRelative[rest + 1] * sinSide);
            turned[row + 1] = (across * cosBend) + (baseRelative[rest + 2] * sinBend);
            turned[row + 2] = (baseRelative[rest + 2] * cosBend) - (across * sinBend);
            turned[row + 3] = baseRelative[rest + 3];
        }
    }

    private static void Compose(ReadOnlySpan<double> outer, ReadOnlySpan<double> inner, Span<double> product)
    {
        for (int row = 0; row < 12; row += 4)
        {
            for (int column = 0; column < 4; column++)
            {
                product[row + column] = (outer[row] * inner[column]) + (outer[row + 1] * inner[4 + column]) + (outer[row + 2] * inner[8 + column]);
            }
            product[row + 3] += outer[row + 3];
        }
    }

    /// <summary>The same with the way back from rest as the inner map.</summary>
    private void FromRest(ReadOnlySpan<double> absolute, int bone, Span<double> product)
    {
        int inner = 12 * bone;
        for (int row = 0; row < 12; row += 4)
        {
            for (int column = 0; column < 4; column++)
            {
                product[row + column] = (absolute[row] * inverseBase[inner + column])
                    + (absolute[row + 1] * inverseBase[inner + 4 + column]) + (absolute[row + 2] * inverseBase[inner + 8 + column]);
            }
            product[row + 3] += absolute[row + 3];
        }
    }

    /// <summary>A vertex at rest, carried by each bone that holds it, blended.</summary>
    private (double X, double Y, double Z) Skin(ReadOnlySpan<double> pose, int vertex)
    {
        double restX = vertices[3 * vertex], restY = vertices[(3 * vertex) + 1], restZ = vertices[(3 * vertex) + 2];
        double x = 0, y = 0, z = 0;
        for (int influence = influences[vertex]; influence < influences[vertex + 1]; influence++)
        {
            int m = 12 * bones[influence];
            double weight = weights[influence];
            x += weight * ((pose[m] * restX) + (pose[m + 1] * restY) + (pose[m + 2] * restZ) + pose[m + 3]);
            y += weight * ((pose[m + 4] * restX) + (pose[m + 5] * restY) + (pose[m + 6] * restZ) + pose[m + 7]);
            z += weight * ((pose[m + 8] * restX) + (pose[m + 9] * restY) + (pose[m + 10] * restZ) + pose[m + 11]);
        }
        return (x, y, z);
    }

    /// <summary>Turns and moves the whole hand.</summary>
    private static (double X, double Y, double Z) Place(ReadOnlySpan<double> theta, double x, double y, double z)
    {
        double squared = (theta[0] * theta[0]) + (theta[1] * theta[1]) + (theta[2] * theta[2]);
        if (squared == 0)
        {
            return (
                x + (theta[1] * z) - (theta[2] * y) + theta[3],
                y + (theta[2] * x) - (theta[0] * z) + theta[4],
                z + (theta[0] * y) - (theta[1] * x) + theta[5]);
        }
        double angle = Math.Sqrt(squared);
        double sine = Math.Sin(angle), cosine = Math.Cos(angle);
        double p = theta[0] / angle, q = theta[1] / angle, r = theta[2] / angle;
        double along = ((p * x) + (q * y) + (r * z)) * (1 - cosine);
        return (
            (x * cosine) + (((q * z) - (r * y)) * sine) + (p * along) + theta[3],
            (y * cosine) + (((r * x) - (p * z)) * sine) + (q * along) + theta[4],
            (z * cosine) + (((p * y) - (q * x)) * sine) + (r * along) + theta[5]);
    }
}
