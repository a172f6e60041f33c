using System;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <summary>Constants of C# as constants of the IR.</summary>
internal static class Literals
{
    public static Constant? Of(ScalarType? type, object value) => (type, value) switch
    {
        (ScalarType.Bool, bool truth) => Build.Bool(truth),
        (ScalarType.Double, double number) => Build.Double(number),
        (ScalarType.Double, float number) => Build.Double(number),
        (ScalarType.Float, float number) => Build.Float(number),
        (ScalarType.Float or ScalarType.Double, bool or char or string) => null,
        (ScalarType.Float, not double) when value is IConvertible and not string => Build.Float((float)Whole(value)),
        (ScalarType.Double, not double) when value is IConvertible and not string => Build.Double(Whole(value)),
        (ScalarType.Int or ScalarType.UInt or ScalarType.Long or ScalarType.ULong, sbyte or byte or short or ushort or int or uint or long or ulong or char) =>
            new Constant(type.Value, value is ulong large ? unchecked((long)large) : Whole(value)),
        _ => null,
    };

    private static long Whole(object value) => value switch
    {
        sbyte number => number,
        byte number => number,
        short number => number,
        ushort number => number,
        int number => number,
        uint number => number,
        long number => number,
        char number => number,
        _ => throw new ArgumentException("not a whole number", nameof(value)),
    };
}
