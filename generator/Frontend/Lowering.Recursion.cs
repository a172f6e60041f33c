using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>
/// Methods that call themselves become functions of their own: scalars by value, structs field by field, arrays whole with the offset and length of
/// a span beside them. Locals that a recursive local function captures are further parameters.
/// </content>
internal sealed partial class Lowering
{
    private readonly Dictionary<string, Callee> _callees = [];
    private readonly List<Function> _functions = [];
    private readonly HashSet<string> _functionNames = [];

    /// <summary>A recursive method in one of its instantiations; the outside data it is called with is the same at every call.</summary>
    private sealed class Callee(string name, ITypeSymbol result, IReadOnlyList<ISymbol> captured)
    {
        public string Name { get; } = name;

        public ITypeSymbol Result { get; } = result;

        public IReadOnlyList<ISymbol> Captured { get; } = captured;

        public Dictionary<int, string> Outside { get; } = [];

        /// <summary>Array parameters that every call passes whole, so that no offset comes with them.</summary>
        public HashSet<int> Whole { get; } = [];
    }

    public EquatableArray<Function> Functions => _functions.ToEquatableArray();

    private Value CallRecursive(IOperation operation, IMethodSymbol method, Body body, Frame? lexical, Argument? receiver, Argument[] arguments)
    {
        if (method.Parameters.Any(static p => p.RefKind is RefKind.Ref or RefKind.Out))
        {
            throw Recursive(operation, method, "has ref or out parameters; return a tuple instead");
        }
        ITypeSymbol result = Concrete(method.ReturnType);
        if (DefaultOf(result) is not { } zero)
        {
            throw Recursive(operation, method, "does not return numbers; return a number, a struct or a tuple");
        }
        // A body that is differentiated less often has fewer rules in it.
        string key = Text.Of(_levels) + Bodies.Definition(method).ToDisplayString() + "<" + string.Join(", ", method.TypeArguments.Select(t => Concrete(t).ToDisplayString())) + ">"
            + Concrete(method.ContainingType).ToDisplayString();
        bool isNew = !_callees.TryGetValue(key, out Callee callee);
        if (isNew)
        {
            callee = new(FunctionName(method.Name), result, Captures(operation, method, body));
            _callees.Add(key, callee);
        }
        List<Value> values = arguments.Select(static a => a.Value ?? Read(a.Place!)).ToList();
        values.AddRange(callee.Captured.Select(symbol => Read((lexical?.Find(symbol) ?? _frame.Find(symbol))!)));
        values.Add(receiver is null ? new Composite(result, []) : receiver.Value ?? Read(receiver.Place!));
        List<Expression> scalars = [];
        List<string> arrays = [];
        for (int i = 0; i < values.Count; i++)
        {
            if (isNew && values[i] is View { IsWhole: true } && i < method.Parameters.Length && method.Parameters[i].Type is IArrayTypeSymbol)
            {
                callee.Whole.Add(i);
            }
            Flatten(operation, method, callee, i, values[i], isNew, scalars, arrays);
        }
        if (isNew)
        {
            LowerCallee(method, body, lexical, callee, values, receiver is not null);
        }
        List<Result> results = [];
        Value read = MapExpressions(zero, e =>
        {
            string name = _function.Names.Temporary(ResultName(method));
            results.Add(new(name, e.Type));
            return Build.Name(name, e.Type);
        });
        Emit(new Call(results.ToEquatableArray(), callee.Name, scalars.ToEquatableArray(), arrays.ToEquatableArray()));
        return read;
    }

    private Problem Recursive(IOperation operation, IMethodSymbol method, string why) =>
        new(DiagnosticIds.RecursiveCallee, operation.Syntax.GetLocation(), method.Name, _model.Name, why);

    private string FunctionName(string name)
    {
        _functionNames.Add(_model.Name);
        for (int digit = 0; ; digit++)
        {
            string candidate = digit == 0 ? name : name + Text.Of(digit);
            if (_functionNames.Add(candidate))
            {
                return candidate;
            }
        }
    }

    private void Flatten(IOperation operation, IMethodSymbol method, Callee callee, int position, Value value, bool isNew, List<Expression> scalars, List<string> arrays)
    {
        switch (value)
        {
            case Scalar scalar:
                scalars.Add(scalar.Expression);
                break;
            case Composite composite:
                foreach (Value field in composite.Fields)
                {
                    Flatten(operation, method, callee, position, field, isNew, scalars, arrays);
                }
                break;
            case View { IsWhole: true } view when callee.Whole.Contains(position):
                arrays.AddRange(view.Arrays);
                break;
            case View when callee.Whole.Contains(position):
                throw Recursive(operation, method, "is called with a part of an array; take a span instead");
            case View view:
                arrays.AddRange(view.Arrays);
                scalars.Add(view.Offset);
                scalars.AddRange(view.Dimensions);
                break;
            case Outside outside when outside.Arguments.Count == 0 && (isNew || (callee.Outside.TryGetValue(position, out string same) && same == outside.Text)):
                callee.Outside[position] = outside.Text;
                break;
            default:
                throw Recursive(operation, method, "is called with different data of the caller's or with a delegate; pass numbers, arrays and spans");
        }
    }

