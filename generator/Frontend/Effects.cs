using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Proxima.Generator.Frontend;

/// <summary>Which locals and parameters a body assigns after their declaration, and of which arrays it may write elements.</summary>
internal sealed class Effects
{
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);

    public Buffers Buffers { get; } = new();

    /// <summary>True when the body calls a lambda or local function, whose own assignments may then happen here.</summary>
    public bool CallsClosures { get; private set; }

    /// <summary>True when a method of a struct changes the struct.</summary>
    public bool AssignsThis { get; private set; }

    public static Effects Of(params IOperation?[] bodies)
    {
        Effects effects = new();
        foreach (IOperation? body in bodies)
        {
            if (body is not null)
            {
                effects.Visit(body);
                foreach (IOperation operation in body.Descendants())
                {
                    effects.Visit(operation);
                }
            }
        }
        return effects;
    }

    public bool IsAssigned(ISymbol symbol) => _assigned.Contains(symbol);

    /// <summary>True when elements may be written, through this name or through another that it was handed to.</summary>
    public bool IsWritten(ISymbol symbol) => _written.Contains(symbol);

    private void Visit(IOperation operation)
    {
        Buffers.Visit(operation);
        switch (operation)
        {
            case IDeconstructionAssignmentOperation deconstruction:
                Assign(deconstruction.Target);
                break;
            case IAssignmentOperation assignment:
                Assign(assignment.Target);
                Hand(assignment.Value);
                break;
            case IIncrementOrDecrementOperation step:
                Assign(step.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Assign(argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value);
                break;
            case IInvalidOperation { Syntax: InvocationExpressionSyntax call } invalid:
                AssignOutputs(invalid, call);
                break;
            case IArgumentOperation argument when !IsReadOnlySpan(argument.Parameter?.Type) || (argument.Parent is IInvocationOperation nested && NestedCompanion.IsGenerated(nested.TargetMethod)):
                Hand(argument.Value);
                break;
            case IVariableDeclaratorOperation declarator:
                Declare(declarator);
                break;
            case IReturnOperation { ReturnedValue: { } returned }:
                Hand(returned);
                break;
            case IInvocationOperation invocation:
                CallsClosures |= invocation.TargetMethod.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke;
                Call(invocation);
                break;
        }
    }

    /// <summary>A call of a companion that is still being generated: only the syntax knows its outputs.</summary>
    private void AssignOutputs(IInvalidOperation invalid, InvocationExpressionSyntax call)
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (invalid.Descendants().FirstOrDefault(o => o.Syntax == argument.Expression) is not { } value)
            {
                continue;
            }
            if (argument.RefKindKeyword.RawKind != 0)
            {
                Assign(value is IDeclarationExpressionOperation declaration ? declaration.Expression : value);
            }
            else
            {
                Hand(value);
            }
        }
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        IOperation? initial = declarator.GetVariableInitializer()?.Value;
        if (initial is null && declarator.Parent is not (IForEachLoopOperation or IPatternOperation))
        {
            _assigned.Add(declarator.Symbol);
        }
        else if (initial is not null)
        {
            if (declarator.Symbol.IsRef)
            {
                Assign(initial);
            }
            Hand(initial);
        }
    }

    private void Call(IInvocationOperation invocation)
    {
        if (invocation.Instance is not { Type.IsValueType: true } instance)
        {
            return;
        }
        if (Types.ElementOf(instance.Type) is not null)
        {
            Hand(instance);
        }
        else if (!invocation.TargetMethod.IsReadOnly && invocation.TargetMethod.ContainingType is { IsReadOnly: false })
        {
            Assign(instance);
        }
    }

    private void Assign(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                // In var (a, b) = … the names are declared, not assigned again.
                if (!local.IsDeclaration || local.Parent is IDeclarationExpressionOperation { Parent: IArgumentOperation })
                {
                    _assigned.Add(local.Local);
                }
                break;
            case IParameterReferenceOperation parameter:
                _assigned.Add(parameter.Parameter);
                break;
            case IInstanceReferenceOperation:
                AssignsThis = true;
                break;
            case IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance }:
                Assign(instance);
                break;
            case IPropertyReferenceOperation { Instance: { } instance }:
                if (Types.ElementOf(instance.Type) is not null)
                {
                    Write(instance);
                }
                else if (instance.Type is { IsValueType: true })
                {
                    Assign(instance);
                }
                break;
            case IArrayElementReferenceOperation element:
                Write(element.ArrayReference);
                break;
            case IImplicitIndexerReferenceOperation element:
                Write(element.Instance);
                break;
            case ITupleOperation tuple:
                foreach (IOperation item in tuple.Elements)
                {
                    Assign(item);
                }
                break;
            case IDeclarationExpressionOperation declaration when declaration.Expression is ILocalReferenceOperation { IsDeclaration: true } && declaration.Parent is IArgumentOperation:
                Assign(declaration.Expression);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand);
                break;
            case IConditionalOperation choice:
                Assign(choice.WhenTrue);
                if (choice.WhenFalse is not null)
                {
                    Assign(choice.WhenFalse);
                }
                break;
        }
    }

    /// <summary>Elements of the array are written.</summary>
    private void Write(IOperation array)
    {
        switch (array)
        {
            case ILocalReferenceOperation local:
                _written.Add(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                _written.Add(parameter.Parameter);
                break;
            case IArrayElementReferenceOperation row:
                Write(row.ArrayReference);
                break;
            case IConversionOperation conversion:
                Write(conversion.Operand);
                break;
            case IFieldReferenceOperation { Instance: { } instance }:
                Write(instance);
                break;
            case IInvocationOperation { Instance: { } receiver }:
                Write(receiver);
                break;
            case IInvocationOperation { Arguments.Length: > 0 } call:
                Write(call.Arguments[0].Value);
                break;
        }
    }

    /// <summary>The array gets a second name, through which it may be written.</summary>
    private void Hand(IOperation value)
    {
        if (value is IConversionOperation conversion && IsReadOnlySpan(conversion.Type))
        {
            return;
        }
        if (Types.ElementOf(value.Type) is not null && !IsReadOnlySpan(value.Type))
        {
            Write(value);
        }
    }

    private static bool IsReadOnlySpan(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "ReadOnlySpan", ContainingNamespace.Name: "System" };
}
