using System;

namespace Proxima;

/// <summary>A model's value, or its negative: the maximum of the negative is the minimum.</summary>
internal sealed class ValueObjective<TModel>(TModel model, bool isNegated) : IBoxObjective, IManyBoxes
    where TModel : IBoxModel
{
    private readonly IManyBoxModel? _many = model as IManyBoxModel;
    private readonly Interval[] _box = new Interval[model.Dimension];

    public int Dimension => model.Dimension;

    public int BoxesAtOnce => _many?.BoxesAtOnce ?? 1;

    public bool Evaluate(Interval[] box, Interval[] slopes, out Interval value)
    {
        Interval natural = Slopes.Evaluate(model, box, slopes);
        value = isNegated ? -natural : natural;
        Negate(slopes, 0, slopes.Length);
        return model.IsDefined(box);
    }

    public Interval Enclose(Interval[] box) => isNegated ? -model.Range(box) : model.Range(box);

    public void EvaluateEach(int count, Interval[] boxes, Interval[] slopes, Interval[] values, bool[] haveSlopes)
    {
        int n = Dimension;
        _many!.GradientRanges(count, boxes, values, slopes);
        _many.AreDefined(count, boxes, haveSlopes);
        for (int i = 0; i < count; i++)
        {
            if (!Slopes.AreBounded(slopes, i * n, n))
            {
                Slopes.Repair(slopes, i * n, n);
                Array.Copy(boxes, i * n, _box, 0, n);
                values[i] = model.Range(_box);
            }
        }
        Negate(values, 0, count);
        Negate(slopes, 0, count * n);
    }

    public void EncloseEach(int count, Interval[] boxes, Interval[] values)
    {
        _many!.Ranges(count, boxes, values);
        Negate(values, 0, count);
    }

    private void Negate(Interval[] enclosures, int start, int count)
    {
        for (int j = start; isNegated && j < start + count; j++)
        {
            enclosures[j] = -enclosures[j];
        }
    }
}
