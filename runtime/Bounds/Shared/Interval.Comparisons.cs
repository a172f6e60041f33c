namespace Proxima;


readonly partial record struct Interval
{
    /// <summary>What <c>a &lt; b</c> can be.</summary>
    public static Truth Less(Interval left, Interval right) => new(left.Lo < right.Hi, left.Hi >= right.Lo);

    /// <summary>What <c>a ≤ b</c> can be.</summary>
    public static Truth LessOrEqual(Interval left, Interval right) => new(left.Lo <= right.Hi, left.Hi > right.Lo);

    /// <summary>What <c>a &gt; b</c> can be.</summary>
    public static Truth Greater(Interval left, Interval right) => Less(right, left);

    /// <summary>What <c>a ≥ b</c> can be.</summary>
    public static Truth GreaterOrEqual(Interval left, Interval right) => LessOrEqual(right, left);

    /// <summary>What <c>a == b</c> can be.</summary>
    public static Truth Equal(Interval left, Interval right) => !NotEqual(left, right);

    /// <summary>What <c>a != b</c> can be.</summary>
    public static Truth NotEqual(Interval left, Interval right) => new(left.Lo < right.Hi || right.Lo < left.Hi, left.Lo <= right.Hi && right.Lo <= left.Hi);

    /// <summary>What <c>condition ? whenTrue : whenFalse</c> can be: empty when the condition can be neither.</summary>
    public static Interval Select(Truth condition, Interval whenTrue, Interval whenFalse) =>
        Hull(condition.CanBeTrue ? whenTrue : Empty, condition.CanBeFalse ? whenFalse : Empty);
}
