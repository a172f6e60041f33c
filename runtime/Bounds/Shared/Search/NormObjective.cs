using System;

namespace Proxima;

/// <summary>
/// The norm of a model's gradient that bounds its changes: |f(x) − f(y)| ≤ L·‖x − y‖ holds with the largest dual norm of the gradient, ℓ₁ for the largest
/// change of an input, ℓ∞ for their sum, ℓ₂ for the Euclidean one.
/// </summary>
internal sealed class NormObjective<TModel> : IBoxObjective, IManyBoxes
    where TModel : IBoxModel
{
    private readonly TModel _model;
    private readonly Norm _norm;
    private readonly Interval[] _gradient;
    private readonly Interval[] _atCentre;
    private readonly Interval[] _centre;
    private readonly Interval[] _hessian;
    private readonly IManyBoxModel? _many;
    private readonly Interval[] _box;
    private readonly Interval[] _own;

    // Of several boxes.
    private readonly Interval[] _values, _gradients, _centres, _atCentres, _hessians;

    public NormObjective(TModel model, Norm norm)
    {
        _model = model;
        _norm = norm;
        _gradient = new Interval[model.Dimension];
        _atCentre = new Interval[model.Dimension];
        _centre = new Interval[model.Dimension];
        _hessian = new Interval[model.Dimension * model.Dimension];
        _many = model as IManyBoxModel;
        (_box, _own) = (new Interval[model.Dimension], new Interval[model.Dimension]);
        int several = BoxesAtOnce > 1 ? BoxesAtOnce : 0, sides = several * model.Dimension;
        (_values, _gradients, _centres, _atCentres, _hessians) = (new Interval[several], new Interval[sides], new Interval[sides], new Interval[sides], new Interval[sides * model.Dimension]);
    }

    public int Dimension => _model.Dimension;

    public int BoxesAtOnce => _many?.BoxesAtOnce ?? 1;

    public bool Evaluate(Interval[] box, Interval[] slopes, out Interval value)
    {
        _model.GradientRange(box, _gradient);
        Slopes.Repair(_gradient);
        bool hasHessian = _model.HessianRange(box, _hessian);
        if (hasHessian)
        {
            Slopes.Repair(_hessian);
            if (ChooseCentre(box))
            {
                _model.GradientRange(_centre, _atCentre);
                Narrow(box);
            }
        }
        value = Of(_norm, _gradient);
        if (hasHessian)
        {
            Differentiate(slopes, value);
        }
        return hasHessian;
    }

    public void EvaluateEach(int count, Interval[] boxes, Interval[] slopes, Interval[] values, bool[] haveSlopes)
    {
        int n = Dimension;
        _many!.GradientRanges(count, boxes, _values, _gradients);
        _many.HessianRanges(count, boxes, _hessians, haveSlopes);
        for (int i = 0; i < count; i++)
        {
            System.Array.Copy(boxes, i * n, _box, 0, n);
            ChooseCentre(_box);
            System.Array.Copy(_centre, 0, _centres, i * n, n);
        }
        _many.GradientRanges(count, _centres, _values, _atCentres);
        for (int i = 0; i < count; i++)
        {
            System.Array.Copy(boxes, i * n, _box, 0, n);
            System.Array.Copy(_gradients, i * n, _gradient, 0, n);
            Slopes.Repair(_gradient);
            if (haveSlopes[i])
            {
                System.Array.Copy(_hessians, i * n * n, _hessian, 0, n * n);
                Slopes.Repair(_hessian);
                if (ChooseCentre(_box))
                {
                    System.Array.Copy(_atCentres, i * n, _atCentre, 0, n);
                    Narrow(_box);
                }
            }
            values[i] = Of(_norm, _gradient);
            if (haveSlopes[i])
            {
                Differentiate(_own, values[i]);
                System.Array.Copy(_own, 0, slopes, i * n, n);
            }
        }
    }

    public void EncloseEach(int count, Interval[] boxes, Interval[] values)
    {
        int n = Dimension;
        _many!.GradientRanges(count, boxes, _values, _gradients);
        for (int i = 0; i < count; i++)
        {
            System.Array.Copy(_gradients, i * n, _gradient, 0, n);
            Slopes.Repair(_gradient);
            values[i] = Of(_norm, _gradient);
        }
    }

    public Interval Enclose(Interval[] box)
    {
        _model.GradientRange(box, _gradient);
        Slopes.Repair(_gradient);
        return Of(_norm, _gradient);
    }

    /// <summary>The norm dual to one of the inputs.</summary>
    public static Interval Of(Norm norm, Interval[] gradient)
    {
        Interval sum = default;
        foreach (Interval partial in gradient)
        {
            sum = norm switch
            {
                Norm.Infinity => sum + Interval.Abs(partial),
                Norm.One => Interval.Max(sum, Interval.Abs(partial)),
                Norm.Two => sum + Interval.Sqr(partial),
                _ => throw new ArgumentOutOfRangeException(nameof(norm), norm, "No such norm."),
            };
        }
        return norm == Norm.Two ? Interval.Sqrt(sum) : sum;
    }

    /// <summary>False for a point, which has no other centre.</summary>
    private bool ChooseCentre(Interval[] box)
    {
        bool isPoint = true;
        for (int j = 0; j < box.Length; j++)
        {
            isPoint &= box[j].IsPoint;
            _centre[j] = BoxBound<NormObjective<TModel>>.SplitPoint(box[j]);
        }
        return !isPoint;
    }

    /// <summary>Meets every partial with its mean-value form.</summary>
    private void Narrow(Interval[] box)
    {
        for (int i = 0; i < box.Length; i++)
        {
            Interval form = _atCentre[i].IsEmpty ? Interval.Entire : _atCentre[i];
            for (int j = 0; j < box.Length; j++)
            {
                if (!box[j].IsPoint)
                {
                    form += _hessian[(i * box.Length) + j] * (box[j] - _centre[j]);
                }
            }
            Interval both = Interval.Intersect(_gradient[i], form);
            _gradient[i] = both.IsEmpty ? _gradient[i] : both; // never disjoint, both enclose it; an empty meet must not become a claim
        }
    }

    private void Differentiate(Interval[] slopes, Interval value)
    {
        int n = slopes.Length;
        for (int j = 0; j < n; j++)
        {
            Interval slope = _norm == Norm.One ? Interval.Empty : default;
            for (int i = 0; i < n; i++)
            {
                Interval second = _hessian[(i * n) + j];
                slope = _norm switch
                {
                    Norm.Infinity => slope + (Slopes.Sign(_gradient[i]) * second),
                    // Only partials that can be the largest one.
                    Norm.One => _gradient[i].Magnitude >= value.Lo ? Interval.Hull(slope, Slopes.Sign(_gradient[i]) * second) : slope,
                    _ => slope + (_gradient[i] * second),
                };
            }
            if (_norm == Norm.Two)
            {
                // √q has the slope q′ / 2√q, and no bounded one at 0.
                slope = value.Lo > 0 ? slope / value : Euclidean(j);
            }
            slopes[j] = slope;
        }
    }

    /// <summary>|∂‖g‖/∂xⱼ| is at most the Euclidean length of the Hessian's column, also where g vanishes.</summary>
    private Interval Euclidean(int column)
    {
        Interval squares = default;
        int n = _gradient.Length;
        for (int i = 0; i < n; i++)
        {
            squares += Interval.Sqr(_hessian[(i * n) + column]);
        }
        double length = Interval.Sqrt(squares).Hi;
        return new(-length, length);
    }
}
