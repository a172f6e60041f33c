using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Frontend;

/// <summary>
/// Where the reader says what it found. The generator passes a silent one, the analyzers one that reports. A sink serves one reading of one method:
/// both kinds hand out the same ordinals, because they are asked in the same order.
/// </summary>
internal interface IProblemSink
{
    void Report(string id, Location location, params string[] arguments);

    /// <summary>The ordinal of an operation that statements of the IR come from; a reporting sink remembers its location.</summary>
    int Origin(IOperation operation);

    /// <summary>A static member whose value companions hold: nothing may write it.</summary>
    void Holds(ISymbol member);
}

/// <summary>Counts origins and says nothing.</summary>
internal sealed class SilentSink : IProblemSink
{
    private int _origins;

    public void Report(string id, Location location, params string[] arguments)
    {
    }

    public int Origin(IOperation operation) => _origins++;

    public void Holds(ISymbol member)
    {
    }
}
