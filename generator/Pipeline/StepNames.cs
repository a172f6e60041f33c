using System.Collections.Generic;
using System.Linq;

namespace Proxima.Generator.Pipeline;

/// <summary>Names of the pipeline's steps, by which the caching tests ask for them.</summary>
internal static class StepNames
{
    private static readonly Companions[] s_asked =
    [
        Companions.Gradient, Companions.Hessian, Companions.Jacobian, Companions.Adjoint, Companions.Tangent, Companions.Taylor, Companions.Lipschitz, Companions.Monotone,
        Companions.Approximate, Companions.Tabulate, Companions.Surrogate, Companions.Batch,
    ];

    /// <summary>Reading the lock files.</summary>
    public const string Locks = nameof(Locks);

    /// <summary>Every step that reads requests.</summary>
    public static IEnumerable<string> AllRequests => s_asked.Select(Requests);

    /// <summary>Every step that compiles requests.</summary>
    public static IEnumerable<string> AllFiles => s_asked.Select(Files);

    /// <summary>Reading the methods whose first attribute asks for this companion.</summary>
    public static string Requests(Companions companion) => companion + nameof(Requests);

    /// <summary>Compiling what was read at that attribute.</summary>
    public static string Files(Companions companion) => companion + nameof(Files);
}
