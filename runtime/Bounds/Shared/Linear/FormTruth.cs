using Proxima.Linear;

namespace Proxima;

/// <summary>A condition on forms, as the number that is 1 where it holds and 0 where it does not.</summary>
#if NETSTANDARD2_0
internal
#else
public
#endif
readonly struct FormTruth
{
    private readonly Form _positive;

    internal FormTruth(Form difference, Form positive, bool isNegated)
    {
        Difference = difference;
        _positive = positive;
        IsNegated = isNegated;
    }

    /// <summary>The condition is difference &gt; 0, or not; a constant when it is made of several.</summary>
    internal Form Difference { get; }

    internal bool IsNegated { get; }

    internal Form Indicator => IsNegated ? 1.0 - _positive : _positive;

    /// <summary>What a value is where the condition holds, or where it does not: of one that the same condition chose, only one part.</summary>
    internal Form Chosen(Form value, bool isTrue)
    {
        if (_positive.IsConstant || value.Graph is not { } graph || !graph.Choices.TryGetValue(value.Node, out Choice choice) || choice.Positive != _positive.Node)
        {
            return value;
        }
        return isTrue == (choice.IsNegated == IsNegated) ? choice.WhenTrue : choice.WhenFalse;
    }

    /// <summary>Remembers what a value was chosen from.</summary>
    internal void Note(Form chosen, Form whenTrue, Form whenFalse)
    {
        if (!_positive.IsConstant && chosen.Graph is { } graph)
        {
            graph.Choices[chosen.Node] = new Choice(_positive.Node, IsNegated, whenTrue, whenFalse);
        }
    }

    /// <summary>False when the condition is known not to hold, whatever the box.</summary>
    public bool CanBeTrue => !_positive.IsConstant || (IsNegated ? _positive.Constant.Lo < 1 : _positive.Constant.Hi > 0);

    /// <summary>False when the condition is known to hold, whatever the box.</summary>
    public bool CanBeFalse => (!this).CanBeTrue;

    /// <summary>A condition known beforehand.</summary>
    public static implicit operator FormTruth(bool value) => new(0.0, value ? 1.0 : 0.0, isNegated: false);

    /// <summary>Not a.</summary>
    public static FormTruth operator !(FormTruth a) => new(a.Difference, a._positive, !a.IsNegated);

    /// <summary>Both.</summary>
    public static FormTruth operator &(FormTruth a, FormTruth b) => new(0.0, a.Indicator * b.Indicator, isNegated: false);

    /// <summary>One of them, or both.</summary>
    public static FormTruth operator |(FormTruth a, FormTruth b) => !(!a & !b);

    /// <summary>Exactly one of them.</summary>
    public static FormTruth operator ^(FormTruth a, FormTruth b) => (a & !b) | (!a & b);

    /// <summary>One of two conditions.</summary>
    public static FormTruth Select(FormTruth condition, FormTruth whenTrue, FormTruth whenFalse) => (condition & whenTrue) | (!condition & whenFalse);
}

/// <summary>A value is one of two, by a condition.</summary>
internal readonly record struct Choice(int Positive, bool IsNegated, Form WhenTrue, Form WhenFalse);
