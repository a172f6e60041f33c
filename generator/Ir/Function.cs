namespace Proxima.Generator.Ir;

/// <summary>
/// A function of the IR. In source form variables are mutable and scopes may be left early; in normal form (after <c>PassList.Normalise</c>) every
/// name is defined once, loops say what they carry, branches say what they merge, and the results are read at the single end.
/// </summary>
internal sealed record Function(
    string Name,
    EquatableArray<Parameter> Parameters,
    EquatableArray<Table> Tables,
    Block Body,
    EquatableArray<Expression> Results)
{
    /// <summary>What holds one value per lane, where some loops run in lanes; such a function is only written, not transformed.</summary>
    public LaneNames? Lanes { get; init; }

    /// <summary>The C# statement that the results come from, where that is one; "" otherwise.</summary>
    public string ResultSource { get; init; } = "";

    /// <summary>The outputs some of whose elements need not hold zeros at first.</summary>
    public EquatableArray<Filled> Filled { get; init; } = [];
}

/// <summary>Elements of an output, from the first to before the last, that a function stores before anything reads them; none where there is no such range.</summary>
internal sealed record Filled(string Array, Expression From, Expression To);

/// <summary>Names and arrays that hold one value per lane, and the type of the reals in them.</summary>
internal sealed record LaneNames(ScalarType Real, EquatableArray<string> Names, EquatableArray<string> Arrays);

/// <summary>What a function takes. Only parameters with <paramref name="IsVariable"/> are differentiated.</summary>
internal sealed record Parameter(string Name, ScalarType Type, ParameterKind Kind, bool IsVariable);

internal enum ParameterKind
{
    Scalar,

    /// <summary>An array that is only read.</summary>
    Array,

    /// <summary>An array that is written: derivatives, which hold zeros at first but where <see cref="Function.Filled"/>, and <c>[Result]</c> spans, which hold anything.</summary>
    Output,

    /// <summary>An array of a called adjoint function that is added into.</summary>
    Accumulator,
}

/// <summary>A constant array whose content is known at build time.</summary>
internal sealed record Table(string Name, ScalarType Type, EquatableArray<long> Bits);

/// <summary>A function and those it calls that could not be inlined because they call themselves.</summary>
internal sealed record Module(Function Main, EquatableArray<Function> Callees)
{
    /// <summary>Derivatives of other models that the functions call by name; they are made and written out in place before anything else.</summary>
    public EquatableArray<Nested> Nested { get; init; } = [];
}

/// <summary>The companion of another model: <paramref name="Name"/> is what calls of it say, <paramref name="Module"/> the model in source form.</summary>
internal sealed record Nested(string Name, Module Module, NestedKind Kind);

internal enum NestedKind
{
    /// <summary>Returns the value and the derivative of every scalar variable; an output array for each array variable.</summary>
    Gradient,

    /// <summary>Takes a tangent for every variable after the model's parameters; returns the value and its tangent.</summary>
    Tangent,
}
