using System;
using System.Collections.Generic;

namespace NumericTests.Nist;

internal delegate void ResidualsJacobian(ReadOnlySpan<double> b, double[] x, double[] y, Span<double> r, Span<double> jacobian);

/// <summary>The generated Jacobians of the residuals, under the names of the problems.</summary>
internal static class NistJacobians
{
    public static readonly Dictionary<string, ResidualsJacobian> All = new()
    {
        ["Bennett5"] = Powers.ShiftedPowerResidualsJacobian,
        ["BoxBOD"] = Exponentials.SaturationResidualsJacobian,
        ["Chwirut1"] = Exponentials.DampedReciprocalResidualsJacobian,
        ["Chwirut2"] = Exponentials.DampedReciprocalResidualsJacobian,
        ["DanWood"] = Powers.PowerResidualsJacobian,
        ["ENSO"] = Waves.ThreeWavesResidualsJacobian,
        ["Eckerle4"] = Curves.BellResidualsJacobian,
        ["Gauss1"] = Curves.TwoPeaksResidualsJacobian,
        ["Gauss2"] = Curves.TwoPeaksResidualsJacobian,
        ["Gauss3"] = Curves.TwoPeaksResidualsJacobian,
        ["Hahn1"] = Rationals.CubicByCubicResidualsJacobian,
        ["Kirby2"] = Rationals.QuadraticByQuadraticResidualsJacobian,
        ["Lanczos1"] = Exponentials.ThreeDecaysResidualsJacobian,
        ["Lanczos2"] = Exponentials.ThreeDecaysResidualsJacobian,
        ["Lanczos3"] = Exponentials.ThreeDecaysResidualsJacobian,
        ["MGH09"] = Rationals.LinearByQuadraticResidualsJacobian,
        ["MGH10"] = Exponentials.ShiftedReciprocalExponentResidualsJacobian,
        ["MGH17"] = Exponentials.TwoDecaysResidualsJacobian,
        ["Misra1a"] = Exponentials.SaturationResidualsJacobian,
        ["Misra1b"] = Powers.InverseSquareResidualsJacobian,
        ["Misra1c"] = Powers.InverseRootResidualsJacobian,
        ["Misra1d"] = Rationals.HyperbolicProductResidualsJacobian,
        ["Nelson"] = Curves.BreakdownResidualsJacobian,
        ["Rat42"] = Curves.LogisticResidualsJacobian,
        ["Rat43"] = Curves.GeneralLogisticResidualsJacobian,
        ["Roszman1"] = Waves.ArcTangentResidualsJacobian,
        ["Thurber"] = Rationals.CubicByCubicResidualsJacobian,
    };
}
