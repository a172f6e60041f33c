using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>Writes companions that fill a matrix: <c>FJacobian</c> and <c>FHessian</c>.</summary>
internal sealed partial class MatrixWriter
{
    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly MatrixCompanion _matrix;
    private readonly Layout _inputs;
    private readonly Layout _outputs;
    private readonly Dictionary<string, string> _renamed;
    private readonly HashSet<string> _taken;
    private readonly string _valueMethod;
    private MethodInParts? _method;

    private MatrixWriter(SourceWriter writer, Request request, string valueMethod, MatrixCompanion matrix, IReadOnlyDictionary<string, string> renamed)
    {
        _valueMethod = valueMethod;
        _writer = writer;
        _request = request;
        _matrix = matrix;
        _inputs = Layout.Inputs(request);
        _outputs = Layout.Outputs(request);
        _renamed = renamed.ToDictionary(static r => r.Key, static r => r.Value);
        _taken = [.. request.Parameters.SelectMany(static p => p.Leaves.Select(static l => l.Name).Append(p.Name))];
        _renamed[MatrixCompanion.Column] = ColumnName;
        _renamed[MatrixCompanion.Colours] = Local("colourOf");
    }

    public static void Write(SourceWriter writer, Request request, MatrixCompanion matrix, IReadOnlyDictionary<string, string> renamed)
    {
        if (request.NeedsForm())
        {
            new MatrixWriter(writer, request, request.Caller() + request.ValueMethod(), matrix, renamed).WriteForward();
            writer.Separate();
        }
        MatrixWriter form = new(writer, request.Form(), request.Caller() + request.ValueMethod(), matrix, renamed);
        if (!request.HasFields())
        {
            form.WriteDocumentation(request.Cref);
            Documentation.Remarks(writer, request, matrix.Notes);
        }
        form.WriteMethod();
    }

    /// <summary>A call of the model with the companion's own arguments.</summary>
    private string ModelCall => _valueMethod + "(" + string.Join(", ", _request.Passed()) + ")";

    /// <summary>A local of the companion, numbered where a parameter of the model has its name.</summary>
    private string Local(string name)
    {
        string free = name;
        for (int i = 1; _taken.Contains(free); i++)
        {
            free = name + Index(i);
        }
        return free;
    }

    private bool IsSparse => _matrix.Pattern is not null;

    /// <summary>The number of columns that are computed: those of the matrix, or the colours of its pattern.</summary>
    private string Inputs => Local(IsSparse ? "colours" : "inputs");

    private string ColumnName => Local(IsSparse ? "colour" : "column");

    private string Suffix => IsSparse ? (_matrix.IsHessian ? "HessianValues" : "JacobianValues") : _matrix.Suffix;

    /// <summary>What receives the columns.</summary>
    private string Matrix => IsSparse ? Local("compressed") : _matrix.IsHessian ? "hessian" : "jacobian";

    private string Real => _request.Real();

    private string Head => _request.Modifiers() + " " + _request.ReturnType() + " " + _request.Prefix + Suffix;

    private IReadOnlyList<(string Type, string Name, string Doc)> Operands =>
    [
        .. IsSparse ? new[] { ("Sparsity", "pattern", "What <c>" + _request.Prefix + _matrix.Suffix + "Pattern</c> gave for the same lengths and integers.") } : [],
        .. _matrix.IsHessian ? new[] { ("Span<" + Real + ">", "gradient", "Receives the gradient over the variables, flattened in parameter order.") } : [],
        IsSparse ? ("Span<" + Real + ">", "values", "Receives the entries in the order of the pattern.")
            : _matrix.IsHessian ? ("Span<" + Real + ">", "hessian", "Receives the second derivatives, row-major and symmetric: as many rows and columns as the gradient has elements.")
            : ("Span<" + Real + ">", "jacobian", "Receives the derivatives, row-major: a row per result (spans in parameter order, what is returned last), a column per variable, flattened in parameter order."),
    ];

    private IEnumerable<string> DeclaredOutputs => Operands.Select(static o => o.Type + " " + o.Name);

    private void WriteDocumentation(string cref)
    {
        Documentation.Summary(_writer, _request, "<see cref=\"" + cref + "\"/> and its " + (_matrix.IsHessian ? "gradient and Hessian" : "Jacobian") + (IsSparse ? ", the entries of its pattern" : "") + ".", Operands.Select(static o => (o.Name, o.Doc)));
        _writer.Line("/// <exception cref=\"ArgumentException\">A span has the wrong length, or overlaps another one.</exception>");
    }

    private void WriteForward()
    {
        WriteDocumentation(_request.Cref);
        if (_request.HasFields())
        {
            // The form with the body is private.
            Documentation.Remarks(_writer, _request, _matrix.Notes);
        }
        _writer.Lines(Companion.Signature(Head, _request.Own().Select(static p => p.Declared()), DeclaredOutputs) + " =>");
        using (_writer.Indent())
        {
            _writer.Line(_request.Prefix + Suffix + "(" + string.Join(", ", _request.PassedToForm().Concat(Operands.Select(static o => o.Name))) + ");");
        }
    }

