using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>What attributes on a method, inlined or not, advise reverse mode to keep.</content>
internal sealed partial class Lowering
{
    private const string Checkpoint = "Proxima.CheckpointAttribute", PreferStore = "Proxima.PreferStoreAttribute", PreferRecompute = "Proxima.PreferRecomputeAttribute";

    private Recall _recall;

    /// <summary>True while lowering what runs outside every loop of a method that is to be checkpointed.</summary>
    private bool _isCheckpointed;

    /// <summary>
    /// Enters the advice of a method; returns what held before. Loops of a method that a checkpointed one calls outside its loops are loops of that one;
    /// what to store is said for a method's own statements, which include those of its local functions.
    /// </summary>
    private (Recall Recall, bool IsCheckpointed) Advise(IMethodSymbol method)
    {
        (Recall, bool) before = (_recall, _isCheckpointed);
        string[] names = [.. method.GetAttributes().Select(static a => a.AttributeClass?.ToDisplayString() ?? "")];
        bool isOwn = method.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction);
        _recall = names.Contains(PreferStore) ? Recall.Stored : names.Contains(PreferRecompute) ? Recall.Recomputed : isOwn ? Recall.Cheapest : _recall;
        _isCheckpointed |= names.Contains(Checkpoint);
        return before;
    }

    /// <summary>The body of a loop. Only the outermost loop is checkpointed: those inside it record within its segments.</summary>
    private Block InLoop(out bool isCheckpointed, Action body)
    {
        isCheckpointed = _isCheckpointed;
        _isCheckpointed = false;
        Block block = Inside(body);
        _isCheckpointed = isCheckpointed;
        return block;
    }
}
