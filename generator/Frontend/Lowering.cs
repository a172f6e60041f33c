using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <summary>
/// Lowers the operations of a method body to the source form of the IR. Structs are taken apart into scalars, spans into an array and an offset,
/// calls are written out in place; statements appear only where C# has an effect or an order, everything else stays an expression.
/// </summary>
internal sealed partial class Lowering
{
    private const int MostStatements = 20_000;

    private readonly Compilation _compilation;
    private readonly IMethodSymbol _model;
    private readonly CancellationToken _token;
    private readonly Bodies _bodies;
    private readonly List<IOperation> _origins = [];

    private Scratch _function;
    private Frame _frame;
    private List<Statement> _block = [];
    private Position _position = new("", -1);
    private int _size;
    private int _depth;
    private bool _isInventing;

    public Lowering(Compilation compilation, IMethodSymbol model, Bodies bodies, CancellationToken token)
    {
        _compilation = compilation;
        _model = model;
        _bodies = bodies;
        _token = token;
        Body body = bodies.Of(model) ?? throw new InvalidOperationException("a model has a body");
        _function = new(LocalNames.For(body.Syntax));
        _frame = new(model, null, body.Effects, isModel: true);
    }

    /// <summary>The operations that statements came from; the position in the list is the ordinal.</summary>
    public IReadOnlyList<IOperation> Origins => _origins;

    /// <summary>The static members whose values stand in the IR.</summary>
    public HashSet<ISymbol> HeldMembers { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>True when a method of a library stands in the IR by a formula of ours, whose roundings may not be those of the library.</summary>
    public bool IsRestated { get; private set; }

    private T? Restated<T>(T? known)
        where T : class
    {
        IsRestated |= known is not null;
        return known;
    }

    private readonly record struct Position(string Source, int Origin);

    /// <summary>What is built up beside the statements of one function.</summary>
    private sealed class Scratch(LocalNames names)
    {
        public LocalNames Names { get; } = names;

        /// <summary>Names that a statement may assign after they were read.</summary>
        public HashSet<string> Variables { get; } = [];

        /// <summary>Arrays whose elements may change.</summary>
        public HashSet<string> Arrays { get; } = [];

        /// <summary>Array parameters: writing one starts over with a local copy of it.</summary>
        public Dictionary<string, IParameterSymbol> ArrayParameters { get; } = [];

        /// <summary>Tables and constant array parameters: nothing may write them.</summary>
        public HashSet<string> ConstantArrays { get; } = [];

        /// <summary>The recursive method that this function is, or null for the model.</summary>
        public IMethodSymbol? Recursive { get; init; }

        public List<Table> Tables { get; } = [];

        public Dictionary<ISymbol, View> TableViews { get; } = new(SymbolEqualityComparer.Default);
    }

    private void Emit(Statement statement)
    {
        if (++_size > MostStatements)
        {
            throw new Problem(DiagnosticIds.TooLarge, _model.Locations[0], _model.Name, "20 000 statements");
        }
        _block.Add(statement.Origin < 0 ? statement with { Source = _position.Source, Origin = _position.Origin, Recall = _recall } : statement);
    }

    /// <summary>The statements that an action emits, as a block of their own.</summary>
    private Block Inside(Action action)
    {
        List<Statement> outer = _block;
        _block = [];
        try
        {
            action();
            return new(_block.ToEquatableArray());
        }
        finally
        {
            _block = outer;
        }
    }

    /// <summary>Statements emitted from here on come from this operation.</summary>
    private void Enter(IOperation operation)
    {
        _origins.Add(operation);
        string text = Text.Folded(operation.Syntax);
        bool isArrow = operation is IReturnOperation && operation.Syntax is ExpressionSyntax;
        _position = new(isArrow ? "return " + text + ";" : text, _origins.Count - 1);
    }

    /// <summary>Emits at an operation of its own, so that a finding about the statement points there.</summary>
    private void EmitAt(IOperation operation, Statement statement)
    {
        _origins.Add(operation);
        Emit(statement with { Source = _position.Source, Origin = _origins.Count - 1, Recall = _recall });
    }

    private void Guard(IOperation operation)
    {
        _token.ThrowIfCancellationRequested();
        if (_depth > 400)
        {
            throw Unsupported(operation, "an expression this deep", "name its parts");
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    private Problem Unsupported(IOperation operation, string what, string advice) => Unsupported(operation.Syntax, what, advice);

    private Problem Unsupported(SyntaxNode syntax, string what, string advice) =>
        new(DiagnosticIds.Unsupported, syntax.GetLocation(), what.Replace("'", ""), _model.Name, advice);

    private Problem Mutation(IOperation operation, string name) =>
        new(DiagnosticIds.ConstantMutation, operation.Syntax.GetLocation(), name, _model.Name);

    private static Problem Invalid(IOperation operation) => new("", operation.Syntax.GetLocation());

    /// <summary>A type of the current body with the type arguments of this activation.</summary>
    private ITypeSymbol Concrete(ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                for (Frame? frame = _frame; frame is not null; frame = frame.Lexical)
                {
                    if (frame.TypeArguments.TryGetValue(parameter, out ITypeSymbol argument))
                    {
                        return argument;
                    }
                }
                return type;
            case IArrayTypeSymbol array:
                ITypeSymbol element = Concrete(array.ElementType);
                return SymbolEqualityComparer.Default.Equals(element, array.ElementType) ? array : _compilation.CreateArrayTypeSymbol(element, array.Rank);
            case INamedTypeSymbol { IsGenericType: true, IsUnboundGenericType: false } generic:
                ITypeSymbol[] arguments = new ITypeSymbol[generic.TypeArguments.Length];
                bool isChanged = false;
                for (int i = 0; i < arguments.Length; i++)
                {
                    arguments[i] = Concrete(generic.TypeArguments[i]);
                    isChanged |= !SymbolEqualityComparer.Default.Equals(arguments[i], generic.TypeArguments[i]);
                }
                return isChanged ? generic.ConstructedFrom.Construct(arguments) : generic;
            default:
                return type;
        }
    }

    private ITypeSymbol TypeOf(IOperation operation) => operation.Type is { } type ? Concrete(type) : throw Invalid(operation);

    private ScalarType ScalarOf(IOperation operation) => Types.ScalarOf(TypeOf(operation)) ?? throw UnsupportedType(operation, TypeOf(operation));

    private Problem UnsupportedType(IOperation operation, ITypeSymbol type) => Unsupported(
        operation, operation.Syntax is { } syntax && syntax.Span.Length <= 60 ? syntax.ToString() : type.ToDisplayString(),
        $"a value of type '{type.ToDisplayString()}' is neither a number, a bool, nor made of them");
}
