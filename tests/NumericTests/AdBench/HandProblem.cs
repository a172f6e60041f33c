namespace NumericTests.AdBench;

/// <summary>Measured points, what they correspond to, the angles, and (complicated only) two barycentric numbers per point.</summary>
internal sealed record HandProblem(Hand Hand, int[] Correspondences, double[] Points, double[] Barycentric, double[] Theta)
{
    /// <summary>The dense Jacobian of the simple problem, 3 × points rows.</summary>
    public double[] SimpleJacobian()
    {
        double[] residuals = new double[Points.Length], jacobian = new double[Points.Length * Theta.Length];
        Hand.SimpleJacobian(Theta, Correspondences, Points, residuals, jacobian);
        return jacobian;
    }

    /// <summary>The dense Jacobian of the complicated problem: angles, then two columns per point.</summary>
    public double[] ComplicatedJacobian()
    {
        double[] residuals = new double[Points.Length], jacobian = new double[Points.Length * (Theta.Length + Barycentric.Length)];
        Hand.ComplicatedJacobian(Theta, Barycentric, Correspondences, Points, residuals, jacobian);
        return jacobian;
    }
}
