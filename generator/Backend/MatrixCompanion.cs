using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Backend;

/// <summary>How the entries of a Jacobian or Hessian come about.</summary>
internal enum MatrixMode
{
    /// <summary>Each column a direction of forward mode, all of them in straight scalar code that shares the primal.</summary>
    Unrolled,

    /// <summary>Columns in lanes, a block of directions at a time; the primal stays scalar.</summary>
    Columns,

    /// <summary>Rows in lanes: one reverse sweep for all results.</summary>
    Rows,

    /// <summary>One reverse sweep: the only row.</summary>
    Row,

    /// <summary>The entries of a sparse Jacobian, iteration by iteration of the loop that writes the results.</summary>
    Iterations,

    /// <summary>One column at a time through the companion that takes a direction.</summary>
    OneByOne,
}

/// <summary>A companion that fills a matrix.</summary>
internal sealed record MatrixCompanion(bool IsHessian, MatrixMode Mode, Function? Function, Lanes? Lanes, IReadOnlyList<string> Notes)
{
    /// <summary>The parameter that counts the columns of a block, in the IR.</summary>
    public const string Column = "column$";

    /// <summary>The array of the colours of the columns, in the IR.</summary>
    public const string Colours = "colours$";

    /// <summary>For the values of a sparse matrix: the function that enumerates the pattern. Columns are then directions of one colour.</summary>
    public Function? Pattern { get; init; }

    /// <summary>For the values of a sparse Jacobian: blocks of iterations, one per lane.</summary>
    public BlockLanes? Block { get; init; }

    /// <summary>The methods that straight code calls.</summary>
    public EquatableArray<Function> Callees { get; init; } = [];

    /// <summary>More columns than this in straight code are longer than they are fast.</summary>
    private const int MostUnrolled = 4;

    public string Suffix => IsHessian ? "Hessian" : "Jacobian";

    public static MatrixCompanion Jacobian(Request request, Derivatives derivatives)
    {
        Layout inputs = Layout.Inputs(request), outputs = Layout.Outputs(request);
        if (outputs.Count == 1)
        {
            return new(false, MatrixMode.Row, derivatives.Gradient.Main, null, [derivatives.ModeOfGradient is { Length: > 0 } mode ? mode : "One result: a reverse sweep gives its only row."]) { Callees = derivatives.Gradient.Callees };
        }
        if (inputs.Count <= MostUnrolled && !request.ResultSpans().Any())
        {
            Module unrolled = derivatives.Unrolled(inputs);
            return new(false, MatrixMode.Unrolled, unrolled.Main, null, ["Few inputs: every column is a direction of forward mode, all share the primal."]) { Callees = unrolled.Callees };
        }
        bool isRows = outputs.Count <= Companion.LaneCount(request.ResultType) && !(inputs.Count <= Companion.LaneCount(request.ResultType));
        Module module = isRows ? derivatives.Rows() : derivatives.Columns(inputs);
        string chosen = isRows
            ? "More inputs than results: one reverse sweep, a row of the Jacobian per lane."
            : "Forward mode, " + Companion.LaneCount(request.ResultType) + " columns of the Jacobian at a time; the model itself runs once for each of these blocks.";
        return InLanes(request, module, isHessian: false, isRows ? MatrixMode.Rows : MatrixMode.Columns, chosen);
    }

    public static MatrixCompanion Hessian(Request request, Derivatives derivatives)
    {
        Layout inputs = Layout.Inputs(request);
        if (!(inputs.Count <= MostUnrolled)) // or not known
        {
            return InLanes(request, derivatives.HessianColumns(inputs), isHessian: true, MatrixMode.Columns, "Forward over reverse, " + Companion.LaneCount(request.ResultType) + " columns at a time; the gradient runs once for each of these blocks.");
        }
        Module module = derivatives.UnrolledHessian(inputs);
        return new(true, MatrixMode.Unrolled, module.Main, null, ["Forward over reverse, every column in the same code; they share the gradient."]) { Callees = module.Callees };
    }

    /// <summary>The entries of a sparse Jacobian or Hessian.</summary>
    public static MatrixCompanion Values(Request request, Derivatives derivatives, SparseMatrix sparse)
    {
        (bool isHessian, Function pattern, Module? iterations) = sparse;
        if (iterations is not null && InLanes(request, iterations, false, MatrixMode.Iterations, "Iteration by iteration: what one iteration reads are its directions, " + Companion.LaneCount(request.ResultType) + " to a vector, and its rows go straight to their entries.") is { Mode: MatrixMode.Iterations } direct)
        {
            return sparse.Block is { } block && BlockLanes.Of(block, request.ResultType) is { } lanes
                ? direct with { Pattern = pattern, Block = lanes, Notes = [BlockLanes.Note(request), .. direct.Notes] }
                : direct with { Pattern = pattern };
        }
        Layout inputs = Layout.Inputs(request);
        Module module = isHessian ? derivatives.HessianColumns(inputs, isColoured: true) : derivatives.Columns(inputs, isColoured: true);
        string chosen = "Columns of one colour of the pattern share a direction, " + Companion.LaneCount(request.ResultType) + " colours at a time.";
        return InLanes(request, module, isHessian, MatrixMode.Columns, chosen) with { Pattern = pattern };
    }

    private static MatrixCompanion InLanes(Request request, Module module, bool isHessian, MatrixMode mode, string chosen)
    {
        string reason = "a function calls itself";
        HashSet<string> outputs = [.. module.Main.Parameters.Where(static p => p.Kind == ParameterKind.Output && p.Name.Contains("$")).Select(static p => p.Name)];
        Lanes? lanes = module.Callees.Count > 0 ? null : Vectorise.Run(module.Main, request.ResultType, outputs, out reason);
        return lanes is null
            ? new(isHessian, MatrixMode.OneByOne, null, null, ["One column at a time, because " + reason + "."])
            : new(isHessian, mode, null, lanes, [chosen]);
    }
}
