using System;

namespace Proxima.Generator.Ir;

/// <summary>What a function is evaluated on: a scalar, or cells that an output is written to.</summary>
internal sealed class Argument
{
    private Argument(Value? scalar, Cells? array)
    {
        Scalar = scalar;
        Array = array;
    }

    public Value? Scalar { get; }

    public Cells? Array { get; }

    public static implicit operator Argument(Value value) => new(value, null);

    public static implicit operator Argument(Cells cells) => new(null, cells);

    public static implicit operator Argument(double value) => Value.Of(value);

    public static implicit operator Argument(float value) => Value.Of(value);

    public static implicit operator Argument(int value) => Value.Of(value);

    public static implicit operator Argument(bool value) => Value.Of(value);

    public static implicit operator Argument(double[] values) => Cells.Of(values);

    public static implicit operator Argument(float[] values) => Cells.Of(values);

    public static implicit operator Argument(int[] values) => Cells.Of(values);
}

/// <summary>The results of an evaluation, and the statements and iterations it took.</summary>
internal sealed record Evaluation(EquatableArray<Value> Results, long Steps)
{
    /// <summary>The first result as a double.</summary>
    public double Real => Results[0].Real.Hi;

    /// <summary>The first result to 106 bits.</summary>
    public Numerics.DoubleDouble Precise => Results[0].Real;
}

/// <summary>Limits and callbacks of an evaluation.</summary>
internal sealed class EvaluatorOptions
{
    /// <summary>Gives the value of what only the user's program can.</summary>
    public Func<External, Value[], Value>? External { get; init; }

    /// <summary>Is told every operation on two reals that gives a third.</summary>
    public Action<Apply, Value, Value, Value>? Observe { get; init; }

    /// <summary>Ends a program that does not end by itself; a count, so that every host stops at the same place.</summary>
    public long StepLimit { get; init; } = 10_000_000;
}
