using System;

namespace Proxima;

/// <summary>A generated model as the searches see it.</summary>
internal readonly struct ModelBoxes<TModel>(TModel model) : IBoxModel, IManyBoxModel
    where TModel : struct, IEnclosure
{
    public int Dimension => model.Dimension;

    public int BoxesAtOnce => model.BoxesAtOnce;

    public Interval Range(Interval[] box) => model.Range(box);

    public Interval GradientRange(Interval[] box, Interval[] gradient) => model.GradientRange(box, gradient);

    public bool IsDefined(Interval[] box) => model.IsDefined(box);

    public bool HessianRange(Interval[] box, Interval[] hessian) => model.HessianRange(box, hessian);

    public bool HessianRow(Interval[] box, int row, Interval[] result) => model.HessianRow(box, row, result);

    public void Ranges(int count, Interval[] boxes, Interval[] ranges) => model.Ranges(boxes.AsSpan(0, count * Dimension), ranges.AsSpan(0, count));

    public void GradientRanges(int count, Interval[] boxes, Interval[] ranges, Interval[] gradients) =>
        model.GradientRanges(boxes.AsSpan(0, count * Dimension), ranges.AsSpan(0, count), gradients.AsSpan(0, count * Dimension));

    public void AreDefined(int count, Interval[] boxes, bool[] answers)
    {
        for (int i = 0; i < count; i++)
        {
            answers[i] = model.IsDefined(boxes.AsSpan(i * Dimension, Dimension));
        }
    }

    public void HessianRanges(int count, Interval[] boxes, Interval[] hessians, bool[] areBounded) =>
        model.HessianRanges(boxes.AsSpan(0, count * Dimension), hessians.AsSpan(0, count * Dimension * Dimension), areBounded.AsSpan(0, count));
}
