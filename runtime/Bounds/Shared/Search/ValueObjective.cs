namespace Proxima;

/// <summary>A model's value, or its negative: the maximum of the negative is the minimum.</summary>
internal sealed class ValueObjective<TModel>(TModel model, bool isNegated) : IBoxObjective
    where TModel : IBoxModel
{
    public int Dimension => model.Dimension;

    public bool Evaluate(Interval[] box, Interval[] slopes, out Interval value)
    {
        Interval natural = Slopes.Evaluate(model, box, slopes);
        value = isNegated ? -natural : natural;
        if (isNegated)
        {
            for (int j = 0; j < slopes.Length; j++)
            {
                slopes[j] = -slopes[j];
            }
        }
        return model.IsDefined(box);
    }

    public Interval Enclose(Interval[] box) => isNegated ? -model.Range(box) : model.Range(box);
}
