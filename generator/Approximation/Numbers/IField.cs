using Proxima.Generator.Primitives;

namespace Proxima.Generator.Approximation;

/// <summary>Numbers that a function can be evaluated and expanded in. A struct, so that each kind has code of its own.</summary>
internal interface IField<T>
{
    T Of(double value);

    /// <summary>The irrational number nearest to a double of <c>IrrationalConstants</c>.</summary>
    T Irrational(double nearest);

    bool IsZero(T value);

    T Negate(T value);

    T Plus(T left, T right);

    T Minus(T left, T right);

    T Times(T left, T right);

    T Square(T value);

    T Over(T left, T right);

    /// <summary>A row of the table at a point of the numbers.</summary>
    T Apply(Primitive primitive, T[] arguments);
}
