using System;
using System.Collections.Generic;
using Proxima.Generator.Ir;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Passes;

/// <summary>The only place that knows the order of the passes.</summary>
internal static class PassList
{
    private static readonly Dictionary<string, Function> s_none = [];

    /// <summary>Source form → normal form, ready for every transform.</summary>
    public static Function Normalise(Function function) => Normalise(function, s_none);

    /// <summary>The same with calls of some functions, which are in normal form themselves, written out.</summary>
    /// <param name="seen">Is shown the function after each pass.</param>
    public static Function Normalise(Function function, IReadOnlyDictionary<string, Function> inlined, Action<string, Function>? seen = null)
    {
        function = Seen(nameof(SingleExit), SingleExit.Run(function), seen);
        function = Seen(nameof(SplitVariables), SplitVariables.Run(function), seen); // needs single exits: a jump would bypass a merge
        function = Seen(nameof(Atomise), Atomise.Run(function), seen); // after SplitVariables: a variable's value may change between two reads
        function = Seen(nameof(Inline), Inline.Run(function, inlined), seen); // after Atomise: arguments are names, so that they can take the place of parameters
        function = Seen(nameof(CommonSubexpressions), CommonSubexpressions.Run(function), seen); // before any transform, so that derivatives of equal values are taken once
        function = Seen(nameof(DeadCode), DeadCode.Run(function), seen);
        return Seen(nameof(SinkArrays), SinkArrays.Run(function), seen); // after dead code: a read that nothing needs would tie iterations together
    }

    private static Function Seen(string pass, Function result, Action<string, Function>? seen)
    {
        seen?.Invoke(pass, result);
        return result;
    }

    /// <summary>Tidies what a transform left, to be written.</summary>
    /// <param name="primal">Where multiply-adds of derivatives may be rounded once: what of the function is the model's own.</param>
    /// <param name="seen">Is shown the function after each pass.</param>
    public static Function Tidy(Function function, Primal? primal = null, Action<string, Function>? seen = null) =>
        Seen(nameof(HoistArrays), HoistArrays.Run(Clean(function, primal, seen)), seen); // last: the array passes know only whole arrays

    private static Function Clean(Function function, Primal? primal, Action<string, Function>? seen = null)
    {
        function = Seen(nameof(LowerGuards), LowerGuards.Run(function), seen); // first: what it writes is simplified with the rest
        function = Seen(nameof(DropRules), DropRules.Run(function), seen); // before dead code: what only a rule needs is dead then
        function = Seen(nameof(CommonSubexpressions), CommonSubexpressions.Run(function), seen);
        function = Seen(nameof(DeadCode), DeadCode.Run(function), seen);
        function = primal is null ? function : Seen(nameof(LocalPartials), LocalPartials.Run(function, primal), seen); // before folding: values are read once or more
        function = Seen(nameof(CarryNeighbours), CarryNeighbours.Run(function), seen); // after dead code: only adds that are needed
        function = primal is null ? function : Seen(nameof(StoreFirst), StoreFirst.Run(function, primal), seen); // after neighbours are carried: each element has one addition then
        function = Seen(nameof(LoopInvariants), LoopInvariants.Run(function), seen); // before folding: an operation can then leave a loop without the ones it stands among
        function = Seen(nameof(CommonSubexpressions), CommonSubexpressions.Run(function, sharesParts: true), seen); // after the partials; what leaves two loops or two arms may be the same
        function = Seen(nameof(FoldTemporaries), FoldTemporaries.Run(function), seen); // undoes Atomise for the reader
        function = Seen(nameof(Simplify), Simplify.Run(function), seen); // after folding: operands meet only then
        return primal is null ? function : Seen(nameof(FuseMultiplyAdds), FuseMultiplyAdds.Run(MergeStores.Run(function, primal), primal), seen); // the sums as they stay
    }

    /// <summary>The same with loops in lanes, for functions of one point; only ever written, because nothing transforms lanes.</summary>
    /// <remarks>Rows after products, which leave loops whose arrays they need as they are, and before arrays move out of loops, which makes parts of them.</remarks>
    public static Module TidyInLanes(Module module, ScalarType real, Primal? primal) =>
        new(WalkParts.Run(HoistArrays.InLanes(JoinRecords.Run(RowsOfLanes.Run(JoinBlocks.Run(Contracted(LoopLanes.Run(Clean(module.Main, primal), real))))))), module.Callees.Map(static callee => Tidy(callee)));

    /// <summary>Products of matrices and vectors; after lanes, so that those inside lanes are found, and what waits for blocks of them; before blocks are joined, which would hide them.</summary>
    private static Function Contracted(Function function) => DeferProducts.Run(ContractLoops.Run(function));

    /// <summary>Tidies bounds: nothing that would compute another enclosure.</summary>
    public static Function TidyBounds(Function function)
    {
        function = DeadCode.Run(CommonSubexpressions.Run(function));
        function = CommonSubexpressions.Run(LoopInvariants.Run(function)); // before folding, as for numbers
        return HoistArrays.Run(FoldTemporaries.Run(DeadCode.Run(function)));
    }

    /// <summary>Makes the result of one transform the input of the next: its operations are values of their own again.</summary>
    public static Function Prepare(Function function) => DeadCode.Run(CommonSubexpressions.Run(Atomise.Run(function)));

    public static Module Prepare(Module module) => new(Prepare(module.Main), module.Callees.Map(Prepare));

    public static Module Normalise(Module module) => Normalise(module, s_none);

    public static Module Normalise(Module module, IReadOnlyDictionary<string, Function> inlined) =>
        new(Normalise(module.Main, inlined), module.Callees.Map(callee => Normalise(callee, inlined)));

    public static Module Tidy(Module module, Primal? primal = null) => new(Tidy(module.Main, primal), module.Callees.Map(static callee => Tidy(callee)));
}
