using System;
using System.Collections.Generic;
using System.Linq;
namespace NumericTests.Nist;
internal delegate void ResidualsJacobian(ReadOnlySpan<double> b, double[] x, double[] y, Span<double> r, Span<double> jacobian);
internal static class NistJacobians
{
    public static readonly Dictionary<string, ResidualsJacobian> All = NistModels.All.ToDictionary(p => p.Key, p => Of(p.Value, p.Key == "Nelson"));
    private static ResidualsJacobian Of(NistModel m, bool log) => (b, x, y, r, j) =>
    {
        m.Residuals(b, x, y, r);
        int w = x.Length / y.Length; double[] g = new double[b.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double f = (log ? Math.Log(y[i]) : y[i]) - r[i];
            double s = Math.Max(1, Math.Abs(f));
            double yy = log ? Math.Exp(f + s) : f + s;
            double[] one = new double[1]; m.Residuals(b, x[(i*w)..((i+1)*w)], [yy], one);
            m.Gradient(b, x[(i*w)..((i+1)*w)], [yy], g);
            for (int k = 0; k < g.Length; k++) j[i * g.Length + k] = g[k] / 2 / one[0];
        }
    };
}
