namespace Proxima;

/// <summary>
/// What a comparison of intervals can be: which of true and false some choice of members gives. An empty operand can be neither.
/// </summary>
#if NETSTANDARD2_0
internal
#else
public
#endif
readonly record struct Truth
{
    /// <summary>The truth that can be what is stated.</summary>
    public Truth(bool canBeTrue, bool canBeFalse)
    {
        CanBeTrue = canBeTrue;
        CanBeFalse = canBeFalse;
    }

    /// <summary>True when some members satisfy the condition.</summary>
    public bool CanBeTrue { get; }

    /// <summary>True when some members violate the condition.</summary>
    public bool CanBeFalse { get; }

    /// <summary>Satisfied by all members.</summary>
    public static Truth Always => new(true, false);

    /// <summary>Violated by all members.</summary>
    public static Truth Never => new(false, true);

    /// <summary>Satisfied by some members, violated by others, as far as is known.</summary>
    public static Truth Maybe => new(true, true);

    /// <summary>True for <see cref="Always"/>.</summary>
    public bool IsAlways => CanBeTrue && !CanBeFalse;

    /// <summary>True for <see cref="Never"/>.</summary>
    public bool IsNever => CanBeFalse && !CanBeTrue;

    /// <summary>True for <see cref="Maybe"/>.</summary>
    public bool IsMaybe => CanBeTrue && CanBeFalse;

    /// <summary>A condition that is decided.</summary>
    public static implicit operator Truth(bool value) => new(value, !value);

    /// <summary>Both hold. False as soon as one can be false, so that it also covers <c>&amp;&amp;</c>, which leaves its second operand alone then.</summary>
    public static Truth operator &(Truth left, Truth right) => new(left.CanBeTrue && right.CanBeTrue, left.CanBeFalse || right.CanBeFalse);

    /// <summary>One holds. True as soon as one can be true, so that it also covers <c>||</c>.</summary>
    public static Truth operator |(Truth left, Truth right) => new(left.CanBeTrue || right.CanBeTrue, left.CanBeFalse && right.CanBeFalse);

    /// <summary>Exactly one holds.</summary>
    public static Truth operator ^(Truth left, Truth right) => new(
        (left.CanBeTrue && right.CanBeFalse) || (left.CanBeFalse && right.CanBeTrue),
        (left.CanBeTrue && right.CanBeTrue) || (left.CanBeFalse && right.CanBeFalse));

    /// <summary>What one of two conditions, whichever applies, can be.</summary>
    public static Truth Hull(Truth first, Truth second) => new(first.CanBeTrue || second.CanBeTrue, first.CanBeFalse || second.CanBeFalse);

    /// <summary>It does not hold.</summary>
    public static Truth operator !(Truth value) => new(value.CanBeFalse, value.CanBeTrue);

    /// <summary>Always, Never, Maybe, or None for an empty operand.</summary>
    public override string ToString() => (CanBeTrue, CanBeFalse) switch
    {
        (true, true) => nameof(Maybe),
        (true, false) => nameof(Always),
        (false, true) => nameof(Never),
        (false, false) => "None",
    };
}
