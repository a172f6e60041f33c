using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Backend;

// Blocks of rows, one row per lane.
internal sealed partial class BatchWriter
{
    private string VectorClass => "Vector" + _bits.ToString(CultureInfo.InvariantCulture);

    private string Vector => VectorClass + "<" + _request.Real() + ">";

    private string LaneCount => Vector + ".Count";

    private void WriteLanes(Lanes lanes, string row)
    {
        _request.WriteLeaves(_writer, _request.Parameters.Where(static p => !p.IsField && !p.IsColumn()));
        int vectors = lanes.Function.Tables.Count > 0 ? 1 : Interleave.Vectors(lanes);
        if (vectors > 1)
        {
            WriteLoop(Interleave.Run(lanes, vectors), row, isApart: true);
            _writer.Separate();
        }
        WriteLoop(InterleavedLanes.Single(lanes), row, isApart: vectors > 1);
    }

    /// <param name="isApart">True where another loop declares the same names: each then has a block of its own around what it needs before it starts.</param>
    private void WriteLoop(InterleavedLanes interleaved, string row, bool isApart)
    {
        Lanes lanes = interleaved.Lanes;
        Function body = HoistArrays.OutOfBody(lanes.Function, out Block before);
        HashSet<string> arrays = [.. lanes.Arrays, .. Storages(body, lanes.Arrays)];
        Shape shape = new(_request.ResultType, VectorClass, lanes.Names, arrays);
        List<Copy> copies = [.. interleaved.Copies.Select((names, number) => new Copy(this, names, number, row))];
        Dictionary<string, string> renamed = [];
        foreach (KeyValuePair<string, string> parameter in copies.SelectMany(static c => c.Renamed))
        {
            renamed[parameter.Key] = parameter.Value;
        }
        string name = Method + (_bits < 512 ? _bits.ToString(CultureInfo.InvariantCulture) : "") + (copies.Count > 1 ? "Interleaved" : "");
        MethodInParts method = new(_request, body, name, shape, renamed);
        _methods.Add(method);
        body = method.Body;
        before = method.Slots.Concat(before.Statements).ToBlock();
        ModelParameter[] rows = [.. _request.Parameters.Where(IsRow)];
        bool isBlock = isApart && (rows.Length > 0 || !before.IsEmpty);
        using System.IDisposable? block = isBlock ? _writer.Block() : (System.IDisposable?)null;
        foreach (Copy copy in copies)
        {
            foreach (ModelParameter parameter in rows)
            {
                if (!parameter.IsField && parameter.Leaves.FirstOrDefault(static l => l.IsArray) is { } array)
                {
                    WriteWorkspace(copy[array.Name], parameter);
                }
                if (_hasGradient && !parameter.IsData)
                {
                    WriteWorkspace(copy[parameter.ArrayOutput()], parameter);
                }
            }
        }
        Function whole = body with { Body = before.Statements.Concat(body.Body.Statements).ToBlock() };
        IEnumerable<string> kept = _names.Concat([row, "lane", _bits < 512 ? Free("last") : row]).Concat(renamed.Values.Select(static v => v + "Workspace")).Concat(_request.Parameters.Select(Columns))
            .Concat(copies.SelectMany(copy => _request.Parameters.SelectMany(static p => p.Leaves).Select(l => copy.Part(l))));
        StatementWriter statements = new(_writer, whole, method.Shape, method.Renamed, kept, method.IsInParts);
        statements.WriteTables(whole);
        method.WriteHead(_writer);
        statements.Write(before);
        string step = (copies.Count > 1 ? copies.Count.ToString(CultureInfo.InvariantCulture) + " * " : "") + LaneCount;
        using (_writer.Block("for (; " + Condition(lanes, row, step) + "; " + row + " += " + step + ")"))
        {
            foreach (Copy copy in copies)
            {
                WriteLoads(copy);
            }
            _writer.Separate();
            statements.Write(body.Body);
            _writer.Separate();
            int results = body.Results.Count / copies.Count;
            for (int i = 0; i < copies.Count; i++)
            {
                WriteStores([.. body.Results.Skip(i * results).Take(results).Select(statements.Lanes)], copies[i]);
            }
        }
    }

    /// <summary>Narrower vectors end where those of 512 bits end: the rows after that are the scalar method's on every processor.</summary>
    private string Condition(Lanes lanes, string row, string step) => _bits < 512
        ? row + " < " + Free("last")
        : (IsLarge(lanes) ? "Vector512.IsHardwareAccelerated && " : "") + row + " <= result.Length - " + step;

    /// <summary>The storage of a hoisted array of lanes holds lanes too.</summary>
    private static IEnumerable<string> Storages(Function function, HashSet<string> lanes) =>
        Walker.Statements(function.Body).OfType<Slice>().Where(s => lanes.Contains(s.Name)).Select(static s => s.Array);

    private void WriteWorkspace(string name, ModelParameter variable)
    {
        _writer.Line("using Workspace<" + Vector + "> " + name + "Workspace = new(stackalloc " + Vector + "[32], " + Columns(variable) + ");");
        _writer.Line("Span<" + Vector + "> " + name + " = " + name + "Workspace.Span;");
    }

