using System;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Ir;

/// <summary>A scalar while evaluating: integers and bools in <paramref name="Bits"/>, reals in <paramref name="Real"/>.</summary>
internal readonly record struct Value(ScalarType Type, long Bits, DoubleDouble Real)
{
    public bool IsTrue => Bits != 0;

    /// <summary>Any number as a real, exactly.</summary>
    public DoubleDouble AsReal => Type switch
    {
        ScalarType.Float or ScalarType.Double => Real,
        ScalarType.ULong => DoubleDouble.Sum((ulong)Bits >> 32, 0).Scale(4294967296) + (uint)Bits,
        _ => DoubleDouble.Sum(Bits >> 32, 0).Scale(4294967296) + (uint)Bits,
    };

    public static Value Of(double value) => new(ScalarType.Double, 0, value);

    public static Value Of(float value) => new(ScalarType.Float, 0, value);

    public static Value Of(int value) => new(ScalarType.Int, value, default);

    public static Value Of(bool value) => new(ScalarType.Bool, value ? 1 : 0, default);

    /// <summary>A constant of the IR.</summary>
    public static Value Of(Constant constant) => constant.Type.IsReal() ? new(constant.Type, 0, constant.Real) : new(constant.Type, constant.Bits, default);

    public static Value Zero(ScalarType type) => new(type, 0, default);

    public override string ToString() => Type switch
    {
        ScalarType.Float or ScalarType.Double => RealText.Of(Real.Hi),
        ScalarType.Bool => IsTrue ? "true" : "false",
        _ => Bits.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
