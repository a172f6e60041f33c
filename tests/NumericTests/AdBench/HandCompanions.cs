using System;

namespace NumericTests.AdBench;

/// <summary>The Jacobians of the hand: dense for the simple problem, compressed for the complicated one.</summary>
internal static class HandCompanions
{
    public static double[] Simple(HandProblem p)
    {
        double[] residuals = new double[p.Points.Length], jacobian = new double[p.Points.Length * p.Theta.Length];
        p.Hand.SimpleJacobian(p.Theta, p.Correspondences, p.Points, residuals, jacobian);
        return jacobian;
    }

    public static double[] Complicated(HandProblem p)
    {
        int inputs = p.Theta.Length + p.Barycentric.Length;
        double[] residuals = new double[p.Points.Length], jacobian = new double[p.Points.Length * inputs];
        p.Hand.ComplicatedJacobian(p.Theta, p.Barycentric, p.Correspondences, p.Points, residuals, jacobian);
        return jacobian;
    }

    public static void Pattern(HandProblem p, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns) =>
        p.Hand.ComplicatedJacobianPattern(p.Theta, p.Barycentric, p.Correspondences, p.Points, new double[p.Points.Length], out rowStarts, out columns);

    public static void Values(HandProblem p, Span<double> residuals, Span<double> values) =>
        p.Hand.ComplicatedJacobianValues(p.Theta, p.Barycentric, p.Correspondences, p.Points, residuals, values);
}
