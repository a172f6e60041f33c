using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Backend;

/// <summary>Writes the statements of a function in normal form as C#.</summary>
internal sealed partial class StatementWriter
{
    private readonly SourceWriter _writer;
    private readonly Variables _variables;
    private readonly Shape _shape;
    private readonly ExpressionText _text;
    private readonly IReadOnlyDictionary<string, string> _renamed;
    private readonly Dictionary<string, string> _spelling;
    private readonly HashSet<string> _declared;
    private string _lastSource = "";
    private readonly Dictionary<string, Expression> _lengths = [];
    private int _loops;

    /// <param name="renamed">Names that are spelled otherwise in C#: parameters that the method reads from elsewhere.</param>
    /// <param name="kept">Names that the method uses around the statements.</param>
    /// <param name="isInParts">True for a method in parts and for its parts: a value has the same name in each.</param>
    public StatementWriter(SourceWriter writer, Function function, Shape shape, IReadOnlyDictionary<string, string> renamed, IEnumerable<string>? kept = null, bool isInParts = false)
    {
        _writer = writer;
        _variables = Variables.Of(function, shape.Names);
        _spelling = Spelling.Of(function, _variables, (kept ?? []).Concat(renamed.Values), isInParts);
        _shape = shape;
        _renamed = renamed;
        _text = new(Spelled, shape);
        _declared = [.. function.Parameters.Select(static p => p.Name)];
    }

    /// <summary>True for a gradient: groups of its adjoint sweep are headed by the source statement they reverse.</summary>
    public bool ShowsSources { get; set; }

    public string Text(Expression expression) => _text.Text(expression);

    public string Lanes(Expression expression) => _text.Lanes(expression);

    /// <summary>Constant tables, which the compiler keeps in the assembly's data.</summary>
    public void WriteTables(Function function)
    {
        HashSet<string> read = [.. Walker.Expressions(function.Body).OfType<Element>().Select(static e => e.Array), .. Walker.Statements(function.Body).OfType<Call>().SelectMany(static c => c.Arrays)];
        foreach (Table table in function.Tables.Where(t => read.Contains(t.Name)))
        {
            IEnumerable<string> items = table.Bits.Select(b => Literals.Text(new Constant(table.Type, b)));
            _writer.Line("ReadOnlySpan<" + table.Type.Keyword() + "> " + Spelled(table.Name) + " = [" + string.Join(", ", items) + "];");
        }
    }

