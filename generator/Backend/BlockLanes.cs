using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Backend;

/// <summary>A block of iterations with its function in lanes.</summary>
internal sealed record BlockLanes(IterationBlock Block, Lanes Lanes)
{
    /// <summary>Longer functions meet the limits of the JIT's optimiser (research: 2,000 locals, each operation of lanes being one or two).</summary>
    private const int MostOperations = 900;

    /// <summary>Null where an operation has no form in lanes.</summary>
    public static BlockLanes? Of(IterationBlock block, ScalarType real)
    {
        bool isSmall = Walker.Expressions(block.Function.Body).Count(static e => e is Apply) <= MostOperations;
        return isSmall && Vectorise.Run(block.Function, real, block.Gathers.SelectMany(static g => g.Names), out _) is { } lanes ? new(block, lanes) : null;
    }

    public static string Note(Request request) =>
        Companion.LaneCount(request.ResultType) + " iterations at a time, one per lane, whose elements are gathered and whose rows are transposed; elementary functions are then within 4 ulp of the model's. The remaining iterations:";
}
