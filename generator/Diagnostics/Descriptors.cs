using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <summary>What each diagnostic says: what is wrong, where, what to do.</summary>
internal static partial class Descriptors
{
    /// <summary>All descriptors, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        NotPartial, GenericModel, ReturnType, NoVariable, NameCollision, ReferenceParameter, NoPlainBody, VariableType, UnknownVariable, MatrixBatch,
        ResultType, MixedResults, SeveralResults, BatchOfVectors, TaylorOrder, MixedMatrix, DomainEnds, MissingSurrogate, DiscreteCoordinate,
        Unsupported, StructVariable, UnknownCallee, NoDerivativeRule, RecursiveCallee, Aliasing, ConstantMutation, TooLarge, HeldMember,
        RuleSignature, MissingRule, SeveralRules, NestedCompanion,
        IndependentVariable, DroppedDerivative, Kink, MemoryPerIteration, ZeroDerivative, UncountedCheckpoint, UnprovedPattern, HeldByRule, FlatPath, ExplainedAsWhole,
        UnprovedBorder, ControlledByVariable, NoBound,
        LipschitzConstant, UnboundedSlope, DivisionByZero, DomainError, MonotoneVariables, ClaimRefuted, ClaimNotProved, ClaimWithoutDomain, NoConstant,
        StaleLock, ApproximationRequest, NoApproximation, RefusedLock, ParameterInTheWay, TooManyVariables, OptionOfOneVariable, ProvedApproximation, NoTable, Jump, EstimatedError,
        .. Quality, Cancellation,
        InternalError,
    ];

    public static DiagnosticDescriptor Find(string id)
    {
        foreach (DiagnosticDescriptor descriptor in All)
        {
            if (descriptor.Id == id)
            {
                return descriptor;
            }
        }
        throw new KeyNotFoundException(id);
    }

    private static string HelpLink(string id) => $"https://github.com/proxima-net/proxima/blob/main/analyzers/docs/{id}.md";
}
