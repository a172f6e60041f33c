using System;
using System.Collections.Generic;

namespace NumericTests.Nist;

internal delegate void Residuals(ReadOnlySpan<double> b, double[] x, double[] y, Span<double> r);

internal delegate double Squares(ReadOnlySpan<double> b, double[] x, double[] y);

internal delegate double SquaresGradient(ReadOnlySpan<double> b, double[] x, double[] y, Span<double> dB);

/// <summary>What a problem is fitted with.</summary>
internal sealed record NistModel(Residuals Residuals, Squares Squares, SquaresGradient Gradient);

/// <summary>The 27 problems of the reference datasets, each with the formula that fits it.</summary>
internal static class NistModels
{
    public static readonly Dictionary<string, NistModel> All = new()
    {
        ["Bennett5"] = new(Powers.ShiftedPowerResiduals, Powers.ShiftedPowerSquares, Powers.ShiftedPowerSquaresGradient),
        ["BoxBOD"] = new(Exponentials.SaturationResiduals, Exponentials.SaturationSquares, Exponentials.SaturationSquaresGradient),
        ["Chwirut1"] = new(Exponentials.DampedReciprocalResiduals, Exponentials.DampedReciprocalSquares, Exponentials.DampedReciprocalSquaresGradient),
        ["Chwirut2"] = new(Exponentials.DampedReciprocalResiduals, Exponentials.DampedReciprocalSquares, Exponentials.DampedReciprocalSquaresGradient),
        ["DanWood"] = new(Powers.PowerResiduals, Powers.PowerSquares, Powers.PowerSquaresGradient),
        ["ENSO"] = new(Waves.ThreeWavesResiduals, Waves.ThreeWavesSquares, Waves.ThreeWavesSquaresGradient),
        ["Eckerle4"] = new(Curves.BellResiduals, Curves.BellSquares, Curves.BellSquaresGradient),
        ["Gauss1"] = new(Curves.TwoPeaksResiduals, Curves.TwoPeaksSquares, Curves.TwoPeaksSquaresGradient),
        ["Gauss2"] = new(Curves.TwoPeaksResiduals, Curves.TwoPeaksSquares, Curves.TwoPeaksSquaresGradient),
        ["Gauss3"] = new(Curves.TwoPeaksResiduals, Curves.TwoPeaksSquares, Curves.TwoPeaksSquaresGradient),
        ["Hahn1"] = new(Rationals.CubicByCubicResiduals, Rationals.CubicByCubicSquares, Rationals.CubicByCubicSquaresGradient),
        ["Kirby2"] = new(Rationals.QuadraticByQuadraticResiduals, Rationals.QuadraticByQuadraticSquares, Rationals.QuadraticByQuadraticSquaresGradient),
        ["Lanczos1"] = new(Exponentials.ThreeDecaysResiduals, Exponentials.ThreeDecaysSquares, Exponentials.ThreeDecaysSquaresGradient),
        ["Lanczos2"] = new(Exponentials.ThreeDecaysResiduals, Exponentials.ThreeDecaysSquares, Exponentials.ThreeDecaysSquaresGradient),
        ["Lanczos3"] = new(Exponentials.ThreeDecaysResiduals, Exponentials.ThreeDecaysSquares, Exponentials.ThreeDecaysSquaresGradient),
        ["MGH09"] = new(Rationals.LinearByQuadraticResiduals, Rationals.LinearByQuadraticSquares, Rationals.LinearByQuadraticSquaresGradient),
        ["MGH10"] = new(Exponentials.ShiftedReciprocalExponentResiduals, Exponentials.ShiftedReciprocalExponentSquares, Exponentials.ShiftedReciprocalExponentSquaresGradient),
        ["MGH17"] = new(Exponentials.TwoDecaysResiduals, Exponentials.TwoDecaysSquares, Exponentials.TwoDecaysSquaresGradient),
        ["Misra1a"] = new(Exponentials.SaturationResiduals, Exponentials.SaturationSquares, Exponentials.SaturationSquaresGradient),
        ["Misra1b"] = new(Powers.InverseSquareResiduals, Powers.InverseSquareSquares, Powers.InverseSquareSquaresGradient),
        ["Misra1c"] = new(Powers.InverseRootResiduals, Powers.InverseRootSquares, Powers.InverseRootSquaresGradient),
        ["Misra1d"] = new(Rationals.HyperbolicProductResiduals, Rationals.HyperbolicProductSquares, Rationals.HyperbolicProductSquaresGradient),
        ["Nelson"] = new(Curves.BreakdownResiduals, Curves.BreakdownSquares, Curves.BreakdownSquaresGradient),
        ["Rat42"] = new(Curves.LogisticResiduals, Curves.LogisticSquares, Curves.LogisticSquaresGradient),
        ["Rat43"] = new(Curves.GeneralLogisticResiduals, Curves.GeneralLogisticSquares, Curves.GeneralLogisticSquaresGradient),
        ["Roszman1"] = new(Waves.ArcTangentResiduals, Waves.ArcTangentSquares, Waves.ArcTangentSquaresGradient),
        ["Thurber"] = new(Rationals.CubicByCubicResiduals, Rationals.CubicByCubicSquares, Rationals.CubicByCubicSquaresGradient),
    };
}
