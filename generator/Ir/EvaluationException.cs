using System;

namespace Proxima.Generator.Ir;

/// <summary>Why an evaluation ended without a result.</summary>
internal enum EvaluationFailure
{
    /// <summary>A <see cref="Throw"/> was reached.</summary>
    Thrown,

    IndexOutOfRange,

    /// <summary>A checked operation, a quotient or the length of an array overflowed.</summary>
    Overflow,

    DivideByZero,

    /// <summary>A primitive refused its arguments, as Math.Clamp with crossed bounds.</summary>
    InvalidArgument,

    StepLimit,

    EmptyTape,

    /// <summary>A primitive whose value depends on the processor, or an <see cref="External"/> without a callback.</summary>
    Unknown,

    /// <summary>The program is one that the verifier rejects.</summary>
    Malformed,
}

internal sealed class EvaluationException : Exception
{
    public EvaluationException(EvaluationFailure failure, string message) : base(message) => Failure = failure;

    public EvaluationFailure Failure { get; }
}
