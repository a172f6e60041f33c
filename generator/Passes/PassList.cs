using Proxima.Generator.Ir;

namespace Proxima.Generator.Passes;

/// <summary>The only place that knows the order of the passes.</summary>
internal static class PassList
{
    /// <summary>Source form → normal form, ready for every transform.</summary>
    public static Function Normalise(Function function)
    {
        function = SingleExit.Run(function);
        function = SplitVariables.Run(function); // needs single exits: a jump would bypass a merge
        function = Atomise.Run(function); // after SplitVariables: a variable's value may change between two reads
        function = CommonSubexpressions.Run(function); // before any transform, so that derivatives of equal values are taken once
        function = DeadCode.Run(function);
        return SinkArrays.Run(function); // after dead code: a read that nothing needs would tie iterations together
    }

    /// <summary>Tidies what a transform left.</summary>
    public static Function Tidy(Function function)
    {
        function = LowerGuards.Run(function); // first: what it writes is simplified with the rest
        function = DropRules.Run(function); // before dead code: what only a rule needs is dead then
        function = CommonSubexpressions.Run(function);
        function = DeadCode.Run(function);
        function = CarryNeighbours.Run(function); // after dead code: only adds that are needed
        function = FoldTemporaries.Run(function); // undoes Atomise for the reader
        function = Simplify.Run(function); // after folding: operands meet only then
        return HoistArrays.Run(function); // last: the array passes above know only whole arrays
    }

    /// <summary>Makes the result of one transform the input of the next: its operations are values of their own again.</summary>
    public static Function Prepare(Function function) => DeadCode.Run(CommonSubexpressions.Run(Atomise.Run(function)));

    public static Module Prepare(Module module) => new(Prepare(module.Main), module.Callees.Map(Prepare));

    public static Module Normalise(Module module) => new(Normalise(module.Main), module.Callees.Map(Normalise));

    public static Module Tidy(Module module) => new(Tidy(module.Main), module.Callees.Map(Tidy));
}
