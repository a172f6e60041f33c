using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Backend;

// The entries of a sparse Jacobian iteration by iteration.
internal sealed partial class MatrixWriter
{
    /// <summary>The iteration that blocks have not reached, in the IR.</summary>
    private const string Reached = "reached$";

    /// <summary>The entries of each iteration's rows.</summary>
    private void WriteIterations(Lanes lanes)
    {
        int columns = 0, blocks = 0;
        foreach (Statement statement in Walker.Statements(lanes.Function.Body))
        {
            columns = statement is Call { Function: Iterations.Range, Arguments: [Constant position, _, Constant count] } ? System.Math.Max(columns, (int)(position.Bits + count.Bits)) : columns;
            blocks = statement is Store { Array: Iterations.Row, Index: Constant block } ? System.Math.Max(blocks, (int)block.Bits + 1) : blocks;
        }
        string rowLanes = _renamed[Iterations.Row] = Local("rowLanes");
        string siteColumns = _renamed[Iterations.Columns] = Local("siteColumns");
        _renamed[Iterations.Values] = "values";
        Function function = lanes.Function;
        BlockNames? names = null;
        if (_matrix.Block is { } inLanes)
        {
            names = NamesOf(inLanes.Block);
            _renamed[Reached] = names.Reached;
            function = function with { Body = function.Body.Statements.Select(s => s is For loop && loop.Index == inLanes.Block.Loop.Index ? loop with { From = Build.Name(Reached, ScalarType.Int) } : s).ToBlock() };
        }
        Shape shape = new(_request.ResultType, "Vector512", lanes.Names, [.. lanes.Arrays.Where(static a => a != Iterations.Columns)]);
        MethodInParts method = InParts(function, shape);
        StatementWriter statements = Statements(method.Main, method, names?.All);
        if (names is not null)
        {
            WriteBlock(_matrix.Block!.Block, _matrix.Block.Lanes, names, method.Main.Body.Statements.OfType<Let>().Select(l => statements.Text(Build.Name(l.Name, l.Value.Type))));
        }
        _writer.Line("Span<" + Vector + "> " + rowLanes + " = stackalloc " + Vector + "[" + Index(blocks) + "];");
        _writer.Line("Span<int> " + siteColumns + " = stackalloc int[" + Index(columns) + "];");
        statements.WriteTables(method.Main);
        method.WriteHead(_writer);
        statements.Write(method.Main.Body);
    }

