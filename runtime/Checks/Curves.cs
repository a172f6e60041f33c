using System;

namespace Proxima;

/// <summary>Results along a line through the point that is checked.</summary>
internal interface ICurve
{
    /// <summary>The results at the point plus t times the line's direction.</summary>
    void At(double t, Span<double> values);
}

/// <summary>A point that is moved and put back.</summary>
internal readonly ref struct Moved(ReadOnlySpan<double> point, ReadOnlySpan<double> direction, Span<double> moved)
{
    private readonly ReadOnlySpan<double> _point = point;
    private readonly ReadOnlySpan<double> _direction = direction;
    private readonly Span<double> _moved = moved;

    public ReadOnlySpan<double> By(double t)
    {
        for (int i = 0; i < _point.Length; i++)
        {
            _moved[i] = _point[i] + (t * _direction[i]);
        }
        return _moved;
    }
}

internal readonly ref struct ValueCurve<TModel>(TModel model, Moved point) : ICurve
    where TModel : IFunction<double>, allows ref struct
{
    private readonly TModel _model = model;
    private readonly Moved _point = point;

    public void At(double t, Span<double> values) => values[0] = _model.Value(_point.By(t));
}

internal readonly ref struct DelegateCurve(Func<double[], double> function, Moved point) : ICurve
{
    private readonly Func<double[], double> _function = function;
    private readonly Moved _point = point;

    public void At(double t, Span<double> values) => values[0] = _function(_point.By(t).ToArray());
}

internal readonly ref struct GradientCurve<TModel>(TModel model, Moved point) : ICurve
    where TModel : IGradient<double>, allows ref struct
{
    private readonly TModel _model = model;
    private readonly Moved _point = point;

    public void At(double t, Span<double> values) => _model.Gradient(_point.By(t), values);
}

internal readonly ref struct ResidualCurve<TModel>(TModel model, Moved point) : ICurve
    where TModel : IResidual<double>, allows ref struct
{
    private readonly TModel _model = model;
    private readonly Moved _point = point;

    public void At(double t, Span<double> values) => _model.Value(_point.By(t), values);
}
