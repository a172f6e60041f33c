using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms;

internal enum RegionKind
{
    /// <summary>Both sweeps run in one C# scope (the function, a fused loop's iteration): every value stays in its local.</summary>
    Direct,

    /// <summary>A loop's body, swept once forward and once backward: what the adjoint sweep reads is recorded or computed again.</summary>
    Iteration,

    /// <summary>An arm of a branch: what the adjoint sweep reads is computed again or merged out into the region around it.</summary>
    Arm,
}

/// <summary>One block while it is being reversed: its two sweeps and what its adjoint sweep reads of its primal sweep.</summary>
internal sealed class Region
{
    private readonly List<Statement>[] _at;
    private readonly List<Statement>[] _before;

    public Region(Region? parent, int position, RegionKind kind, Block source)
    {
        Parent = parent;
        Position = position;
        Kind = kind;
        Source = source;
        _at = [.. Enumerable.Range(0, source.Statements.Count).Select(static _ => new List<Statement>())];
        _before = [.. Enumerable.Range(0, source.Statements.Count).Select(static _ => new List<Statement>())];
    }

    public Region? Parent { get; }

    /// <summary>Which statement of the parent holds this block.</summary>
    public int Position { get; }

    public RegionKind Kind { get; }

    public Block Source { get; }

    /// <summary>The loop of an iteration; null otherwise.</summary>
    public Statement? Loop { get; init; }

    /// <summary>True for the second run of a checkpointed loop's segment, which stands in the adjoint sweep of the loop over the segments.</summary>
    public bool IsReplay { get; init; }

    public List<Statement> Start { get; } = [];

    /// <summary>Statements of the primal sweep after all others.</summary>
    public List<Statement> End { get; } = [];

    /// <summary>Statements at the start of the adjoint sweep, with the position of the source statement they belong to.</summary>
    public List<(int Position, Statement Statement)> Prologue { get; } = [];

    public List<Statement> Backward { get; } = [];

    public Dictionary<string, Definition> Definitions { get; } = [];

    /// <summary>The adjoint sweep's names of values and arrays of the primal sweep.</summary>
    public Dictionary<string, string> Back { get; } = [];

    public Queue<string> Demands { get; } = new();

    /// <summary>Values of an arm that the region around it must know.</summary>
    public List<Merge> Exports { get; } = [];

    /// <summary>Statements of the primal sweep that take the place of a source statement.</summary>
    public List<Statement> At(int position) => _at[position];

    /// <summary>Statements of the primal sweep before a source statement: storage for what is recorded inside it.</summary>
    public List<Statement> Before(int position) => _before[position];

    public List<Statement> Forward() => [.. Start, .. Enumerable.Range(0, _at.Length).SelectMany(i => _before[i].Concat(_at[i])), .. End];

    /// <summary>A statement of the primal sweep without its source: only the adjoint sweep's groups are headed by theirs.</summary>
    public static Statement Quiet(Statement statement, bool isDeep = true)
    {
        static Block In(Block block) => block.Statements.Select(static s => Quiet(s)).ToBlock();
        Statement quiet = !isDeep ? statement : statement switch
        {
            If branch => branch with { Then = In(branch.Then), Else = In(branch.Else) },
            For loop => loop with { Body = In(loop.Body) },
            While loop => loop with { Body = In(loop.Body) },
            _ => statement,
        };
        return quiet with { Source = "" };
    }

    public bool IsInside(Region other)
    {
        for (Region? region = this; region is not null; region = region.Parent)
        {
            if (region == other)
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>Where and how a value of the primal sweep is defined; position -1 is the start of the block.</summary>
internal sealed record Definition(string Name, ScalarType Type, int Position, DefinitionKind Kind, Expression? Value);

internal enum DefinitionKind
{
    Let,
    Index,
    Cell,

    /// <summary>The result of a branch, a loop or a call: never computed again.</summary>
    Outcome,
}
