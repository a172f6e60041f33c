using System;

namespace NumericTests.AdBench;

/// <summary>Cameras, points, weights, and which camera sees which point where.</summary>
internal sealed record BundleProblem(double[] Cameras, double[] Points, double[] Weights, int[] Observations, double[] Features)
{
    public int Inputs => Cameras.Length + Points.Length + Weights.Length;

    public int Outputs => 3 * Weights.Length;

    /// <summary>The published files hold one camera, point, weight and feature; observation i uses camera i mod n and point i mod m.</summary>
    public static BundleProblem Repeated(int n, int m, int p, double[] camera, double[] point, double weight, double[] feature)
    {
        int[] observations = new int[2 * p];
        for (int i = 0; i < p; i++)
        {
            (observations[2 * i], observations[(2 * i) + 1]) = (i % n, i % m);
        }
        return new(Repeat(camera, n), Repeat(point, m), Repeat([weight], p), observations, Repeat(feature, p));
    }

    /// <summary>
    /// Four cameras of which one does not turn, five points, fourteen observations in no order: all blocks differ, so a wrong index shows. Features are near
    /// what the cameras see, so that errors are of order one.
    /// </summary>
    public static BundleProblem Varied()
    {
        Random random = new(11);
        double[] cameras = new double[4 * Bundle.CameraSize], points = new double[15], weights = new double[14], features = new double[28];
        for (int camera = 0; camera < 4; camera++)
        {
            double[] values =
            [
                Near(0), Near(0), Near(0), Near(0), Near(0), -6 + Near(0), 1.5 + Near(0), 0.2 * Near(0), 0.2 * Near(0), 0.1 * Near(0), 0.02 * Near(0),
            ];
            values.CopyTo(cameras, camera * Bundle.CameraSize);
        }
        cameras.AsSpan(2 * Bundle.CameraSize, 3).Clear();
        Fill(points);
        Fill(features);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = 1 + (0.5 * Near(0));
        }
        int[] observations = [0, 0, 3, 1, 2, 4, 1, 2, 2, 0, 0, 3, 3, 3, 1, 1, 2, 2, 0, 4, 1, 0, 3, 4, 2, 1, 0, 2];
        return new(cameras, points, weights, observations, features);

        double Near(double centre) => centre + random.NextDouble() - 0.5;

        void Fill(double[] values)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Near(0);
            }
        }
    }

    /// <summary>The residuals at a flat point: cameras, points, weights.</summary>
    public void Residuals(ReadOnlySpan<double> at, Span<double> residuals) => Bundle.Residuals(
        at[..Cameras.Length], at.Slice(Cameras.Length, Points.Length), at[(Cameras.Length + Points.Length)..], Observations, Features,
        residuals[..(2 * Weights.Length)], residuals[(2 * Weights.Length)..]);

    /// <summary>The dense Jacobian here, outputs × inputs.</summary>
    public double[] Jacobian()
    {
        double[] residuals = new double[Outputs], jacobian = new double[Outputs * Inputs];
        Bundle.ResidualsJacobian(
            Cameras, Points, Weights, Observations, Features, residuals.AsSpan(0, 2 * Weights.Length), residuals.AsSpan(2 * Weights.Length), jacobian);
        return jacobian;
    }

    public double[] Flat() => [.. Cameras, .. Points, .. Weights];

    private static double[] Repeat(double[] block, int count)
    {
        double[] values = new double[block.Length * count];
        for (int i = 0; i < count; i++)
        {
            block.CopyTo(values, i * block.Length);
        }
        return values;
    }
}
