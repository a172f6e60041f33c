using System;

namespace Proxima.Linear;

internal sealed partial class Adjoint
{
    /// <summary>An upper bound of Σ |∂ result / ∂ input| over the inputs, for the result asked for <paramref name="row"/>-th.</summary>
    public double Norm(int row)
    {
        AdjointBounds bounds = _layers[0];
        double plain = 0;
        for (int k = 0; k < InputCount; k++)
        {
            plain += Roundoff.Magnitude(bounds.Low[(row * bounds.Stride) + k], bounds.High[(row * bounds.Stride) + k]);
        }
        plain = Roundoff.UpperOrInfinite(plain * (1 + _graph.Gamma));
        return double.IsInfinity(plain) ? plain : Math.Min(plain, Better(row, static (substitution, r) => substitution.Norm(r)));
    }

    /// <summary>The same of the Euclidean length of the gradient.</summary>
    public double Length(int row, bool isFirst = true)
    {
        AdjointBounds bounds = _layers[0];
        double plain = 0;
        for (int k = 0; k < InputCount; k++)
        {
            double size = Roundoff.Magnitude(bounds.Low[(row * bounds.Stride) + k], bounds.High[(row * bounds.Stride) + k]);
            plain += size * size;
        }
        plain = Roundoff.UpperOrInfinite(plain * (1 + _graph.Gamma));
        double squares = double.IsInfinity(plain) ? plain : Math.Min(plain, Better((row, isFirst), static (substitution, it) => substitution.Squares(it.row, it.isFirst)));
        return Math.Sqrt(Math.Max(squares, 0)) * (1 + (4 * Roundoff.Unit));
    }

    /// <summary>The same of |∂ result / ∂ input|.</summary>
    public double Magnitude(int row, int input, bool isFirst)
    {
        int i = (row * _layers[0].Stride) + input;
        if (double.IsInfinity(_layers[0].Low[i]) || double.IsInfinity(_layers[0].High[i]))
        {
            return double.PositiveInfinity;
        }
        (double slope, double shift) = AdjointSubstitution.Magnitude(_layers[0].Low[i], _layers[0].High[i]);
        return Better((row, input, slope, shift, isFirst), static (substitution, it) => substitution.Entry(it.row, it.input, it.slope, it.shift, it.isFirst));
    }

    /// <summary>The same of sign · ∂ result / ∂ input.</summary>
    public double Entry(int row, int input, int sign) =>
        Better((row, input, sign), static (substitution, it) => substitution.Entry(it.row, it.input, it.sign, 0, isFirst: true));

    /// <summary>The smaller of the bounds with and without the slopes.</summary>
    private double Better<T>(T argument, Func<AdjointSubstitution, T, double> bound)
    {
        double chords = bound(_substitution, argument);
        if (!Mixes)
        {
            return chords;
        }
        _substitution.IsMixed = true;
        double mixtures = bound(_substitution, argument);
        _substitution.IsMixed = false;
        return Math.Min(chords, mixtures);
    }
}
