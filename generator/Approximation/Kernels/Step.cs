namespace Proxima.Generator.Approximation;

internal enum StepKind
{
    /// <summary>The argument number <see cref="Step.Value"/>.</summary>
    Input,
    Constant,
    Add,
    Subtract,
    Multiply,

    /// <summary>A·B + C, rounded once.</summary>
    MultiplyAdd,
    Divide,
    Negate,
    SquareRoot,
    Absolute,

    /// <summary>|A| with the sign of B.</summary>
    CopySign,

    /// <summary>A block's function of A; the block is number <see cref="Step.Value"/>. Proofs see this; programs have the block's steps instead.</summary>
    Call,

    /// <summary>
    /// A·2^⌊B⌋, without rounding; C is B with a number added that leaves B·2^Value, a whole number, in its last bits.
    /// </summary>
    Scale,

    /// <summary>A, negated where the last bit of B differs from <see cref="Step.Value"/>.</summary>
    Alternate,

    /// <summary>e of A = m·2^e with √½ ≤ m &lt; √2.</summary>
    Exponent,

    /// <summary>m of A = m·2^e.</summary>
    Mantissa,

    /// <summary>A without its fraction, as a place in tables.</summary>
    Truncate,

    /// <summary>The last bits of A, as many as places in tables need.</summary>
    LowBits,

    /// <summary>The entry of table number <see cref="Step.Value"/> at the place A.</summary>
    LookUp,
}

/// <summary>One operation of a kernel; operands are numbers of earlier steps.</summary>
internal readonly record struct Step(StepKind Kind, int A = -1, int B = -1, int C = -1, double Value = 0);
