using System;
using System.Linq;
using Proxima;

namespace Samples.Vision;

/// <summary>Levenberg and Marquardt's method on cameras and points together. Derivatives come from the generated sparse Jacobian, steps from <see cref="NormalEquations"/>.</summary>
public sealed class Adjustment
{
    private readonly Scene _scene;

    private readonly Sparsity _pattern;

    private readonly double[] _values;

    public Adjustment(Scene scene)
    {
        _scene = scene;
        (Cameras, Points, Errors) = ([.. scene.FirstCameras], [.. scene.FirstPoints], new double[scene.Pixels.Length]);
        _pattern = Bundle.ReprojectionJacobianPattern(Cameras, Points, scene.SeenBy, scene.Seen, scene.Pixels, Errors, out _, out _);
        _values = new double[_pattern.NonZeros];
        Derive();
    }

    /// <summary>The entries of the Jacobian that may differ from zero, by rows.</summary>
    public Sparsity Pattern => _pattern;

    public double[] Cameras { get; private set; }

    public double[] Points { get; private set; }

    /// <summary>At the present cameras and points, in pixels.</summary>
    public double[] Errors { get; }

    public int Steps { get; private set; }

    /// <summary>The root of the mean square of all errors, in pixels.</summary>
    public static double RootMeanSquare(double[] errors) => Math.Sqrt(Squares(errors) / errors.Length);

    /// <summary>Errors and the Jacobian's entries in one call.</summary>
    public void Derive() => Bundle.ReprojectionJacobianValues(Cameras, Points, _scene.SeenBy, _scene.Seen, _scene.Pixels, Errors, _pattern, _values);

    /// <summary>How the errors change along a direction: each row's entries times the direction at their columns.</summary>
    public double[] Along(Func<int, double> direction)
    {
        double[] along = new double[Errors.Length];
        for (int row = 0; row < along.Length; row++)
        {
            ReadOnlySpan<int> columns = _pattern.Row(row);
            for (int k = 0; k < columns.Length; k++)
            {
                along[row] += _values[_pattern.RowStarts[row] + k] * direction(columns[k]);
            }
        }
        return along;
    }

    /// <summary>Until a step gains less than a billionth. A step that gains is followed by less damping, one that does not is not taken (Marquardt 1963).</summary>
    public void Run()
    {
        NormalEquations equations = new(_scene.SeenBy, _scene.Seen, Cameras.Length, Points.Length);
        double[] errors = new double[Errors.Length];
        for (double damping = 1e-3, gain = 1; gain > 1e-9 && damping < 1e9;)
        {
            (double[] cameraStep, double[] pointStep) = equations.Solve(_values, Errors, damping);
            double[] cameras = [.. Cameras.Zip(cameraStep, static (x, step) => x + step)], points = [.. Points.Zip(pointStep, static (x, step) => x + step)];
            Bundle.Reprojection(cameras, points, _scene.SeenBy, _scene.Seen, _scene.Pixels, errors);
            double before = Squares(Errors), after = Squares(errors);
            if (!(after < before))
            {
                damping *= 10;
                continue;
            }
            gain = 1 - (after / before);
            damping /= 10;
            (Cameras, Points) = (cameras, points);
            Derive();
            Steps++;
        }
    }

    private static double Squares(double[] errors) => errors.Sum(static e => e * e);
}