    public void Write(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Write(statement);
            if (Throws(statement))
            {
                return; // what follows would be unreachable
            }
        }
    }

    private static bool Throws(Statement statement) => statement is Throw || (statement is If branch && Throws(branch.Then) && Throws(branch.Else));

    private static bool Throws(Block block) => block.Statements.Any(Throws);

    private string Spelled(string name)
    {
        string variable = _variables[name];
        return _renamed.TryGetValue(variable, out string? renamed) ? renamed
            : Keywords.Escape(_spelling.TryGetValue(variable, out string? spelled) ? spelled : variable);
    }

    private void Write(Statement statement)
    {
        Head(statement);
        switch (statement)
        {
            case Let let:
                Define(let.Name, let.Value);
                break;
            case Add { Index: Apply each, IsFused: true } add when Varying.IsRamp(each):
                _writer.Line("Batch.Store(" + Lanes(add.Sum(new Element(add.Value.Type, add.Array, each))) + ", " + Spelled(add.Array) + ", " + _text.Elements(each) + ");");
                break;
            case Add { Index: Apply each } add when Varying.IsRamp(each):
                _writer.Line("Batch.Add(" + Lanes(add.Value) + ", " + Spelled(add.Array) + ", " + _text.Elements(each) + ");");
                break;
            case Store { Index: Apply each } store when Varying.IsRamp(each):
                _writer.Line("Batch.Store(" + Lanes(store.Value) + ", " + Spelled(store.Array) + ", " + _text.Elements(each) + ");");
                break;
            case Store store:
                WriteStore(store);
                break;
            case Add add:
                WriteAdd(add);
                break;
            case NewArray array:
                WriteNewArray(array);
                break;
            case Slice { IsWalked: true } walked:
                _writer.Line((walked.IsReadOnly ? "ReadOnlySpan<" : "Span<") + ElementType(walked.Name, walked.Type) + "> " + Spelled(walked.Name) + " = Batch.Part(" + Spelled(walked.Array) + ", " + Text(walked.Offset) + ", " + Text(walked.Length) + ");");
                break;
            case Slice slice:
                string source = Spelled(slice.Array);
                bool isWhole = slice.Offset is Constant { Bits: 0 } && _lengths.TryGetValue(slice.Array, out Expression? length) && length.Equals(slice.Length);
                _writer.Line("Span<" + ElementType(slice.Name, slice.Type) + "> " + Spelled(slice.Name) + " = " + source + (isWhole ? "" : ".Slice(" + Text(slice.Offset) + ", " + Text(slice.Length) + ")") + ";");
                if (slice.IsFresh)
                {
                    _writer.Line(Spelled(slice.Name) + ".Clear();");
                }
                break;
            case NewTape tape:
                _writer.Line("using Tape<" + ElementType(tape.Name, tape.Type) + "> " + Spelled(tape.Name) + " = new(stackalloc " + ElementType(tape.Name, tape.Type) + "[64]);");
                break;
            case Push push:
                _writer.Line(Spelled(push.Tape) + ".Push(" + Value(push.Value, _shape.Arrays.Contains(push.Tape)) + ");");
                break;
            case Pop pop:
                DefineText(pop.Name, pop.Type, Spelled(pop.Tape) + ".Pop()");
                break;
            case Call call:
                WriteCall(call);
                break;
            case Contract contract:
                WriteContract(contract);
                break;
            case Throw thrown:
                _writer.Line("throw " + _text.Text(new External(ScalarType.Int, thrown.Text, thrown.Arguments)) + ";");
                break;
            case If branch:
                WriteBranch(branch);
                break;
            case For loop:
                WriteFor(loop);
                break;
            case While loop:
                WriteWhile(loop);
                break;
            default:
                throw new System.InvalidOperationException(statement.GetType().Name);
        }
    }

    /// <summary>A comment with the source statement that the following statements reverse.</summary>
    private void Head(Statement statement)
    {
        if (!ShowsSources || statement.Source == _lastSource || statement.Source.Length == 0)
        {
            return;
        }
        _lastSource = statement.Source;
        _writer.Separate();
        _writer.Line("// " + statement.Source);
    }

    private void Define(string name, Expression value)
    {
        string variable = _variables[name];
        bool isLanes = _shape.Names.Contains(name);
        if (_declared.Contains(variable) && Compound(variable, value, isLanes) is { } compound)
        {
            _writer.Line(compound);
            return;
        }
        if (value is Read read && _variables[read.Name] == variable)
        {
            return;
        }
        DefineText(name, value.Type, Value(value, isLanes));
    }

    private void DefineText(string name, ScalarType type, string value)
    {
        string variable = _variables[name];
        bool isNew = _declared.Add(variable);
        _writer.Line((isNew ? _shape.Type(type, _shape.Names.Contains(name)) + " " : "") + Spelled(name) + " = " + value + ";");
    }

    /// <summary>x = x + e as <c>x += e</c>; also e + x and e · x, which are the same numbers.</summary>
    private string? Compound(string variable, Expression value, bool isLanes)
    {
        if (value is not Apply { Arguments: [var left, var right], Primitive: var p })
        {
            return null;
        }
        bool Is(Expression e) => e is Read read && _variables[read.Name] == variable;
        if ((p == Arithmetic.Plus || (p == Arithmetic.Times && value.Type.IsReal())) && Is(right) && !Is(left))
        {
            (left, right) = (right, left);
        }
        return Is(left) && p.Operator is "+" or "-" or "*" or "/"
            ? Is(left) ? Spelled(variable) + " " + p.Operator + "= " + Value(right, isLanes) + ";" : null
            : null;
    }

    private string Value(Expression value, bool asLanes) => asLanes ? Lanes(value) : Text(value);

    private string ElementType(string array, ScalarType type) => _shape.Type(type, _shape.Arrays.Contains(array));

    private void WriteAdd(Add add)
    {
        bool isLanes = _shape.Arrays.Contains(add.Array);
        string target = Spelled(add.Array) + "[" + Text(add.Index) + "]";
        _writer.Line(target + (add.IsFused ? " = " + Value(add.Sum(new Element(add.Value.Type, add.Array, add.Index)), isLanes) : " += " + Value(add.Value, isLanes)) + ";");
    }

    private void WriteStore(Store store)
    {
        bool isLanes = _shape.Arrays.Contains(store.Array);
        string target = Spelled(store.Array) + "[" + Text(store.Index) + "]";
        if (store.Value is Apply { Arguments: [Element element, var added], Primitive.Operator: "+" or "-" } sum && element.Array == store.Array && element.Index.Equals(store.Index))
        {
            _writer.Line(target + " " + sum.Primitive.Operator + "= " + Value(added, isLanes) + ";");
            return;
        }
        _writer.Line(target + " = " + Value(store.Value, isLanes) + ";");
    }

    private void WriteNewArray(NewArray array)
    {
        string type = ElementType(array.Name, array.Type), name = Spelled(array.Name);
        _lengths[array.Name] = array.Length;
        if (array.Type is ScalarType.Form or ScalarType.FormTruth)
        {
            // They refer to their graph: no stack space, and zeros already.
            _writer.Line("Span<" + type + "> " + name + " = new " + type + "[" + Text(array.Length) + "];");
            return;
        }
        if (_loops > 0)
        {
            // Storage of a length that only the loop knows: no stack space, which would pile up.
            _writer.Line("using Workspace<" + type + "> " + name + "Workspace = new([], " + Text(array.Length) + ");");
            _writer.Line("Span<" + type + "> " + name + " = " + name + "Workspace.Span;");
        }
        else if (array.Length is Constant { Bits: >= 0 and <= 128 })
        {
            _writer.Line("Span<" + type + "> " + name + " = stackalloc " + type + "[" + Text(array.Length) + "];");
        }
        else
        {
            _writer.Line("using Workspace<" + type + "> " + name + "Workspace = new(stackalloc " + type + (_shape.Arrays.Contains(array.Name) ? "[16], " : "[64], ") + Text(array.Length) + ");");
            _writer.Line("Span<" + type + "> " + name + " = " + name + "Workspace.Span;");
        }
        if (array.NeedsZeros)
        {
            _writer.Line(name + ".Clear();");
        }
    }

    private void WriteCall(Call call)
    {
        // Where rows become columns, the matrix comes first.
        List<string> arguments = call.Function == LaneOperations.LoadColumns
            ? [Spelled(call.Arrays[0]), .. call.Arguments.Select(Text), Spelled(call.Arrays[1])]
            : [.. call.Arguments.Select(Text), .. call.Arrays.Select(Spelled)];
        string invocation = Spelled(call.Function);
        if (call.Results.Count == 1)
        {
            DefineText(call.Results[0].Name, call.Results[0].Type, invocation + "(" + string.Join(", ", arguments) + ")");
            return;
        }
        IEnumerable<string> results = call.Results.Select(r => "out " + (_declared.Add(_variables[r.Name]) ? r.Type.Keyword() + " " : "") + Spelled(r.Name));
        _writer.Line(invocation + "(" + string.Join(", ", arguments.Concat(results)) + ");");
    }
}
