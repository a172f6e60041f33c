using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>
/// Calls written out in place: <c>y = F(a * b);</c> with <c>F(x) { …; return r; }</c> → <c>x = a * b; …; y = r</c>. A body with several returns becomes a
/// scope that they leave.
/// </content>
internal sealed partial class Lowering
{
    private const int DeepestInlining = 64;

    private int _inlining;

    private Value? Inline(IOperation operation, IMethodSymbol method, Body body, Frame? lexical, Argument? receiver, Argument[] arguments, bool isRead)
    {
        if (++_inlining > DeepestInlining)
        {
            throw new Problem(DiagnosticIds.TooLarge, operation.Syntax.GetLocation(), _model.Name, "64 nested calls");
        }
        Frame outer = _frame;
        Position position = _position;
        Frame frame = new(method.OriginalDefinition, lexical, body.Effects, isModel: false);
        AddTypeArguments(frame, method);
        _frame = frame;
        BindParameters(operation, frame, Bodies.Definition(method), body, arguments);
        BindReceiver(operation, frame, body, receiver);
        Value? value = LowerBody(operation, method, body, isRead);
        _frame = outer;
        _position = position;
        _inlining--;
        return value;
    }

    /// <summary>Type parameters of the method and of its type stand for what they are in this call.</summary>
    private void AddTypeArguments(Frame frame, IMethodSymbol method)
    {
        IMethodSymbol original = method.OriginalDefinition;
        for (int i = 0; i < method.TypeArguments.Length; i++)
        {
            frame.TypeArguments[original.TypeParameters[i]] = Concrete(method.TypeArguments[i]);
        }
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            for (int i = 0; i < type.TypeArguments.Length; i++)
            {
                frame.TypeArguments[type.OriginalDefinition.TypeParameters[i]] = Concrete(type.TypeArguments[i]);
            }
        }
    }

    private void BindParameters(IOperation operation, Frame frame, IMethodSymbol definition, Body body, Argument[] arguments)
    {
        // The caller's variables stay as they are while an ordinary method runs: they need no copies under the parameters' names.
        bool isQuiet = definition.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction)
            && !body.Effects.AssignsThis && !arguments.Any(static a => HoldsClosure(a.Value) || a.Place is Cell or ElementCell or FieldCells);
        for (int i = 0; i < definition.Parameters.Length; i++)
        {
            IParameterSymbol parameter = definition.Parameters[i];
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                frame.Places[parameter] = arguments[i].Place!;
                continue;
            }
            Value value = arguments[i].Value ?? Read(arguments[i].Place!);
            // The parameters of a positional record are written like properties, which no local is.
            string name = definition is { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true } ? Text.Uncapital(parameter.Name) : parameter.Name;
            frame.Places[parameter] = body.Effects.IsAssigned(parameter)
                ? Declare(operation, Concrete(parameter.Type), name, value, isAssigned: true)
                : new Fixed(isQuiet ? Quiet(value, name) : Stable(value, name));
        }
    }

    private static bool HoldsClosure(Value? value) => value is Closure || (value is Composite composite && composite.Fields.Any(HoldsClosure));

    private Value Quiet(Value value, string name) => value switch
    {
        Composite composite => new Composite(composite.Type, composite.Fields.Select((field, i) => Quiet(field, FieldName(composite.Type, name, i)!)).ToArray()),
        Scalar { Expression: var expression } when IsTrivial(expression) => value,
        _ => Stable(value, name),
    };

    private void BindReceiver(IOperation operation, Frame frame, Body body, Argument? receiver)
    {
        if (receiver is null)
        {
            return;
        }
        frame.This = receiver switch
        {
            { Place: OutsidePlace or Cell or ElementCell or FieldCells or ViewCell } when receiver.Place is OutsidePlace or FieldCells => receiver.Place,
            _ when (receiver.Value ?? Read(receiver.Place!)) is Composite composite && body.Effects.AssignsThis =>
                Declare(operation, composite.Type, "copy", composite, isAssigned: true),
            _ => new Fixed(Stable(receiver.Value ?? Read(receiver.Place!), "receiver")),
        };
    }

    private Value? LowerBody(IOperation operation, IMethodSymbol method, Body body, bool isRead)
    {
        IBlockOperation block = body.Block as IBlockOperation ?? throw UnsupportedExpression(operation);
        (Recall recall, bool isCheckpointed) = Advise(method);
        Value? value = LowerBlock(operation, method, block);
        if (_recall != recall && value is not null)
        {
            // What is returned is computed here, not in the caller's statement.
            value = MapExpressions(value, e => IsTrivial(e) || !e.Type.IsReal() ? e : Let(e));
        }
        (_recall, _isCheckpointed) = (recall, isCheckpointed);
        return value;
    }

    private Value? LowerBlock(IOperation operation, IMethodSymbol method, IBlockOperation block)
    {
        if (EndsWithOnlyReturn(block))
        {
            LowerStatements(block);
            return _frame.Returned;
        }
        ITypeSymbol type = Concrete(method.OriginalDefinition.ReturnType);
        if (!method.ReturnsVoid)
        {
            Value zero = DefaultOf(type) ?? throw Unsupported(operation, $"the result of '{method.Name}'", "return numbers, bools, or structs and tuples of them, or use a single return");
            _frame.Result = Invent(operation, type, ResultName(method), zero);
        }
        Jump exit = new(_function.Names.Temporary("return"));
        _frame.Exit = exit;
        Block inside = Inside(() => LowerStatements(block));
        EmitAll(Scoped(exit, inside));
        return _frame.Result is null ? null : Read(_frame.Result);
    }

    private static string ResultName(IMethodSymbol method)
    {
        string name = method.MethodKind switch
        {
            MethodKind.PropertyGet => method.AssociatedSymbol!.Name,
            MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension => method.Name,
            _ => "value",
        };
        return char.IsLetter(name[0]) ? Text.Uncapital(name) : "value";
    }

    /// <summary><c>new T(…) { … }</c> of a struct.</summary>
    private Value LowerCreation(IObjectCreationOperation creation)
    {
        ITypeSymbol type = TypeOf(creation);
        if (Types.IsSpan(type))
        {
            return NewSpan(creation, type);
        }
        if (type.TypeKind != TypeKind.Struct)
        {
            throw Unsupported(creation, $"creating a '{type.Name}'", "use structs, or create it before the call and pass it as [Constant]");
        }
        Value value = Construct(creation, type);
        if (creation.Initializer is null)
        {
            return value;
        }
        if (value is Composite composite && Replaced(creation.Initializer, composite) is { } replaced)
        {
            return replaced;
        }
        Place place = Invent(creation, type, "value", value);
        Initialize(creation.Initializer, place);
        return Read(place);
    }

    private Value Construct(IObjectCreationOperation creation, ITypeSymbol type)
    {
        if (creation.Arguments.Length == 0 && (creation.Constructor is null || creation.Constructor.IsImplicitlyDeclared))
        {
            return DefaultOf(type) ?? throw UnsupportedType(creation, type);
        }
        (_, Argument[] arguments) = LowerArguments(null, creation.Constructor!, creation.Arguments);
        if (NumericCreate(creation, type, arguments) is { } known)
        {
            return known;
        }
        if (Types.FieldsOf(type) is not { } fields)
        {
            throw UnsupportedType(creation, type);
        }
        if (type.IsTupleType)
        {
            return new Composite(type, arguments.Select(static a => a.Value!).ToArray());
        }
        return new Construction(this, creation, type, fields).Run(creation.Constructor!, arguments);
    }
}
