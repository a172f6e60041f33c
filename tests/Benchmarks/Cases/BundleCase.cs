using System;
using NumericTests.AdBench;
using Proxima;

namespace Benchmarks;

/// <summary>
/// The Jacobian's values of a bundle as large as the first published one: 49 cameras, 7776 points, 31,843 observations, 987,133 entries. The
/// published file repeats one camera, point and weight; so does this.
/// </summary>
internal sealed unsafe class BundleCase
{
    private readonly BundleProblem _problem = BundleProblem.Repeated(
        49, 7776, 31_843,
        [-0.7, -1.1, -0.8, 34, 39, 53, 420, 5.8, -8.5, 0.08, 0.002], [7.2, 0.1, 3], 0.4, [270, 830]);

    private readonly Sparsity _pattern;
    private readonly double[] _reprojection, _weightErrors, _values, _rivalReprojection, _rivalErrors, _rivalValues;

    public BundleCase()
    {
        int count = _problem.Weights.Length;
        (_reprojection, _weightErrors, _values) = (new double[2 * count], new double[count], new double[31 * count]);
        (_rivalReprojection, _rivalErrors, _rivalValues) = (new double[2 * count], new double[count], new double[31 * count]);
        _pattern = Bundle.ResidualsJacobianPattern(
            _problem.Cameras, _problem.Points, _problem.Weights, _problem.Observations, _problem.Features, _reprojection, _weightErrors, out _, out _);
    }

    public Case Make(string name)
    {
        Agreement[] jacobian = [new(_rivalReprojection, _reprojection), new(_rivalErrors, _weightErrors), new(_rivalValues, _values)];
        Contestant ours = new("Jacobian values", Values);
        return new(name,
        [
            new(ours, CompiledC.Plain.Contestant("Jacobian values", "bundle", "bundle_jacobian", CJacobian, jacobian), Target.AtMost(0.8)),
            new(ours, CompiledC.Fast.Contestant("Jacobian values", "bundle", "bundle_jacobian", CJacobian, jacobian)),
            new(ours, new("residuals", Residuals) { Agreements = [new(_rivalReprojection, _reprojection), new(_rivalErrors, _weightErrors)] }, Target.AtMost(6)),
        ]);
    }

    private void Residuals() => Bundle.Residuals(
        _problem.Cameras, _problem.Points, _problem.Weights, _problem.Observations, _problem.Features, _rivalReprojection, _rivalErrors);

    private void Values() => Bundle.ResidualsJacobianValues(
        _problem.Cameras, _problem.Points, _problem.Weights, _problem.Observations, _problem.Features, _reprojection, _weightErrors, _pattern, _values);

    private Action CJacobian(nint address) => () =>
    {
        fixed (double* cameras = _problem.Cameras, points = _problem.Points, weights = _problem.Weights, features = _problem.Features)
        fixed (double* reprojection = _rivalReprojection, errors = _rivalErrors, values = _rivalValues)
        fixed (int* observations = _problem.Observations)
        {
            ((delegate* unmanaged<int, double*, double*, double*, int*, double*, double*, double*, double*, void>)address)(
                _problem.Weights.Length, cameras, points, weights, observations, features, reprojection, errors, values);
        }
    };
}
