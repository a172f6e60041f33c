using System;

namespace Proxima;

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
        return double.IsInfinity(plain) ? plain : Math.Min(plain, _substitution.Norm(row));
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
        double squares = double.IsInfinity(plain) ? plain : Math.Min(plain, _substitution.Squares(row, isFirst));
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
        return _substitution.Entry(row, input, slope, shift, isFirst);
    }

    /// <summary>The same of sign · ∂ result / ∂ input.</summary>
    public double Entry(int row, int input, int sign) => _substitution.Entry(row, input, sign, 0, isFirst: true);
}
