namespace Proxima;

/// <summary>One partial derivative of a model, or its negative.</summary>
internal sealed class PartialObjective<TModel> : IBoxObjective
    where TModel : IBoxModel
{
    private readonly TModel _model;
    private readonly int _coordinate;
    private readonly bool _isNegated;
    private readonly Interval[] _gradient;

    public PartialObjective(TModel model, int coordinate, bool isNegated)
    {
        _model = model;
        _coordinate = coordinate;
        _isNegated = isNegated;
        _gradient = new Interval[model.Dimension];
    }

    public int Dimension => _model.Dimension;

    public bool Evaluate(Interval[] box, Interval[] slopes, out Interval value)
    {
        value = Enclose(box);
        if (!_model.HessianRow(box, _coordinate, slopes))
        {
            return false;
        }
        Slopes.Repair(slopes);
        for (int j = 0; _isNegated && j < slopes.Length; j++)
        {
            slopes[j] = -slopes[j];
        }
        return true;
    }

    public Interval Enclose(Interval[] box)
    {
        _model.GradientRange(box, _gradient);
        Slopes.Repair(_gradient);
        return _isNegated ? -_gradient[_coordinate] : _gradient[_coordinate];
    }
}
