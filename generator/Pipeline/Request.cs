using System;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// Everything the compiler knows about one annotated method: strings, numbers, enums and IR only, so that two equal requests are one cache entry.
/// </summary>
internal sealed record Request(
    string Identity,
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Method,
    string Prefix,
    string Accessibility,
    bool IsStatic,
    Companions Companions,
    Rounding Rounding,
    ScalarType ResultType,
    EquatableArray<ModelParameter> Parameters,
    Module Module)
{
    /// <summary>Full names of types that generated code must qualify, because a shorter name means something of the user's where the model stands.</summary>
    public EquatableArray<string> Shadowed { get; init; }

    /// <summary>True in a project that checks integer overflow: what the model computes unchecked must then say so.</summary>
    public bool IsChecked { get; init; }

    /// <summary>True when the IR computes what a method of a library computes by a formula of its own: their roundings may differ.</summary>
    public bool IsRestated { get; init; }

    /// <summary>
    /// What the method returns, as if it were a parameter: a scalar, or a struct or tuple of reals whose <see cref="ModelParameter.Rebuild"/> makes it from
    /// <c>{0}</c>, <c>{1}</c> …; null for <see langword="void"/>. The IR's results are its leaves in order.
    /// </summary>
    public ModelParameter? Return { get; init; }

    /// <summary>The highest order of <c>[Taylor]</c>.</summary>
    public int TaylorOrder { get; init; }

    /// <summary>How long a generated method may be.</summary>
    public Passes.ChunkLimits MethodLimits { get; init; } = Passes.ChunkLimits.Default;

    /// <summary>What <c>[Lipschitz]</c> and <c>[Monotone]</c> ask for.</summary>
    public BoundRequest? Bounds { get; init; }

    /// <summary>What <c>[Approximate]</c> asks for.</summary>
    public ApproximationRequest? Approximation { get; init; }

    /// <summary>What <c>[Tabulate]</c> asks for.</summary>
    public TabulationRequest? Tabulation { get; init; }

    /// <summary>True when nothing is asked for but cheaper functions: nothing is differentiated, and there is no model struct.</summary>
    public bool IsCheaperAlone => (Companions & ~(Companions.Approximate | Companions.Tabulate)) == Companions.None;

    /// <summary>What <c>[Surrogate]</c> asks for.</summary>
    public SurrogateRequest? Surrogate { get; init; }

    /// <summary>What a lock file has for the approximation.</summary>
    public LockedApproximation? Locked { get; init; }

    /// <summary>True when the results are one returned number: there is a gradient.</summary>
    public bool IsScalar => Return is { Shape: ParameterShape.Scalar } && Parameters.All(static p => p.Shape != ParameterShape.Result);

    /// <summary>Cref text of the model, with its parameter types: <c>Final(double, double, double, int)</c>.</summary>
    public string Cref => Backend.Keywords.Escape(Method) + "(" + string.Join(", ", Parameters.Where(static p => !p.IsField).Select(static p => (p.Modifier == "in" ? "in " : "") + p.CrefType)) + ")";
}

[Flags]
internal enum Companions
{
    None = 0,
    Gradient = 1,
    Batch = 2,
    Tangent = 4,
    Adjoint = 8,
    Jacobian = 16,
    Hessian = 32,
    Taylor = 64,
    Lipschitz = 128,
    Monotone = 256,
    Approximate = 512,
    Surrogate = 1024,
    Tabulate = 2048,
}

/// <summary>Mirrors the runtime's enum.</summary>
internal enum Rounding
{
    Fast,
    Exact,
}

internal enum ParameterShape
{
    /// <summary>A <c>double</c> or <c>float</c> that is differentiated.</summary>
    Scalar,

    /// <summary>An array or span of reals that is differentiated.</summary>
    Array,

    /// <summary>A <c>double[,]</c> or <c>float[,]</c> that is differentiated.</summary>
    Matrix,

    /// <summary>A struct or tuple whose reals are differentiated.</summary>
    Struct,

    /// <summary>Held constant.</summary>
    Constant,

    /// <summary>A span that the model writes its results to.</summary>
    Result,
}

/// <summary>A parameter as the user declared it. <see cref="Leaves"/> are its parts that the IR reads.</summary>
internal sealed record ModelParameter(
    string Name,
    string TypeText,
    string CrefType,
    string Modifier,
    ParameterShape Shape,
    ScalarType Type,
    EquatableArray<Leaf> Leaves,
    string Rebuild)
{
    /// <summary>True for a field of the instance that is differentiated: it is no parameter of the method, and its output comes after those of the parameters.</summary>
    public bool IsField { get; init; }

    /// <summary>
    /// True for reals that <c>WithRespectTo</c> leaves out but no <c>[Constant]</c> marks: not differentiated, but in a batch each row has its own.
    /// </summary>
    public bool IsData { get; init; }

    /// <summary>True for a bool, an integer or an enum that explanations move between its values; nothing differentiates it.</summary>
    public bool IsDiscrete { get; init; }

    /// <summary>Where <c>[Domain]</c> says that the variable, or each of its elements, lies.</summary>
    public Domain? Domain { get; init; }

    /// <summary>True for a constant span, which a struct cannot hold: the model struct takes it as <c>ReadOnlyMemory</c>.</summary>
    public bool IsSpan => TypeText.Contains("Span<");

    /// <summary>The name with its first letter raised: <c>dRate</c> is <c>"d" + Capital</c>.</summary>
    public string Capital => char.ToUpperInvariant(Name[0]) + Name.Substring(1);
}

/// <summary>
/// A scalar or array the IR reads under <see cref="Name"/>; <see cref="Access"/> is its C# in the companion: <c>p.Position.X</c>, <c>(int)mode</c>,
/// or the parameter itself.
/// </summary>
internal sealed record Leaf(string Access, string Name, ScalarType Type, bool IsArray);