    private void WriteLoads(Copy copy)
    {
        foreach (ModelParameter parameter in _columns)
        {
            WriteLoad(parameter, copy);
        }
        foreach (ModelParameter field in _fields.Where(field => _hasGradient && IsRow(field)))
        {
            _writer.Line(copy[field.ArrayOutput()] + ".Clear();");
        }
    }

    private void WriteLoad(ModelParameter variable, Copy copy)
    {
        if (IsRow(variable))
        {
            foreach (Leaf array in variable.Leaves.Where(static l => l.IsArray))
            {
                _writer.Line("Batch.LoadColumns(" + variable.Argument() + ", " + Columns(variable) + ", " + copy.Row + ", " + copy[array.Name] + ");");
            }
            if (_hasGradient && !variable.IsData)
            {
                _writer.Line(copy[variable.ArrayOutput()] + ".Clear();");
            }
            return;
        }
        foreach (Leaf leaf in variable.Leaves.Where(static l => l.Type.IsReal()))
        {
            string load = variable.IsReal()
                ? (_bits == 512 ? "Batch.Load(" : "Batch.Load" + _bits.ToString(CultureInfo.InvariantCulture) + "(") + variable.Argument() + ", " + copy.Row + ")"
                : VectorClass + ".Create(" + string.Join(", ", Enumerable.Range(0, Companion.LaneCount(_request.ResultType) * _bits / 512).Select(k => Part(variable, leaf, copy.Row + (k == 0 ? "" : " + " + k.ToString(CultureInfo.InvariantCulture))))) + ")";
            _writer.Line(Vector + " " + copy[leaf.Name] + " = " + load + ";");
        }
    }

    /// <summary>A part of a struct in a row: its access with the parameter replaced by the row's element.</summary>
    private static string Part(ModelParameter variable, Leaf leaf, string row) =>
        variable.Argument() + "[" + row + "]" + leaf.Access.Substring(variable.Argument().Length);

    private void WriteStores(string[] results, Copy copy)
    {
        List<(ModelParameter Variable, string[] Parts)> structs = [];
        List<(string Output, string Value)> columns = [("result", results[0])];
        int next = 1;
        foreach (ModelParameter variable in _hasGradient ? _request.Variables() : [])
        {
            if (variable.Shape == ParameterShape.Scalar)
            {
                columns.Add((variable.Output(), results[next++]));
            }
            else if (variable.Shape == ParameterShape.Struct)
            {
                string[] parts = [.. variable.Leaves.Where(static l => l.Type.IsReal()).Select(copy.Part)];
                foreach (string part in parts)
                {
                    _writer.Line(Vector + " " + part + " = " + results[next++] + ";");
                }
                structs.Add((variable, parts));
            }
        }
        foreach ((string output, string value) in columns)
        {
            _writer.Line("Batch.Store(" + value + ", " + output + ", " + copy.Row + ");");
        }
        foreach (ModelParameter variable in _hasGradient ? _request.Variables().Where(IsRow) : [])
        {
            _writer.Line("Batch.StoreColumns(" + copy[variable.ArrayOutput()] + ", " + variable.Output() + ", " + Columns(variable) + ", " + copy.Row + ");");
        }
        foreach ((ModelParameter variable, string[] parts) in structs)
        {
            string lane = Free("lane"), place = copy.Row + " + " + lane;
            using (_writer.Block("for (int " + lane + " = 0; " + lane + " < " + LaneCount + "; " + lane + "++)"))
            {
                string[] lanes = [.. parts.Select(p => p + "[" + lane + "]")];
                _writer.Line(variable.Output() + "[" + place + "] = " + GradientWriter.Rebuilt(variable, variable.Argument() + "[" + place + "]", lanes) + ";");
            }
        }
    }

    /// <summary>One of the vectors of an interleaved loop: its rows, and how its names are spelled.</summary>
    private sealed class Copy
    {
        private readonly IReadOnlyDictionary<string, string> _names;
        private readonly string _suffix;

        /// <param name="names">What the names of the first vector are called in this one.</param>
        public Copy(BatchWriter batch, IReadOnlyDictionary<string, string> names, int number, string row)
        {
            _names = names;
            _suffix = Interleave.Suffix(number);
            Row = number switch
            {
                0 => row,
                1 => row + " + " + batch.LaneCount,
                _ => row + " + " + number.ToString(CultureInfo.InvariantCulture) + " * " + batch.LaneCount,
            };
            foreach (Leaf leaf in batch._columns.SelectMany(static c => c.Leaves).Where(static l => l.Type.IsReal()))
            {
                Renamed[Name(leaf.Name)] = batch.Free(leaf.Name + "Lanes") + _suffix;
            }
            foreach (ModelParameter variable in batch._request.Variables().Where(IsRow))
            {
                Renamed[Name(variable.ArrayOutput())] = batch.Free(variable.Output() + "Lanes") + _suffix;
            }
        }

        /// <summary>The first row.</summary>
        public string Row { get; }

        /// <summary>From the IR's names of parameters to the C# ones.</summary>
        public Dictionary<string, string> Renamed { get; } = [];

        /// <summary>The C# name of what the IR calls so in the first vector.</summary>
        public string this[string name] => Renamed[Name(name)];

        public string Part(Leaf leaf) => leaf.Name + "Derivative" + _suffix;

        private string Name(string name) => _names.TryGetValue(name, out string? other) ? other : name;
    }
}
