using System;

namespace Proxima;

/// <summary>Compares numbers with their differences and keeps the worst.</summary>
internal ref struct Judgement(double tolerance, double reference)
{
    private bool _isAny;

    /// <summary>The worst so far.</summary>
    public DerivativeReport Worst { get; private set; } = new(DerivativeVerdict.Passed, "nothing", -1, 0, 0, 0, 0, tolerance);

    /// <param name="what">The number in words.</param>
    /// <param name="coordinate">Its position.</param>
    /// <param name="slope">Its difference.</param>
    /// <param name="actual">The number under test.</param>
    public void Add(string what, int coordinate, Slope slope, double actual)
    {
        double expected = slope.IsKink ? Nearer(slope, actual) : slope.Value;
        double size = Math.Max(Math.Abs(expected), Math.Abs(actual)), error = Math.Abs(expected - actual);
        DerivativeVerdict verdict;
        if (slope.IsKink)
        {
            // Between both slopes lies Clarke's subdifferential: any convention at the kink is in it.
            bool isBetween = actual >= Math.Min(slope.Left, slope.Right) && actual <= Math.Max(slope.Left, slope.Right);
            verdict = isBetween || error <= Math.Max(tolerance, 1e-3) * size ? DerivativeVerdict.Kink : DerivativeVerdict.Failed;
        }
        else if (!double.IsFinite(expected))
        {
            verdict = DerivativeVerdict.Unclear;
        }
        else if (error <= tolerance * size)
        {
            verdict = DerivativeVerdict.Passed;
        }
        else
        {
            // The estimate of the difference's error is itself good to a factor of a few.
            bool isWithin = error <= 8 * slope.Accuracy;
            verdict = !isWithin ? DerivativeVerdict.Failed : slope.Accuracy <= tolerance * reference ? DerivativeVerdict.Passed : DerivativeVerdict.Unclear;
        }
        double relative = size > 0 ? error / size : error;
        bool isWorse = verdict > Worst.Verdict || (verdict == Worst.Verdict && !(relative <= Worst.LargestError));
        if (!_isAny || isWorse)
        {
            Worst = new(verdict, what, coordinate, expected, actual, slope.Accuracy, relative, tolerance);
            _isAny = true;
        }
    }

    private static double Nearer(Slope slope, double actual) => Math.Abs(slope.Left - actual) <= Math.Abs(slope.Right - actual) ? slope.Left : slope.Right;
}
