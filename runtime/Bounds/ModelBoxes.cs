namespace Proxima;

/// <summary>A generated model as the searches see it.</summary>
internal readonly struct ModelBoxes<TModel>(TModel model) : IBoxModel
    where TModel : struct, IEnclosure
{
    public int Dimension => model.Dimension;

    public Interval Range(Interval[] box) => model.Range(box);

    public Interval GradientRange(Interval[] box, Interval[] gradient) => model.GradientRange(box, gradient);

    public bool IsDefined(Interval[] box) => model.IsDefined(box);

    public bool HessianRange(Interval[] box, Interval[] hessian) => model.HessianRange(box, hessian);

    public bool HessianRow(Interval[] box, int row, Interval[] result) => model.HessianRow(box, row, result);
}
