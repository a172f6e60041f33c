using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>Calls: which method is meant, and its arguments in C#'s order.</content>
internal sealed partial class Lowering
{
    /// <summary>Null for a method without result.</summary>
    private Value? LowerCall(IInvocationOperation call, bool isRead)
    {
        IMethodSymbol method = call.TargetMethod;
        if (IsDropped(method))
        {
            return null;
        }
        if (NestedCompanion.IsGenerated(method) && Restated(CallNested(call)) is { } nested)
        {
            return nested;
        }
        if (Guarded(call))
        {
            return null;
        }
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return LowerDelegateCall(call, isRead);
        }
        if (call.ConstrainedToType is { } constrained || (call.Instance?.Type is ITypeParameterSymbol && (constrained = call.Instance.Type) is not null))
        {
            method = Implementation(call, Concrete(constrained), method);
        }
        (Argument? receiver, Argument[] arguments) = LowerArguments(call.Instance, method, call.Arguments);
        if (_bodies.Rules.Of(method) is { } rule)
        {
            return CallWithRule(call, method, rule, receiver, arguments);
        }
        if (Known(call, method, receiver, arguments) is { } known)
        {
            return known.Value;
        }
        return Invoke(call, method, receiver, arguments, isRead);
    }

    /// <summary>Calls that only exist while debugging.</summary>
    private static bool IsDropped(IMethodSymbol method) => Types.FullName(method.ContainingType) is "System.Diagnostics.Debug" or "System.Diagnostics.Trace";

    private (Argument? Receiver, Argument[] Arguments) LowerArguments(IOperation? instance, IMethodSymbol method, ImmutableArray<IArgumentOperation> operations)
    {
        Argument?[] all = new Argument?[operations.Length + 1];
        int[] marks = new int[all.Length];
        all[0] = instance is null ? null : new(null, LowerPlace(instance));
        marks[0] = _block.Count;
        for (int i = 0; i < operations.Length; i++)
        {
            IArgumentOperation operation = operations[i];
            all[i + 1] = operation.Parameter is { RefKind: RefKind.Ref or RefKind.Out } ? Reference(operation) : new(Lower(operation.Value), null);
            marks[i + 1] = _block.Count;
        }
        for (int i = all.Length - 2; i >= 0; i--)
        {
            all[i] = all[i] switch
            {
                { Value: { } value } => new(Hold(value, marks[i]), null),
                { Place: Fixed { Value: { } value } } => new(null, new Fixed(Hold(value, marks[i]))),
                { Place: { } place } => new(null, Hold(place, marks[i])),
                null => null,
                var other => other,
            };
        }
        Argument[] arguments = new Argument[method.Parameters.Length];
        for (int i = 0; i < operations.Length; i++)
        {
            arguments[operations[i].Parameter!.Ordinal] = all[i + 1]!;
        }
        RefuseAliases(operations, all);
        return (all[0], arguments);
    }

    private Argument Reference(IArgumentOperation operation)
    {
        Place place = LowerPlace(operation.Value);
        return place switch
        {
            Cell or ElementCell or FieldCells => new(null, place is FieldCells or ElementCell ? StablePlace(operation, place) : place),
            Discarded => new(null, DeclareUnassigned(operation, Concrete(operation.Parameter!.Type), "ignored")),
            OutsidePlace outside => throw Mutation(operation.Value, outside.Name),
            _ => throw Unsupported(operation, operation.Syntax.ToString(), "pass numbers, bools, or structs and tuples of them by reference"),
        };
    }

    /// <summary>A reference to an element keeps the index it was made with; an array that is written must be ours.</summary>
    private Place StablePlace(IOperation operation, Place place) => place switch
    {
        ElementCell element => new ElementCell(Writable(operation, element.Array), Stable(element.Index), element.Type),
        FieldCells fields => new FieldCells(fields.Type, fields.Fields.Select(field => StablePlace(operation, field)).ToArray()),
        _ => place,
    };

    private void RefuseAliases(ImmutableArray<IArgumentOperation> operations, Argument?[] all)
    {
        HashSet<string> seen = [];
        for (int i = 0; i < operations.Length; i++)
        {
            if (operations[i].Parameter is not { RefKind: RefKind.Ref or RefKind.Out } || all[i + 1]?.Place is not { } place)
            {
                continue;
            }
            List<string> names = [];
            AddReferences(place, names);
            if (names.Any(name => !seen.Add(name)))
            {
                throw new Problem(DiagnosticIds.Aliasing, operations[i].Syntax.GetLocation(), operations[i].Value.Syntax.ToString(), _model.Name);
            }
        }
    }

    private static void AddReferences(Place place, List<string> names)
    {
        switch (place)
        {
            case Cell cell:
                names.Add(cell.Name);
                break;
            case ElementCell { Index: Constant constant } element:
                names.Add(element.Array + "[" + Text.Of((int)constant.Bits) + "]");
                break;
            case ElementCell element:
                names.Add(element.Array);
                break;
            case FieldCells fields:
                foreach (Place field in fields.Fields)
                {
                    AddReferences(field, names);
                }
                break;
        }
    }

    /// <summary>The method that a call through an interface reaches when the receiver's type is known.</summary>
    private IMethodSymbol Implementation(IOperation operation, ITypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface)
        {
            return method;
        }
        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, method.ContainingType.OriginalDefinition))
            {
                continue;
            }
            foreach (ISymbol member in contract.GetMembers(method.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition)
                    && type.FindImplementationForInterfaceMember(member) is IMethodSymbol found && found.ContainingType.TypeKind != TypeKind.Interface)
                {
                    return method.IsGenericMethod ? found.Construct(method.TypeArguments.Select(Concrete).ToArray()) : found;
                }
            }
        }
        throw Unsupported(operation, $"the interface call '{method.Name}'", "call a method of a struct or class that is known here");
    }

    private Value? LowerDelegateCall(IInvocationOperation call, bool isRead)
    {
        if (Lower(call.Instance!) is not Closure closure)
        {
            throw Unsupported(call, $"the delegate call '{Text.Folded(call.Instance!.Syntax)}'", "call a method, or a lambda that is a local of the model");
        }
        (_, Argument[] arguments) = LowerArguments(null, call.TargetMethod, call.Arguments);
        if (closure.Body is not null)
        {
            Body body = new(closure.Body, null, closure.Captured!.Effects, closure.Body.Syntax);
            return Inline(call, closure.Method, body, closure.Captured, null, arguments, isRead);
        }
        Argument? receiver = closure.Receiver is null ? null : new(closure.Receiver, null);
        if (_bodies.Rules.Of(closure.Method) is { } rule)
        {
            return CallWithRule(call, closure.Method, rule, receiver, arguments);
        }
        if (Known(call, closure.Method, receiver, arguments) is { } known)
        {
            return known.Value;
        }
        return Invoke(call, closure.Method, receiver, arguments, isRead, closure.Captured);
    }

    private Closure LowerDelegate(IOperation target) => target switch
    {
        IAnonymousFunctionOperation lambda when lambda.Symbol.IsAsync => throw Unsupported(lambda, "async", "compute the value before the call"),
        IAnonymousFunctionOperation lambda => new(lambda.Symbol, lambda.Body, null, _frame),
        IMethodReferenceOperation reference => new(reference.Method, null, reference.Instance is null or IInstanceReferenceOperation { Type.IsValueType: false } && reference.Method.IsStatic
            ? null : reference.Instance is null ? null : Stable(Lower(reference.Instance)), _frame),
        _ => throw UnsupportedExpression(target),
    };

    /// <summary>A call of a method that is not built in: written out in place, or called when it calls itself.</summary>
    private Value? Invoke(IOperation operation, IMethodSymbol method, Argument? receiver, Argument[] arguments, bool isRead, Frame? from = null)
    {
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            throw Unsupported(operation, $"the ref return of '{method.Name}'", "return a value");
        }
        bool isOpen = method.IsAbstract || ((method.IsVirtual || (method.IsOverride && !method.IsSealed)) && method.ContainingType is { IsValueType: false, IsSealed: false });
        if (isOpen && !(operation is IInvocationOperation { IsVirtual: false }))
        {
            throw Unsupported(operation, $"the virtual call '{method.Name}'", "make the method static or its class sealed");
        }
        if (method.IsAsync)
        {
            throw Unsupported(operation, "async", "compute the value before the call");
        }
        if (_bodies.Of(method) is not { Block: not null } body)
        {
            throw new Problem(DiagnosticIds.UnknownCallee, operation.Syntax.GetLocation(), method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), _model.Name);
        }
        Frame? lexical = method.MethodKind == MethodKind.LocalFunction ? LexicalOf(method, from ?? _frame) : null;
        if (_bodies.IsRecursive(method))
        {
            return CallRecursive(operation, method, body, lexical, receiver, arguments);
        }
        return method.MethodKind != MethodKind.LocalFunction || lexical is not null
            ? Inline(operation, method, body, lexical, receiver, arguments, isRead)
            : throw Unsupported(operation, method.Name, "call local functions where they are declared");
    }

    /// <summary>The activation that declared a local function; none inside a recursive one, which has what it captures as parameters.</summary>
    private static Frame? LexicalOf(IMethodSymbol function, Frame from)
    {
        for (Frame? frame = from; frame is not null; frame = frame.Lexical)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, function.OriginalDefinition.ContainingSymbol))
            {
                return frame;
            }
        }
        return null;
    }
}
