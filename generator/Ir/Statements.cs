using Proxima.Generator.Primitives;

namespace Proxima.Generator.Ir;

/// <summary>One step of a function.</summary>
internal abstract record Statement
{
    /// <summary>The C# statement this came from, white space folded, or "" when the compiler made it up.</summary>
    public string Source { get; init; } = "";

    /// <summary>Ordinal of the operation this came from; only the analyzers can map it to a location. -1 when made up.</summary>
    public int Origin { get; init; } = -1;

    /// <summary>How reverse mode gets the values that this statement computes when it reads them again, where it has a choice.</summary>
    public Recall Recall { get; init; }
}

/// <summary>What the adjoint sweep does for a value of the primal sweep.</summary>
internal enum Recall
{
    /// <summary>What costs less.</summary>
    Cheapest,

    /// <summary>Reads back what the primal sweep recorded.</summary>
    Stored,

    /// <summary>Computes it again where that is possible.</summary>
    Recomputed,
}

/// <summary>Defines a value: a name that is assigned once.</summary>
internal sealed record Let(string Name, Expression Value) : Statement
{
    /// <summary>True when the compiler made the name up: such a value is written into its only use where that reads well.</summary>
    public bool IsTemporary { get; init; }
}

/// <summary>Declares a mutable variable. Source form only: <c>SplitVariables</c> turns variables into values and carried cells.</summary>
internal sealed record Variable(string Name, Expression Initial) : Statement;

/// <summary>Assigns a <see cref="Variable"/>. Source form only.</summary>
internal sealed record Assign(string Name, Expression Value) : Statement;

/// <summary>A local array of zeros; in a loop, a fresh one each iteration.</summary>
internal sealed record NewArray(string Name, ScalarType Type, Expression Length) : Statement
{
    /// <summary>False for storage that is written before it is read: it need not be cleared.</summary>
    public bool NeedsZeros { get; init; } = true;
}

/// <summary>Names a part of an array as an array of its own, cleared to zeros when <see cref="IsFresh"/>; no other name touches that part meanwhile.</summary>
internal sealed record Slice(string Name, ScalarType Type, string Array, Expression Offset, Expression Length, bool IsFresh) : Statement
{
    /// <summary>True for the elements that a loop walks along: where some are missing, it fails as the element's index would.</summary>
    public bool IsWalked { get; init; }

    /// <summary>True for a part that nothing writes.</summary>
    public bool IsReadOnly { get; init; }
}

internal sealed record Store(string Array, Expression Index, Expression Value) : Statement;

/// <summary><c>array[index] += value</c>: linear in the element, so reverse mode neither saves nor clears it.</summary>
internal sealed record Add(string Array, Expression Index, Expression Value) : Statement
{
    /// <summary>True when the value is a product that may join the element in one rounding.</summary>
    public bool IsFused { get; init; }

    /// <summary>The element after, from what it was before.</summary>
    public Expression Sum(Expression before) => IsFused && Value is Apply { Arguments: [var left, var right], Primitive: var p } && p == Arithmetic.Times
        ? Build.Call(Elementary.MultiplyAddEstimate, left, right, before)
        : Build.Plus(before, Value);
}

/// <summary>A branch. Each <see cref="Merge"/> names a value that the branches define differently.</summary>
internal sealed record If(Expression Condition, Block Then, Block Else, EquatableArray<Merge> Merges) : Statement
{
    public If(Expression condition, Block then, Block @else) : this(condition, then, @else, [])
    {
    }
}

/// <summary>An arm of a branch.</summary>
internal enum Arm
{
    None,
    Then,
    Else,
}

internal sealed record Merge(string Name, ScalarType Type, Expression Then, Expression Else)
{
    /// <summary>Set when only an arm under the same condition reads the value: which arm computes it. The other side then stands for nothing.</summary>
    public Arm ForArm { get; init; }

    public bool IsForArm => ForArm != Arm.None;
}

/// <summary>
/// Counts <see cref="Index"/> from <see cref="From"/> (inclusive) to <see cref="To"/> (exclusive) by a constant, non-zero <see cref="Step"/>;
/// both ends are evaluated once, the index is read-only in the body. Leaves early when <see cref="Until"/>, read before each iteration, is true.
/// </summary>
internal sealed record For(
    string Index, Expression From, Expression To, int Step, Expression? Until, EquatableArray<Carried> Carried, Block Body) : Statement
{
    public For(string index, Expression from, Expression to, int step, Block body) : this(index, from, to, step, null, [], body)
    {
    }

    /// <summary>True for a loop that runs another one's iterations in reverse: it must not run where that one does not, even at the end of the integers.</summary>
    public bool IsReversal { get; init; }

    /// <summary>True for a loop that runs whole blocks of iterations, one per lane, in which blocks meet only in sums, maxima or not at all.</summary>
    public bool IsInLanes { get; init; }

    /// <summary>True for a loop that runs the model's iterations once more, from a checkpoint: it goes through the same states, bit for bit.</summary>
    public bool IsReplay { get; init; }

    /// <summary>True when reverse mode shall keep the state of segments of about √n iterations and run each again, instead of recording every iteration.</summary>
    public bool IsCheckpointed { get; init; }
}

/// <summary>Repeats while the condition, read before each iteration, is true.</summary>
internal sealed record While(Expression Condition, EquatableArray<Carried> Carried, Block Body) : Statement
{
    public While(Expression condition, Block body) : this(condition, [], body)
    {
    }

    /// <summary>True for a loop that was to be checkpointed, which needs a count of its iterations.</summary>
    public bool IsCheckpointed { get; init; }
}

/// <summary>
/// What a loop carries: <see cref="Name"/> is the value at the start of an iteration (and in the loop's condition), <see cref="Next"/> its
/// value for the following one, <see cref="Final"/> the name of its value after the loop.
/// </summary>
internal sealed record Carried(string Name, ScalarType Type, Expression Initial, Expression Next, string Final);

/// <summary>A region that <see cref="Leave"/> with its label jumps to the end of. Source form only: <c>SingleExit</c> removes both.</summary>
internal sealed record Scope(string Label, Block Body) : Statement;

/// <summary>Continues after the enclosing <see cref="Scope"/> of that label. Source form only.</summary>
internal sealed record Leave(string Label) : Statement;

/// <summary>Calls another function of the module; arrays are passed whole, by reference.</summary>
internal sealed record Call(EquatableArray<Result> Results, string Function, EquatableArray<Expression> Arguments, EquatableArray<string> Arrays) : Statement
{
    /// <summary>True when the function only computes its results: it writes none of the arrays.</summary>
    public bool IsPure { get; init; }
}

internal sealed record Result(string Name, ScalarType Type);

/// <summary>Ends the evaluation. <see cref="Text"/> is the C# expression of the exception with <c>{0}</c> … for the arguments.</summary>
internal sealed record Throw(string Text, EquatableArray<Expression> Arguments) : Statement;

/// <summary>Saves a value on a growable tape; used only where the number of iterations is not known beforehand.</summary>
internal sealed record Push(string Tape, Expression Value) : Statement;

/// <summary>Defines a value as the one pushed last.</summary>
internal sealed record Pop(string Name, ScalarType Type, string Tape) : Statement;

/// <summary>Declares a growable tape, last in, first out.</summary>
internal sealed record NewTape(string Name, ScalarType Type) : Statement;