    private void WriteMethod()
    {
        if (_matrix.Lanes is not null)
        {
            _writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        }
        using (_request.Body(_writer, Companion.Signature(Head, _request.Own().Select(static p => p.Declared()), DeclaredOutputs)))
        {
            _request.WriteLeaves(_writer, _request.Parameters);
            WriteChecks();
            if (IsSparse && _matrix.Mode != MatrixMode.Iterations)
            {
                _writer.Line("using Workspace<" + Real + "> " + Matrix + "Workspace = new([], pattern.Rows * " + Inputs + ");");
                _writer.Line("Span<" + Real + "> " + Matrix + " = " + Matrix + "Workspace.Span;");
            }
            _writer.Separate();
            switch (_matrix.Mode)
            {
                case MatrixMode.Unrolled:
                    WriteUnrolled();
                    break;
                case MatrixMode.Row:
                    WriteRow();
                    break;
                case MatrixMode.Iterations:
                    WriteIterations(_matrix.Lanes!);
                    break;
                case MatrixMode.OneByOne:
                    WriteOneByOne();
                    break;
                default:
                    WriteLanes(_matrix.Lanes!);
                    break;
            }
        }
        _method?.WriteParts(_writer, showsSources: _matrix.Mode == MatrixMode.Row);
    }

    private string SizeText(Layout layout)
    {
        // Lengths read the spans that the companion has.
        Dictionary<string, string> names = _request.Parameters.SelectMany(static p => p.Leaves.Select(l => (p, l))).GroupBy(static x => x.l.Name)
            .ToDictionary(static x => x.Key, x => _renamed.TryGetValue(x.Key, out string? renamed) ? renamed : Keywords.Escape(x.Key));
        return new ExpressionText(n => names.TryGetValue(n, out string? name) ? name : n, Shape.Scalar).Text(layout.Size);
    }

    private void WriteChecks()
    {
        string outputs = SizeText(_matrix.IsHessian ? _inputs : _outputs);
        if (IsSparse)
        {
            _writer.Line("Batch.RequirePattern(pattern, " + outputs + ", " + SizeText(_inputs) + ");");
            _writer.Line("Batch.RequireLength(values, pattern.NonZeros);");
            if (_matrix.IsHessian)
            {
                _writer.Line("Batch.RequireLength(gradient, " + SizeText(_inputs) + ");");
            }
            if (_matrix.Mode == MatrixMode.Iterations)
            {
                WriteOverlaps();
                return;
            }
            _writer.Line("int " + Inputs + " = pattern." + (_matrix.IsHessian ? "SymmetricColourCount" : "ColourCount") + ";");
            if (_matrix.Mode == MatrixMode.Columns)
            {
                _writer.Line("ReadOnlySpan<int> " + Local("colourOf") + " = pattern." + (_matrix.IsHessian ? "SymmetricColours" : "Colours") + ";");
            }
        }
        else
        {
            WriteSizes(outputs);
        }
        WriteOverlaps();
    }

    /// <summary>The sizes of the dense matrix; straight code, which knows them, needs no local.</summary>
    private void WriteSizes(string outputs)
    {
        if (_inputs.Count is null || _matrix.Mode is not (MatrixMode.Unrolled or MatrixMode.Row))
        {
            _writer.Line("int " + Inputs + " = " + SizeText(_inputs) + ";");
        }
        string inputs = _inputs.Count is { } known ? Index(known) : Inputs;
        if (_matrix.IsHessian)
        {
            _writer.Line("Batch.RequireLength(gradient, " + inputs + ");");
        }
        string rows = _matrix.IsHessian ? inputs : outputs.Contains(" ") ? "(" + outputs + ")" : outputs;
        int? count = _matrix.IsHessian ? _inputs.Count : _outputs.Count;
        string size = count * _inputs.Count is { } area ? Index(area) : rows == "1" ? inputs : rows + " * " + inputs;
        _writer.Line("Batch.RequireLength(" + Matrix + ", " + size + ");");
    }

    private void WriteOverlaps()
    {
        (string Name, string Type)[] inputs = [.. _request.Parameters.Where(static p => p.Shape != ParameterShape.Result).SelectMany(static p => p.Leaves.Where(static l => l.IsArray).Select(l => (Companion.AsSpan(p, l), l.Type.Keyword())))];
        (string Name, string Type)[] outputs_ = [.. _request.ResultSpans().Select(static y => (y.Argument(), y.Type.Keyword())), .. _matrix.IsHessian ? new[] { ("gradient", Real) } : [], (Operands[Operands.Count - 1].Name, Real)];
        for (int i = 0; i < outputs_.Length; i++)
        {
            Companion.WriteOverlap(_writer, "RequireDisjoint", outputs_[i].Name, outputs_[i].Type, inputs.Concat(outputs_.Skip(i + 1)));
        }
    }

