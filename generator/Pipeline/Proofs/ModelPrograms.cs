using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Pipeline.Proofs;

/// <summary>The bounds of one model, to be interpreted.</summary>
internal sealed class ModelPrograms(Request request, Enclosures enclosures, Meter meter)
{
    /// <summary>The range, which notes what dangerous operations are given.</summary>
    public IntervalProgram Range { get; } = With(IntervalProgram.Watching(enclosures.Range), meter);

    public IntervalProgram Gradient { get; } = With(IntervalProgram.Of(enclosures.Gradient), meter);

    public IntervalProgram HessianProduct { get; } = With(IntervalProgram.Of(enclosures.HessianProduct), meter);

    /// <summary>Bounded where nothing without a value is hidden; none where nothing can be.</summary>
    public IntervalProgram? Definedness { get; } = enclosures.Definedness is { } definedness ? With(IntervalProgram.Of(definedness), meter) : null;

    /// <summary>Array variables, and the array that receives their derivative.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; } = request.Variables().Where(static v => v.Leaves.Any(static l => l.IsArray))
        .ToDictionary(static v => v.Leaves.First(static l => l.IsArray).Name, static v => v.ArrayOutput());

    public static string DirectionOf(string leaf) => Operand.IrName("v", leaf);

    public static string ProductOf(string leaf) => Operand.IrName("h", leaf);

    private static IntervalProgram With(IntervalProgram program, Meter meter)
    {
        program.Meter = meter;
        return program;
    }
}
