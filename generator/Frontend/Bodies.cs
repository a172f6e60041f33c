using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Proxima.Generator.Frontend;

/// <summary>A method body as an operation, what it assigns, and the initialiser that a constructor runs first.</summary>
internal sealed record Body(IOperation? Block, IOperation? Initializer, Effects Effects, SyntaxNode Syntax);

/// <summary>Finds bodies of methods that have source in the compilation, and which of them call themselves.</summary>
/// <param name="files">Receives the files whose bodies are looked at.</param>
internal sealed class Bodies(Compilation compilation, CancellationToken token, HashSet<SyntaxTree> files)
{
    /// <summary>One for all models, so that a body which several of them call is bound once.</summary>
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, SemanticModel>> s_models = new();

    private readonly Dictionary<ISymbol, Body?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _recursive = new(SymbolEqualityComparer.Default);

    /// <summary>The derivative rules that the user wrote.</summary>
    public Rules Rules { get; } = new(compilation, token);

    public Body? Of(IMethodSymbol method)
    {
        IMethodSymbol original = Definition(method);
        if (!_bodies.TryGetValue(original, out Body? body))
        {
            body = Read(original);
            _bodies.Add(original, body);
        }
        return body;
    }

    /// <summary>Notes that what stands in a file's bodies matters.</summary>
    public void LookAt(SyntaxTree file) => files.Add(file);

    private SemanticModel ModelOf(SyntaxTree file)
    {
        LookAt(file);
        return s_models.GetOrCreateValue(compilation).GetOrAdd(file, unread => compilation.GetSemanticModel(unread));
    }

    /// <summary>The operation of an initialiser: <c>= [1, 2]</c> of a field.</summary>
    public IOperation? InitializerOf(ISymbol member)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            LookAt(reference.SyntaxTree);
            SyntaxNode? initializer = reference.GetSyntax(token) switch
            {
                VariableDeclaratorSyntax { Initializer: { } equals } => equals,
                PropertyDeclarationSyntax { Initializer: { } equals } => equals,
                _ => null,
            };
            if (initializer is not null && Operation(initializer) is ISymbolInitializerOperation operation)
            {
                return operation.Value;
            }
        }
        return null;
    }

    public IOperation? Operation(SyntaxNode syntax) =>
        compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? ModelOf(syntax.SyntaxTree).GetOperation(syntax, token) : null;

    public ITypeSymbol? TypeAt(SyntaxNode syntax)
    {
        TypeInfo info = ModelOf(syntax.SyntaxTree).GetTypeInfo(syntax, token);
        return info.ConvertedType ?? info.Type;
    }

    /// <summary>True when the method can reach itself through methods with source.</summary>
    public bool IsRecursive(IMethodSymbol method)
    {
        IMethodSymbol original = Definition(method);
        if (!_recursive.TryGetValue(original, out bool isRecursive))
        {
            isRecursive = Reaches(original, original, new(SymbolEqualityComparer.Default));
            _recursive.Add(original, isRecursive);
        }
        return isRecursive;
    }

    public static IMethodSymbol Definition(IMethodSymbol method)
    {
        IMethodSymbol original = (method.ReducedFrom ?? method).OriginalDefinition;
        return original.PartialImplementationPart ?? original;
    }

    private bool Reaches(IMethodSymbol from, IMethodSymbol target, HashSet<ISymbol> seen)
    {
        token.ThrowIfCancellationRequested();
        if (Of(from) is not { Block: { } block } || !seen.Add(from))
        {
            return false;
        }
        foreach (IOperation operation in block.Descendants())
        {
            IMethodSymbol? callee = operation switch
            {
                IInvocationOperation call => call.TargetMethod,
                IObjectCreationOperation creation => creation.Constructor,
                IBinaryOperation binary => binary.OperatorMethod,
                IUnaryOperation unary => unary.OperatorMethod,
                ICompoundAssignmentOperation compound => compound.OperatorMethod,
                IConversionOperation conversion => conversion.OperatorMethod,
                IPropertyReferenceOperation property => property.Property.GetMethod,
                IMethodReferenceOperation reference => reference.Method,
                _ => null,
            };
            if (callee is null)
            {
                continue;
            }
            callee = Definition(callee);
            if (SymbolEqualityComparer.Default.Equals(callee, target) || Reaches(callee, target, seen))
            {
                return true;
            }
        }
        return false;
    }

    private Body? Read(IMethodSymbol method)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            LookAt(reference.SyntaxTree);
            SyntaxNode syntax = reference.GetSyntax(token);
            switch (Operation(syntax))
            {
                case IConstructorBodyOperation constructor:
                    return new(constructor.BlockBody ?? constructor.ExpressionBody, constructor.Initializer, Effects.Of(constructor), syntax);
                case IMethodBodyOperation { BlockBody: not null } or IMethodBodyOperation { ExpressionBody: not null }:
                    IMethodBodyBaseOperation plain = (IMethodBodyBaseOperation)Operation(syntax)!;
                    return new(plain.BlockBody ?? plain.ExpressionBody, null, Effects.Of(plain), syntax);
                case ILocalFunctionOperation { Body: { } local } function:
                    return new(local, null, Effects.Of(function), syntax);
                case IBlockOperation block:
                    return new(block, null, Effects.Of(block), syntax);
            }
        }
        return null;
    }
}
