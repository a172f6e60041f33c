namespace Proxima.Evolver.Search;

/// <summary>What a step of a program does.</summary>
internal enum OperationKind : byte
{
    Add,
    Subtract,
    Multiply,

    /// <summary>a·b + c, rounded once.</summary>
    MultiplyAdd,
    Divide,
    Absolute,
    Least,
    Greatest,
}
