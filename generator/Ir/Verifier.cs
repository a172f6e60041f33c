using System.Collections.Generic;
using System.Linq;

namespace Proxima.Generator.Ir;

/// <summary>Which statements a function may consist of.</summary>
internal enum Form
{
    /// <summary>What the front end builds: variables, scopes and leaves.</summary>
    Source,

    /// <summary>What transforms read: every name is defined once in the whole function, and no statement leaves another.</summary>
    Normal,
}

/// <summary>
/// Checks that a module means something: names are defined before they are read and where they can be seen, types agree, only what may be written
/// is written, leaves have scopes, calls match their callees. Runs after every pass in tests and Debug.
/// </summary>
internal sealed partial class Verifier
{
    private readonly Dictionary<string, Function> _functions;
    private readonly Form _form;
    private readonly List<string> _problems = [];
    private readonly Dictionary<string, Symbol> _visible = [];
    private readonly HashSet<string> _defined = [];
    private readonly Stack<List<string>> _blocks = new();
    private readonly Stack<string> _labels = new();
    private readonly string _function;

    private Verifier(Function function, Dictionary<string, Function> functions, Form form)
    {
        _functions = functions;
        _form = form;
        _function = function.Name;
    }

    private enum SymbolKind
    {
        Value,
        Variable,
        Array,
        Tape,
    }

    public static void Verify(Module module, Form form)
    {
        IReadOnlyList<string> problems = Problems(module, form);
        if (problems.Count > 0)
        {
            throw new VerificationException(problems, Printer.Print(module));
        }
    }

    public static void Verify(Function function, Form form) => Verify(new Module(function, []), form);

    public static IReadOnlyList<string> Problems(Function function, Form form) => Problems(new Module(function, []), form);

    public static IReadOnlyList<string> Problems(Module module, Form form)
    {
        List<string> problems = [];
        Dictionary<string, Function> functions = [];
        Function[] all = [module.Main, .. module.Callees];
        foreach (Function function in all)
        {
            if (functions.ContainsKey(function.Name))
            {
                problems.Add($"{function.Name}: two functions have this name");
            }
            functions[function.Name] = function;
        }
        foreach (Function function in all)
        {
            Verifier verifier = new(function, functions, form);
            verifier.Check(function);
            problems.AddRange(verifier._problems);
        }
        return problems;
    }

    private void Check(Function function)
    {
        _blocks.Push([]);
        foreach (Parameter parameter in function.Parameters)
        {
            bool isScalar = parameter.Kind == ParameterKind.Scalar;
            Define(parameter.Name, new(
                isScalar ? SymbolKind.Value : SymbolKind.Array, parameter.Type, parameter.Kind is ParameterKind.Output or ParameterKind.Accumulator));
            Require(!parameter.IsVariable || parameter.Type.IsReal(), $"variable '{parameter.Name}' is not real");
        }
        foreach (Table table in function.Tables)
        {
            Define(table.Name, new(SymbolKind.Array, table.Type, false));
            foreach (long bits in table.Bits)
            {
                Check(new Constant(table.Type, bits));
            }
        }
        Check(function.Body);
        foreach (Expression result in function.Results)
        {
            Check(result);
        }
    }

    private void Define(string name, Symbol symbol)
    {
        Require(name.Length > 0, "a name is empty");
        if (_visible.ContainsKey(name) || (!_defined.Add(name) && _form == Form.Normal))
        {
            Problem($"'{name}' is defined twice");
            return;
        }
        _visible.Add(name, symbol);
        _blocks.Peek().Add(name);
    }

    private void Enter() => _blocks.Push([]);

    private void Exit()
    {
        foreach (string name in _blocks.Pop())
        {
            _visible.Remove(name);
        }
    }

    private Symbol? Find(string name, params SymbolKind[] kinds)
    {
        if (_visible.TryGetValue(name, out Symbol? symbol) && kinds.Contains(symbol.Kind))
        {
            return symbol;
        }
        string problem = _defined.Contains(name) ? "cannot be seen here" : "is not defined";
        Problem($"'{name}' {(symbol is null ? problem : "is no " + kinds[0].ToString().ToLowerInvariant())}");
        return null;
    }

    private void Require(bool isRight, string problem)
    {
        if (!isRight)
        {
            Problem(problem);
        }
    }

    private void Problem(string problem) => _problems.Add(_function + ": " + problem);

    private sealed record Symbol(SymbolKind Kind, ScalarType Type, bool IsWritable);
}
