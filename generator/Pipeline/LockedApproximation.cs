using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>What the project's lock file has for a model.</summary>
internal enum LockState
{
    /// <summary>Programs that were found for this model, domain and format.</summary>
    Fresh,

    /// <summary>Programs that were found for what the model was before.</summary>
    Stale,

    /// <summary>The file is not one.</summary>
    Unreadable,
}

/// <summary>Programs from a lock file that may serve a request.</summary>
internal sealed record LockedApproximation(LockState State, EquatableArray<LockedProgram> Programs);
