namespace Proxima.Generator.Ir;

/// <summary>The types of values. Smaller integers and enums are <see cref="Int"/> after C#'s own promotion; their casts wrap explicitly.</summary>
internal enum ScalarType
{
    Bool,
    Int,
    UInt,
    Long,
    ULong,
    Float,
    Double,

    /// <summary>A set of reals, where a function computes enclosures. A constant of this type holds one double; the constant NaN is the empty set.</summary>
    Interval,

    /// <summary>Eight sets of reals, where a function computes enclosures on eight boxes. A constant of this type holds one double.</summary>
    IntervalLanes,

    /// <summary>Which of true and false a condition on intervals can be; the constant 2 is neither.</summary>
    Truth,

    /// <summary>A symbolic number, where a function writes its own program down. A constant of this type holds one double.</summary>
    Form,

    /// <summary>A condition on symbolic numbers.</summary>
    FormTruth,
}

internal static class ScalarTypes
{
    public static bool IsReal(this ScalarType type) => type is ScalarType.Float or ScalarType.Double;

    /// <summary>True for what stands for a real where bounds are computed.</summary>
    public static bool IsEnclosure(this ScalarType type) => type is ScalarType.Interval or ScalarType.IntervalLanes or ScalarType.Form;

    public static bool IsInteger(this ScalarType type) => type is ScalarType.Int or ScalarType.UInt or ScalarType.Long or ScalarType.ULong;

    public static string Keyword(this ScalarType type) => type switch
    {
        ScalarType.Bool => "bool",
        ScalarType.Int => "int",
        ScalarType.UInt => "uint",
        ScalarType.Long => "long",
        ScalarType.ULong => "ulong",
        ScalarType.Float => "float",
        ScalarType.Interval => "Interval",
        ScalarType.IntervalLanes => "IntervalLanes",
        ScalarType.Truth => "Truth",
        ScalarType.Form => "Form",
        ScalarType.FormTruth => "FormTruth",
        _ => "double",
    };
}
