using System;

namespace Proxima;

/// <summary>How far a model is from a plane, beyond a tolerance: sign·(f(x) − value − slopes·(x − at)) − tolerance, at most zero where the plane serves.</summary>
internal sealed class ShiftedObjective<TModel>(TModel model, double sign, double value, double[] slopes, double[] at, double tolerance) : IBoxObjective
    where TModel : IBoxModel
{
    public int Dimension => model.Dimension;

    public bool Evaluate(Interval[] box, Interval[] derivatives, out Interval result)
    {
        Interval range = Slopes.Evaluate(model, box, derivatives);
        Interval plane = value;
        for (int j = 0; j < derivatives.Length; j++)
        {
            plane += slopes[j] * (box[j] - at[j]);
            derivatives[j] = sign * (derivatives[j] - slopes[j]);
        }
        result = range.IsEmpty ? range : (sign * (range - plane)) - tolerance;
        return model.IsDefined(box);
    }

    public Interval Enclose(Interval[] box)
    {
        Interval plane = value;
        for (int j = 0; j < slopes.Length; j++)
        {
            plane += slopes[j] * (box[j] - at[j]);
        }
        return (sign * (model.Range(box) - plane)) - tolerance;
    }
}

/// <summary>The larger of two functions.</summary>
internal sealed class LargerObjective<TObjective>(TObjective first, TObjective second) : IBoxObjective
    where TObjective : IBoxObjective
{
    private readonly Interval[] _other = new Interval[first.Dimension];

    public int Dimension => first.Dimension;

    public bool Evaluate(Interval[] box, Interval[] slopes, out Interval value)
    {
        bool hasSlopes = first.Evaluate(box, slopes, out Interval one);
        hasSlopes &= second.Evaluate(box, _other, out Interval two);
        value = Interval.Max(one, two);
        if (two.Lo > one.Hi)
        {
            Array.Copy(_other, slopes, slopes.Length);
        }
        else if (!(one.Lo > two.Hi))
        {
            for (int j = 0; j < slopes.Length; j++)
            {
                slopes[j] = Interval.Hull(slopes[j], _other[j]);
            }
        }
        return hasSlopes;
    }

    public Interval Enclose(Interval[] box) => Interval.Max(first.Enclose(box), second.Enclose(box));
}