    /// <summary>
    /// Whole blocks of iterations: gathers what they read, computes, stores. Too many statements for vectors without hardware support, where the loop
    /// over single iterations does everything.
    /// </summary>
    /// <param name="taken">What is declared after the blocks in the same scope.</param>
    private void WriteBlock(IterationBlock block, Lanes lanes, BlockNames names, IEnumerable<string> taken)
    {
        (string lane, string iteration, string columns, string counts, string entries, string reached, string[] places, string[] values) = names;
        for (int g = 0; g < block.Gathers.Count; g++)
        {
            for (int k = 0; k < block.Gathers[g].Count; k++)
            {
                _renamed[block.Gathers[g].Name(k)] = values[g] + "[" + Index(k) + "]";
            }
        }
        Shape shape = new(_request.ResultType, "Vector512", lanes.Names, lanes.Arrays);
        StatementWriter statements = Statements(lanes.Function, shape, [.. names.All, .. taken]);
        For loop = block.Loop;
        string size = Vector + ".Count", stride = loop.Step == 1 ? size : Index(loop.Step) + " * " + size;
        for (int g = 0; g < block.Gathers.Count; g++)
        {
            _writer.Line("Span<int> " + places[g] + " = stackalloc int[" + size + "];");
            _writer.Line("Span<" + Vector + "> " + values[g] + " = stackalloc " + Vector + "[" + Index(block.Gathers[g].Count) + "];");
        }
        _writer.Line("Span<int> " + columns + " = stackalloc int[" + (block.Sites == 1 ? "" : Index(block.Sites) + " * ") + size + "];");
        _writer.Line("ReadOnlySpan<int> " + counts + " = [" + string.Join(", ", block.Gathers.Take(block.Sites).Select(static g => Index(g.Count))) + "];");
        _writer.Line("Span<" + Vector + "> " + entries + " = stackalloc " + Vector + "[" + Index(block.Width) + "];");
        _writer.Line("int " + reached + " = " + statements.Text(loop.From) + ";");
        Expression last = loop.To;
        using (_writer.Block("for (; Vector512.IsHardwareAccelerated && " + reached + " <= " + statements.Text(last) + " - " + (loop.Step == 1 ? size : "(" + stride + ")") + "; " + reached + " += " + stride + ")"))
        {
            using (_writer.Block("for (int " + lane + " = 0; " + lane + " < " + size + "; " + lane + "++)"))
            {
                _renamed[loop.Index] = iteration;
                StatementWriter indices = Statements(lanes.Function, Shape.Scalar);
                _writer.Line("int " + iteration + " = " + reached + " + " + (loop.Step == 1 ? lane : Index(loop.Step) + " * " + lane) + ";");
                for (int g = 0; g < block.Gathers.Count; g++)
                {
                    _writer.Line(places[g] + "[" + lane + "] = " + indices.Text(block.Gathers[g].First) + ";");
                    if (g < block.Sites)
                    {
                        string start = indices.Text(block.Gathers[g].Start);
                        _writer.Line(columns + "[" + (g == 0 ? "" : g == 1 ? size + " + " : Index(g) + " * " + size + " + ") + lane + "] = " + (start == "0" ? "" : start + " + ") + places[g] + "[" + lane + "];");
                    }
                }
                _renamed.Remove(loop.Index);
            }
            for (int g = 0; g < block.Gathers.Count; g++)
            {
                _writer.Line("Batch.Gather(" + Span(block.Gathers[g].Array) + ", " + places[g] + ", " + values[g] + ");");
            }
            _writer.Separate();
            statements.Write(lanes.Function.Body);
            _renamed[loop.Index] = reached;
            StatementWriter ends = Statements(lanes.Function, Shape.Scalar);
            for (int s = 0; s < block.Stores.Count; s++)
            {
                BlockStore store = block.Stores[s];
                _writer.Separate();
                string output = _renamed.TryGetValue(store.Output, out string? renamed) ? renamed : Keywords.Escape(store.Output);
                _writer.Line("Batch.Scatter(" + statements.Lanes(lanes.Function.Results[s]) + ", " + output + ", " + ends.Text(store.Index) + ", " + Index(store.Step) + ");");
                int from = block.Gathers.Take(store.FirstSite).Sum(static g => g.Count), width = block.Gathers.Skip(store.FirstSite).Take(store.Sites).Sum(static g => g.Count);
                for (int column = from; column < from + width; column++)
                {
                    _writer.Line(entries + "[" + Index(column) + "] = " + statements.Lanes(block.Entry(s, column)) + ";");
                }
                string sites = store.Sites == block.Sites ? columns + ", " + counts : Part(columns, store.FirstSite, store.Sites, " * " + size) + ", " + Part(counts, store.FirstSite, store.Sites, "");
                string row = store.Sites == block.Sites ? entries : Part(entries, from, width, "");
                _writer.Line("pattern.StoreRows(" + ends.Text(Build.IndexPlus(store.Start, store.Index)) + ", " + Index(store.Step) + ", " + row + ", " + sites + ", values);");
            }
            _renamed.Remove(loop.Index);
        }
        _writer.Separate();
    }

    private BlockNames NamesOf(IterationBlock block)
    {
        string[] arrays = [.. block.Gathers.Select(static g => g.Array + (g.Number == 0 ? "" : Index(g.Number)))];
        return new(Local("lane"), Local("iteration"), Local("blockColumns"), Local("counts"), Local("entries"), Local("next"), [.. arrays.Select(a => Local(a + "At"))], [.. arrays.Select(Gathered)]);
    }

    /// <summary>What the method around the blocks has declared, which no statement of theirs or after them may be called.</summary>
    private sealed record BlockNames(string Lane, string Iteration, string Columns, string Counts, string Entries, string Reached, string[] Places, string[] Values)
    {
        public IEnumerable<string> All => [Lane, Iteration, Columns, Counts, Entries, Reached, .. Places, .. Values];
    }

    /// <summary>The lanes that are gathered from an array; the lanes of a row have a name like that already.</summary>
    private string Gathered(string array) => Local(array + "Lanes") == Local("rowLanes") ? Local(array + "GatheredLanes") : Local(array + "Lanes");

    private static string Part(string span, int from, int count, string unit) => span + ".Slice(" + Index(from) + unit + ", " + Index(count) + unit + ")";

    private string Span(string array) => _renamed.TryGetValue(array, out string? renamed) ? renamed : Keywords.Escape(array);
}