    private MethodInParts InParts(Function function, Shape shape) => _method = new(_request, function, _request.Prefix + Suffix, shape, _renamed);

    private StatementWriter Statements(Function function, MethodInParts method, IEnumerable<string>? kept = null) =>
        new(_writer, function, method.Shape, method.Renamed, Kept().Concat(kept ?? []), method.IsInParts);

    private StatementWriter Statements(Function function, Shape shape, IEnumerable<string>? kept = null) =>
        new(_writer, function, shape, _renamed, Kept().Concat(kept ?? []));

    private IEnumerable<string> Kept() =>
        _request.Kept().Concat([Inputs, ColumnName, Local("row"), "gradient", "hessian", "jacobian", Local("direction"), Local("product"), "pattern", "values", Matrix, Matrix + "Workspace", Local("colourOf"), Local("rowLanes"), Local("siteColumns")]).Concat(_renamed.Values.Select(static v => v + "Workspace"));

    /// <summary>After the last column: the other triangle, or the entries of the pattern.</summary>
    private void WriteFinish()
    {
        if (IsSparse)
        {
            _writer.Line("pattern." + (_matrix.IsHessian ? "DecompressSymmetric" : "Decompress") + "<" + Real + ">(" + Matrix + ", values);");
        }
        else if (_matrix.IsHessian)
        {
            _writer.Line("Batch.Symmetrise(hessian, " + Inputs + ");");
        }
    }

    private static string Index(int value) => Literals.Text(Build.Int(value));

    private string ReturnText(IReadOnlyList<string> parts) =>
        _request.Return is not { } returned ? "" : "return " + (returned.Shape == ParameterShape.Struct ? GradientWriter.Rebuilt(returned, "", parts) : parts[0]) + ";";

    private void WriteReturn(IReadOnlyList<string> parts)
    {
        if (_request.Return is not null)
        {
            _writer.Line(ReturnText(parts));
        }
    }

    private void WriteUnrolled()
    {
        MethodInParts method = InParts(_matrix.Function!, Shape.Scalar);
        Function function = method.Main;
        StatementWriter statements = Statements(function, method);
        statements.WriteTables(function);
        method.WriteHead(_writer);
        statements.Write(function.Body);
        _writer.Separate();
        int n = _inputs.Count!.Value, values = _request.ReturnCount(), rows = _matrix.IsHessian ? n : values;
        EquatableArray<Expression> results = function.Results;
        for (int i = 0; i < n && _matrix.IsHessian; i++)
        {
            _writer.Line("gradient[" + Index(i) + "] = " + statements.Text(results[values + i]) + ";");
        }
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < n; j++)
            {
                // Of a symmetric matrix one triangle is computed; the other is the same numbers.
                string value = !_matrix.IsHessian ? statements.Text(results[values + (j * values) + i])
                    : i > j ? Matrix + "[" + Index((j * n) + i) + "]"
                    : statements.Text(results[values + n + (j * (j + 1) / 2) + i]);
                _writer.Line(Matrix + "[" + Index((i * n) + j) + "] = " + value + ";");
            }
        }
        WriteReturn([.. Enumerable.Range(0, values).Select(k => statements.Text(results[k]))]);
    }

    /// <summary>The gradient of the only result is the only row.</summary>
    private void WriteRow()
    {
        ExpressionText text = new(n => _renamed.TryGetValue(n, out string? r) ? r : Keywords.Escape(n), Shape.Scalar);
        foreach (FlatPlace place in _inputs.Places.Where(static p => p.Leaf.IsArray))
        {
            string output = "d" + place.Parameter.Capital + "Row";
            _renamed[place.Parameter.ArrayOutput()] = output;
            _writer.Line("Span<" + place.Leaf.Type.Keyword() + "> " + output + " = jacobian.Slice(" + text.Text(place.Start) + ", " + text.Text(new Length(place.Leaf.Name)) + ");");
            _writer.Line(output + ".Clear();");
        }
        MethodInParts method = InParts(_matrix.Function!, Shape.Scalar);
        Function function = method.Main;
        StatementWriter statements = Statements(function, method);
        statements.ShowsSources = true;
        statements.WriteTables(function);
        method.WriteHead(_writer);
        statements.Write(function.Body);
        _writer.Separate();
        int next = 1;
        foreach (FlatPlace place in _inputs.Places.Where(static p => !p.Leaf.IsArray))
        {
            _writer.Line("jacobian[" + statements.Text(place.Start) + "] = " + statements.Text(function.Results[next++]) + ";");
        }
        WriteReturn([statements.Text(function.Results[0])]);
    }
}
