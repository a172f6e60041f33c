using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>
/// Companions of other models, called inside this one: <c>InnerGradient(x, 3, out _, out double dY)</c> →
/// <c>(v, dX, dY) = InnerGradient(x, 3.0)</c>, whose function is made from the inner model after the reader.
/// </content>
internal sealed partial class Lowering
{
    private readonly Dictionary<string, Nested> _nested = [];
    private readonly Dictionary<string, IReadOnlyList<ModelParameter>> _nestedParameters = [];

    /// <summary>How often the companion that this model is read for is differentiated itself.</summary>
    public int ExtraLevels { get; init; }

    /// <summary>The models that are being read, this one last: none may need itself.</summary>
    public IReadOnlyList<IMethodSymbol> Nest { get; init; } = [];

    /// <summary>The value of a companion's call, or null when the operation is none.</summary>
    private Scalar? CallNested(IOperation operation)
    {
        if (operation.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } syntax
            || NestedCompanion.Find(syntax, _compilation.GetSemanticModel(syntax.SyntaxTree), _frame.Method.ContainingType) is not { } companion)
        {
            return null;
        }
        string name = syntax.Expression.ToString();
        Problem Refuse(string why) => new(DiagnosticIds.NestedCompanion, syntax.GetLocation(), name, _model.Name, why);
        if (companion.Obstacle() is { Length: > 0 } obstacle)
        {
            throw Refuse(obstacle);
        }
        if (_fields.Count > 0 || companion.Annotation.WithRespectTo?.Any(wanted => companion.Model.Parameters.All(p => p.Name != wanted)) == true)
        {
            throw Refuse("fields are differentiated");
        }
        if (Nest.Append(_model).Contains(companion.Model, SymbolEqualityComparer.Default))
        {
            throw Refuse("the models need each other");
        }
        (Nested nested, IReadOnlyList<ModelParameter> parameters) = Read(companion, syntax.Expression is MemberAccessExpressionSyntax member ? member.Name.ToString() : name);
        IMethodSymbol model = companion.Model;
        IParameterSymbol[] variables = model.Parameters.Where(p => Shapes.Of(p, companion.Annotation) != ParameterShape.Constant).ToArray();
        bool isTangent = companion.Kind == NestedKind.Tangent;
        int inputs = model.Parameters.Length + (isTangent ? variables.Length : 0);
        if (arguments.Count != inputs + (isTangent ? 1 : variables.Length))
        {
            throw Refuse("it takes " + Text.Of(inputs + (isTangent ? 1 : variables.Length)) + " arguments");
        }
        if (parameters.FirstOrDefault(p => p.Shape == ParameterShape.Constant && !IsPlainConstant(model, p)) is { } data)
        {
            throw Refuse("its parameter '" + data.Name + "' is neither a number nor an array of numbers");
        }
        Value[] values = InOrder(Enumerable.Range(0, inputs).Select(i => new Func<Value>(() => Input(arguments[i].Expression, (i < model.Parameters.Length ? model.Parameters[i] : variables[i - model.Parameters.Length]).Type))).ToArray());
        return Called(nested, parameters, model, variables, values, arguments.Skip(inputs).Select(static a => a.Expression).ToArray());
    }

    private static bool IsPlainConstant(IMethodSymbol model, ModelParameter parameter) =>
        model.Parameters.First(p => p.Name == parameter.Name).Type is var type && (Types.ScalarOf(type) is not null || IsPlainArray(type));

    /// <summary>The inner model, read like the outer one; what is wrong with it is reported where it stands.</summary>
    private (Nested, IReadOnlyList<ModelParameter>) Read(NestedCompanion companion, string name)
    {
        string key = Text.Of(_levels) + companion.Model.ToDisplayString() + companion.Kind;
        if (_nested.TryGetValue(key, out Nested known))
        {
            return (known, _nestedParameters[key]);
        }
        foreach (SyntaxReference reference in companion.Model.DeclaringSyntaxReferences)
        {
            _bodies.LookAt(reference.SyntaxTree);
        }
        if (companion.Model.DeclaringSyntaxReferences.Select(r => r.GetSyntax(_token)).OfType<MethodDeclarationSyntax>().FirstOrDefault(static d => d.Body is not null || d.ExpressionBody is not null) is not { } declaration
            || !Usage.IsValid(companion.Model, declaration, companion.Annotation, new SilentSink()))
        {
            throw new Problem("", companion.Model.Locations[0]);
        }
        HashSet<ISymbol> copied = new(SymbolEqualityComparer.Default);
        while (true)
        {
            try
            {
                Lowering inner = new(_compilation, companion.Model, _bodies, _token) { ExtraLevels = _levels, Nest = [.. Nest, _model] };
                (Module module, IReadOnlyList<ModelParameter> parameters) = inner.Run(companion.Annotation, copied);
                Nested nested = new(FunctionName(name), module, companion.Kind);
                _nested.Add(key, nested);
                _nestedParameters.Add(key, parameters);
                return (nested, parameters);
            }
            catch (NeedsCopy copy) when (copied.Add(copy.Parameter))
            {
                _token.ThrowIfCancellationRequested();
            }
            catch (Problem problem) when (problem.Id.Length > 0)
            {
                throw new Problem("", problem.Location);
            }
        }
    }

    private Value Input(ExpressionSyntax syntax, ITypeSymbol type)
    {
        IOperation operation = _bodies.Operation(syntax) ?? throw new Problem("", syntax.GetLocation());
        Value value = Lower(operation);
        if (value is View view)
        {
            return view.IsWhole || view.Dimensions.Length > 1 && Build.IsConstant(view.Offset, 0) ? view : CopyOf(operation, view, "part");
        }
        return Stable(ConvertTo(operation, value, type, isChecked: false));
    }

    private Scalar Called(Nested nested, IReadOnlyList<ModelParameter> parameters, IMethodSymbol model, IParameterSymbol[] variables, Value[] values, ExpressionSyntax[] outputs)
    {
        Dictionary<string, Expression> scalars = [];
        Dictionary<string, string> arrays = [];
        for (int i = 0; i < values.Length; i++)
        {
            bool isTangent = i >= parameters.Count;
            string variable = isTangent ? variables[i - parameters.Count].Name : "";
            ModelParameter parameter = isTangent ? parameters.First(p => p.Name == variable) : parameters[i];
            Bind(parameter, values[i], isTangent ? "t" : "", scalars, arrays);
        }
        List<Result> results = [new(_function.Names.Temporary("value"), Types.ScalarOf(model.ReturnType)!.Value)];
        List<Action> writes = [];
        if (nested.Kind == NestedKind.Tangent)
        {
            results.Add(new(_function.Names.Temporary("tangent"), results[0].Type));
            WriteOutput(outputs[0], new Scalar(Build.Name(results[1].Name, results[1].Type)), writes);
        }
        else
        {
            for (int i = 0; i < variables.Length; i++)
            {
                ModelParameter parameter = parameters.First(p => p.Name == variables[i].Name);
                AddOutput(parameter, variables[i].Type, values[variables[i].Ordinal], outputs[i], results, arrays, writes);
            }
        }
        Parameter[] own = [.. nested.Module.Main.Parameters];
        IEnumerable<string> scalarNames = own.Where(static p => p.Kind == ParameterKind.Scalar).Select(static p => p.Name);
        IEnumerable<string> arrayNames = own.Where(static p => p.Kind == ParameterKind.Array).Select(static p => p.Name);
        string prefix = nested.Kind == NestedKind.Tangent ? "t" : "d";
        IEnumerable<string> arrayOutputs = own.Where(static p => p.Kind == ParameterKind.Array && p.IsVariable).Select(p => prefix + Text.Capital(p.Name));
        IEnumerable<string> scalarTangents = nested.Kind != NestedKind.Tangent ? [] : own.Where(static p => p.Kind == ParameterKind.Scalar && p.IsVariable).Select(p => prefix + Text.Capital(p.Name));
        Emit(new Call(
            results.ToEquatableArray(),
            nested.Name,
            scalarNames.Concat(scalarTangents).Select(n => scalars[n]).ToEquatableArray(),
            arrayNames.Concat(arrayOutputs).Select(n => arrays[n]).ToEquatableArray()));
        foreach (Action write in writes)
        {
            write();
        }
        return new(Build.Name(results[0].Name, results[0].Type));
    }

    /// <summary>The parts of an argument under the names that the inner function has for them.</summary>
    private static void Bind(ModelParameter parameter, Value value, string prefix, Dictionary<string, Expression> scalars, Dictionary<string, string> arrays)
    {
        string Named(Leaf leaf) => prefix.Length == 0 ? leaf.Name : prefix + Text.Capital(leaf.Name);
        if (value is View view)
        {
            foreach (Leaf leaf in parameter.Leaves)
            {
                if (leaf.IsArray)
                {
                    arrays[Named(leaf)] = view.Arrays[0];
                }
                else if (prefix.Length == 0)
                {
                    scalars[leaf.Name] = view.Dimensions[leaf.Access.EndsWith("(0)", StringComparison.Ordinal) ? 0 : 1];
                }
            }
            return;
        }
        int next = 0;
        MapExpressions(value, expression =>
        {
            if (next < parameter.Leaves.Count)
            {
                scalars[Named(parameter.Leaves[next++])] = expression;
            }
            return expression;
        });
    }

    private void AddOutput(ModelParameter parameter, ITypeSymbol type, Value argument, ExpressionSyntax output, List<Result> results, Dictionary<string, string> arrays, List<Action> writes)
    {
        if (parameter.Shape is ParameterShape.Array or ParameterShape.Matrix)
        {
            Leaf cells = parameter.Leaves.First(static l => l.IsArray);
            IOperation operation = _bodies.Operation(output) ?? throw new Problem("", output.GetLocation());
            View target = Lower(operation) as View ?? throw UnsupportedType(operation, TypeOf(operation)), flat = Flat(target), source = Flat((View)argument);
            Expression length = Stable(source.Length);
            ThrowWhen(Compared(Arithmetic.NotEqual, flat.Length, length), "new global::System.ArgumentException(\"" + parameter.Name + " and its derivative have different lengths.\")");
            _isInventing = true;
            View derivative = NewArray(operation, target.Element, [length], "d" + Text.Capital(parameter.Name));
            _isInventing = false;
            arrays["d" + Text.Capital(cells.Name)] = derivative.Arrays[0];
            writes.Add(() => Loop(length, index => StoreAlways(operation, flat, index, ElementOf(operation, derivative, [index]))));
            return;
        }
        Value zero = DefaultOf(type)!;
        int next = 0;
        Value read = MapExpressions(zero, e =>
        {
            if (!parameter.Leaves[next++].Type.IsReal())
            {
                return e;
            }
            string name = _function.Names.Temporary("d" + Text.Capital(parameter.Name));
            results.Add(new(name, e.Type));
            return Build.Name(name, e.Type);
        });
        WriteOutput(output, read, writes);
    }

    private void WriteOutput(ExpressionSyntax output, Value value, List<Action> writes)
    {
        if (output is IdentifierNameSyntax { Identifier.ValueText: "_" } or DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax })
        {
            return;
        }
        IOperation operation = _bodies.Operation(output) ?? throw new Problem("", output.GetLocation());
        Place place = LowerPlace(operation);
        place = place is FieldCells or ElementCell ? StablePlace(operation, place) : place;
        writes.Add(() => Write(operation, place, value));
    }
}
