namespace Proxima.Generator.Ir;

/// <summary>Statements in order.</summary>
internal sealed record Block(EquatableArray<Statement> Statements)
{
    public static readonly Block Empty = new((EquatableArray<Statement>)[]);

    public bool IsEmpty => Statements.Count == 0;
}