    /// <summary>Locals and parameters of enclosing methods that a local function reads.</summary>
    private List<ISymbol> Captures(IOperation operation, IMethodSymbol method, Body body)
    {
        List<ISymbol> captured = [];
        if (method.MethodKind != MethodKind.LocalFunction)
        {
            return captured;
        }
        foreach (IOperation part in body.Block!.Descendants())
        {
            ISymbol? symbol = part switch
            {
                ILocalReferenceOperation { ConstantValue.HasValue: false } local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } callee } when !SymbolEqualityComparer.Default.Equals(callee.OriginalDefinition, method.OriginalDefinition) =>
                    throw Recursive(operation, method, "calls another local function; make it a static method"),
                _ => null,
            };
            if (symbol is null || IsInside(symbol, method.OriginalDefinition) || captured.Contains(symbol, SymbolEqualityComparer.Default))
            {
                continue;
            }
            if (body.Effects.IsAssigned(symbol) || body.Effects.IsWritten(symbol))
            {
                throw Recursive(operation, method, $"assigns '{symbol.Name}', which it captures; return the value instead");
            }
            captured.Add(symbol);
        }
        return captured;
    }

    private static bool IsInside(ISymbol symbol, IMethodSymbol function)
    {
        for (ISymbol? owner = symbol.ContainingSymbol; owner is not null; owner = owner.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(owner, function))
            {
                return true;
            }
        }
        return false;
    }

    private void LowerCallee(IMethodSymbol method, Body body, Frame? lexical, Callee callee, List<Value> values, bool hasReceiver)
    {
        (Scratch function, Frame frame, List<Statement> block, Position position, int inlining) = (_function, _frame, _block, _position, _inlining);
        List<(IMethodSymbol, Value[], Expression)> ruled = _ruled;
        _ruled = []; // their names are those of the caller
        Dictionary<ILabelSymbol, Jump> jumps = new(_jumps, SymbolEqualityComparer.Default);
        Frame own = new(method.OriginalDefinition, null, body.Effects, isModel: true);
        AddTypeArguments(own, method);
        for (Frame? outer = lexical; outer is not null; outer = outer.Lexical)
        {
            foreach (KeyValuePair<ISymbol, ITypeSymbol> argument in outer.TypeArguments)
            {
                own.TypeArguments[argument.Key] = argument.Value;
            }
        }
        (_function, _frame, _block, _inlining) = (new(LocalNames.For(body.Syntax)) { Recursive = method }, own, [], 0);
        List<Parameter> parameters = [];
        IMethodSymbol definition = Bodies.Definition(method);
        List<(IParameterSymbol Symbol, Value Value)> assigned = [];
        for (int i = 0; i < values.Count; i++)
        {
            bool isReceiver = i == values.Count - 1;
            ISymbol? symbol = i < definition.Parameters.Length ? definition.Parameters[i] : isReceiver ? null : callee.Captured[i - definition.Parameters.Length];
            if (isReceiver && !hasReceiver)
            {
                break;
            }
            Value value = AsParameter(values[i], symbol?.Name ?? "self", parameters, callee.Whole.Contains(i));
            if (isReceiver)
            {
                own.This = body.Effects.AssignsThis ? Declare(body.Block!, ((Composite)value).Type, "copy", value, isAssigned: true) : new Fixed(value);
            }
            else if (symbol is IParameterSymbol parameter && body.Effects.IsAssigned(symbol))
            {
                assigned.Add((parameter, value));
            }
            else
            {
                own.Places[symbol!] = new Fixed(value);
            }
        }
        foreach ((IParameterSymbol symbol, Value value) in assigned)
        {
            own.Places[symbol] = Declare(body.Block!, Concrete(symbol.Type), symbol.Name, value, isAssigned: true);
        }
        Value result = LowerBody(body.Block!, method, body, isRead: true)!;
        List<Expression> results = [];
        MapExpressions(result, e =>
        {
            results.Add(e);
            return e;
        });
        _functions.Add(new(callee.Name, parameters.ToEquatableArray(), _function.Tables.ToEquatableArray(), new(_block.ToEquatableArray()), results.ToEquatableArray()));
        (_function, _frame, _block, _position, _inlining, _ruled) = (function, frame, block, position, inlining, ruled);
        _jumps.Clear();
        foreach (KeyValuePair<ILabelSymbol, Jump> jump in jumps)
        {
            _jumps.Add(jump.Key, jump.Value);
        }
    }

    private Value AsParameter(Value value, string name, List<Parameter> parameters, bool isWhole = false)
    {
        switch (value)
        {
            case Scalar scalar:
                string own = _function.Names.Own(name);
                parameters.Add(new(own, scalar.Type, ParameterKind.Scalar, scalar.Type.IsReal()));
                return new Scalar(Build.Name(own, scalar.Type));
            case Composite composite:
                return new Composite(composite.Type, composite.Fields.Select((field, i) => AsParameter(field, FieldName(composite.Type, name, i)!, parameters)).ToArray());
            case View view:
                IReadOnlyList<(string Path, ScalarType Type)> leaves = Types.LeavesOf(view.Element)!;
                string[] arrays = leaves.Select(leaf => _function.Names.Own(name + leaf.Path)).ToArray();
                for (int i = 0; i < arrays.Length; i++)
                {
                    parameters.Add(new(arrays[i], leaves[i].Type, ParameterKind.Array, leaves[i].Type.IsReal()));
                    _function.ConstantArrays.Add(arrays[i]);
                }
                if (isWhole)
                {
                    return new View(view.Element, arrays, Build.Int(0), [new Length(arrays[0])]) { IsWhole = true };
                }
                Expression offset = Size(name + "Start");
                return new View(view.Element, arrays, offset, view.Dimensions.Select((_, i) => Size(name + (view.Dimensions.Length == 1 ? "Length" : "Size"))).ToArray());
            default:
                return value;
        }

        Expression Size(string wanted)
        {
            string size = _function.Names.Foreign(wanted);
            parameters.Add(new(size, ScalarType.Int, ParameterKind.Scalar, false));
            return Build.Name(size, ScalarType.Int);
        }
    }
}
