using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <content>The model itself: its parameters, its body, its result.</content>
internal sealed partial class Lowering
{
    private readonly List<Parameter> _parameters = [];

    public (Module Module, IReadOnlyList<ModelParameter> Parameters) Run(Annotation annotation, HashSet<ISymbol> copied)
    {
        _levels = annotation.Order + ExtraLevels;
        Rule? rule = _bodies.Rules.Of(_model);
        foreach (IParameterSymbol symbol in _model.Parameters)
        {
            // dX, tX, vX, hX, seedX: what the companions' signatures add.
            foreach (string prefix in annotation.Surrogate is null ? new[] { "d", "t", "v", "h", "seed" } : ["d", "t", "v", "h", "seed", "b"])
            {
                _function.Names.Reserve(prefix + Text.Capital(symbol.Name));
            }
        }
        // All parameters have their names before the first statement takes one.
        List<(IParameterSymbol Symbol, ModelParameter Parameter, Place Place)> bound = [];
        foreach (IParameterSymbol symbol in _model.Parameters)
        {
            ParameterShape shape = Shapes.Of(symbol, annotation)!.Value;
            (ModelParameter parameter, Place place) = Bind(symbol, shape, Shapes.IsData(symbol, annotation) && annotation.Companions.HasFlag(Companions.Batch));
            bound.Add((symbol, parameter with { IsData = Shapes.IsData(symbol, annotation), IsDiscrete = Shapes.IsDiscrete(symbol, annotation) }, place));
        }
        ModelParameter[] fields = FieldVariable.Of(_model, annotation).Select(BindField).ToArray();
        if (!_model.IsStatic)
        {
            _frame.This = Owner();
        }
        if (rule is not null && fields.Length > 0)
        {
            throw Unsupported(BodyBlock(), $"the derivative rule of '{_model.Name}', which has no output for the field '{fields[0].Name}',", "pass the field as a parameter");
        }
        foreach ((IParameterSymbol symbol, ModelParameter parameter, Place place) in bound)
        {
            _frame.Places[symbol] = Entered(symbol, parameter, rule is null ? place : Held(place), copied);
        }
        Value? result = WithRule(rule, bound.Select(static b => b.Place).ToArray(), () => LowerBody(BodyBlock(), _model, _bodies.Of(_model)!, isRead: true));
        EquatableArray<Expression> results = ResultsOf(result);
        Block body = new(_block.ToEquatableArray());
        HashSet<string> used = Used(body, results);
        Parameter[] parameters = _parameters.Where(p => p.IsVariable || p.Kind == ParameterKind.Output || used.Contains(p.Name)).ToArray();
        Function main = new(_model.Name, parameters.ToEquatableArray(), _function.Tables.ToEquatableArray(), body, results)
        {
            ResultSource = results.Count > 0 ? _frame.ReturnSource : "",
        };
        return (new(main, Functions) { Nested = _nested.Values.ToEquatableArray() }, bound.Select(b => WithUsedLeaves(b.Parameter, used)).Concat(fields).ToArray());
    }

    /// <summary>The numbers of what the model returns, in order; a body that only throws returns zeros.</summary>
    private EquatableArray<Expression> ResultsOf(Value? result)
    {
        List<Expression> results = [];
        if (!_model.ReturnsVoid)
        {
            MapExpressions(result ?? DefaultOf(_model.ReturnType)!, expression =>
            {
                results.Add(expression);
                return expression;
            });
        }
        return results.ToEquatableArray();
    }

    private IOperation BodyBlock() => _bodies.Of(_model)!.Block ?? throw new Problem("", _model.Locations[0]);

    /// <summary>A parameter that the body assigns is a variable that starts with it; a written array is a copy.</summary>
    private Place Entered(IParameterSymbol symbol, ModelParameter parameter, Place place, HashSet<ISymbol> copied)
    {
        Value value = Read(place);
        if (copied.Contains(symbol))
        {
            View copy = CopyOf(BodyBlock(), (View)value, symbol.Name);
            return _frame.IsAssigned(symbol) ? Declare(BodyBlock(), symbol.Type, symbol.Name, copy, isAssigned: true) : new Fixed(copy);
        }
        return _frame.IsAssigned(symbol) ? Declare(BodyBlock(), symbol.Type, symbol.Name, value, isAssigned: true) : place;
    }

    private (ModelParameter Parameter, Place Place) Bind(IParameterSymbol symbol, ParameterShape shape, bool isPerRow)
    {
        ITypeSymbol type = symbol.Type;
        string name = symbol.Name;
        bool isVariable = shape != ParameterShape.Constant;
        switch (shape)
        {
            case ParameterShape.Result:
                ScalarType written = Types.ScalarOf(Types.ElementOf(type))!.Value;
                Leaf output = AddLeaf(name, name, written, ParameterKind.Output, isVariable: false);
                _function.Arrays.Add(output.Name);
                View target = new(Types.ElementOf(type)!, [output.Name], Build.Int(0), [new Length(output.Name)]) { IsWhole = true };
                return (Describe(symbol, shape, written, [output], ""), new Fixed(target));
            case ParameterShape.Scalar:
            case ParameterShape.Constant when Types.ScalarOf(type) is not null:
                ScalarType scalar = Types.ScalarOf(type)!.Value;
                // The number of an enum has a name beside the parameter's own.
                bool isEnum = type.TypeKind == TypeKind.Enum;
                Leaf leaf = AddLeaf(isEnum ? $"({scalar.Keyword()}){name}" : name, isEnum ? name + "Value" : name, scalar, ParameterKind.Scalar, isVariable);
                return (Describe(symbol, shape, scalar, [leaf], ""), new Fixed(new Scalar(Build.Name(leaf.Name, scalar))));
            case ParameterShape.Array:
            case ParameterShape.Constant when IsPlainArray(type):
                ScalarType element = Types.ScalarOf(Types.ElementOf(type))!.Value;
                Leaf array = AddLeaf(name, name, element, ParameterKind.Array, isVariable);
                AddArrayParameter(array.Name, symbol, isVariable);
                View view = new(Types.ElementOf(type)!, [array.Name], Build.Int(0), [new Length(array.Name)]) { IsWhole = true };
                return (Describe(symbol, shape, element, [array], ""), isVariable ? new Fixed(view) : new OutsidePlace(view, name));
            case ParameterShape.Matrix:
                return BindMatrix(symbol, (IArrayTypeSymbol)type);
            case ParameterShape.Struct:
                List<Leaf> leaves = [];
                Value value = BindStruct(symbol, type, name, name, leaves, isVariable: true);
                string rebuild = new Rebuilding(_compilation, _model, symbol.Name, symbol.Locations[0], isNew: false).Of(type, name, leaves);
                ScalarType first = leaves.First(static l => l.Type.IsReal()).Type;
                return (Describe(symbol, shape, first, leaves.ToEquatableArray(), rebuild), new Fixed(value));
            case ParameterShape.Constant when isPerRow && IsMadeOfScalars(type):
                List<Leaf> parts = [];
                Value data = BindStruct(symbol, type, name, name, parts, isVariable: false);
                return (Describe(symbol, shape, parts.First(static l => l.Type.IsReal()).Type, parts.ToEquatableArray(), ""), new OutsidePlace(data, name));
            default:
                OutsidePlace outside = FromOutside(BodyBlock(), name, [], type, name);
                return (Describe(symbol, shape, ScalarType.Double, [], ""), outside);
        }
    }

    private (ModelParameter Parameter, Place Place) BindMatrix(IParameterSymbol symbol, IArrayTypeSymbol type)
    {
        string name = symbol.Name;
        ScalarType element = Types.ScalarOf(type.ElementType)!.Value;
        Leaf cells = AddLeaf(name, name, element, ParameterKind.Array, isVariable: true);
        AddArrayParameter(cells.Name, symbol, isVariable: true);
        Leaf rows = AddLeaf(name + ".GetLength(0)", name + "Rows", ScalarType.Int, ParameterKind.Scalar, isVariable: false);
        Leaf columns = AddLeaf(name + ".GetLength(1)", name + "Columns", ScalarType.Int, ParameterKind.Scalar, isVariable: false);
        View view = new(type.ElementType, [cells.Name], Build.Int(0), [Build.Name(rows.Name, ScalarType.Int), Build.Name(columns.Name, ScalarType.Int)]);
        return (Describe(symbol, ParameterShape.Matrix, element, [cells, rows, columns], ""), new Fixed(view));
    }

    private Value BindStruct(IParameterSymbol symbol, ITypeSymbol type, string access, string name, List<Leaf> leaves, bool isVariable)
    {
        IReadOnlyList<Field> fields = Types.FieldsOf(type)!;
        Value[] values = new Value[fields.Count];
        for (int i = 0; i < values.Length; i++)
        {
            ISymbol member = fields[i].Symbol is IFieldSymbol { AssociatedSymbol: { } property } ? property : fields[i].Symbol!;
            if (!IsAccessible(member))
            {
                throw new Problem(DiagnosticIds.StructVariable, symbol.Locations[0], symbol.Name, _model.Name, type.Name, member.Name);
            }
            string part = access + "." + Text.Escape(fields[i].Symbol is IFieldSymbol { IsExplicitlyNamedTupleElement: true } named ? named.Name : fields[i].Name);
            string partName = FieldName(type, name, i)!;
            if (Types.ScalarOf(fields[i].Type) is { } scalar)
            {
                string cast = fields[i].Type.TypeKind == TypeKind.Enum ? $"({scalar.Keyword()})" : "";
                Leaf leaf = AddLeaf(cast + part, partName, scalar, ParameterKind.Scalar, isVariable && scalar.IsReal());
                leaves.Add(leaf);
                values[i] = new Scalar(Build.Name(leaf.Name, scalar));
            }
            else
            {
                values[i] = BindStruct(symbol, fields[i].Type, part, partName, leaves, isVariable);
            }
        }
        return new Composite(type, values);
    }

    private bool IsMadeOfScalars(ITypeSymbol type) => Types.FieldsOf(type) is { } fields
        && fields.All(field => IsAccessible(field.Symbol is IFieldSymbol { AssociatedSymbol: { } property } ? property : field.Symbol!) && (Types.ScalarOf(field.Type) is not null || IsMadeOfScalars(field.Type)));

    private Leaf AddLeaf(string access, string name, ScalarType type, ParameterKind kind, bool isVariable)
    {
        string own = _function.Names.Own(name);
        _parameters.Add(new(own, type, kind, isVariable));
        return new(access, own, type, kind != ParameterKind.Scalar);
    }

    private void AddArrayParameter(string name, IParameterSymbol symbol, bool isVariable)
    {
        if (isVariable)
        {
            _function.ArrayParameters.Add(name, symbol);
        }
        else
        {
            _function.ConstantArrays.Add(name);
        }
    }

    private static bool IsPlainArray(ITypeSymbol type) =>
        type is not IArrayTypeSymbol { Rank: > 1 }
        && Types.ElementOf(type)?.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Boolean;

    private ModelParameter Describe(IParameterSymbol symbol, ParameterShape shape, ScalarType type, EquatableArray<Leaf> leaves, string rebuild)
    {
        string modifier = symbol.RefKind switch
        {
            RefKind.In => "in",
            RefKind.RefReadOnlyParameter => "ref readonly",
            _ => _model.IsExtensionMethod && symbol.Ordinal == 0 ? "this" : "",
        };
        return new(symbol.Name, TypeTexts.Of(symbol.Type), TypeTexts.CrefOf(symbol.Type), modifier, shape, type, leaves, rebuild) { Domain = DomainOf(symbol) };
    }

    private static Domain? DomainOf(IParameterSymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(static a => a.AttributeClass?.ToDisplayString() == "Proxima.DomainAttribute") is { ConstructorArguments: [{ Value: double lo }, { Value: double hi }] } ? new(lo, hi) : null;

    /// <summary>Constants that the body does not read are no inputs of the function.</summary>
    private static ModelParameter WithUsedLeaves(ModelParameter parameter, HashSet<string> used) => parameter.Shape switch
    {
        ParameterShape.Constant or ParameterShape.Matrix =>
            parameter with { Leaves = parameter.Leaves.Where(leaf => used.Contains(leaf.Name) || (leaf.IsArray && parameter.Shape == ParameterShape.Matrix)).ToEquatableArray() },
        _ => parameter,
    };

    private static HashSet<string> Used(Block body, EquatableArray<Expression> results)
    {
        HashSet<string> used = [];
        foreach (Expression result in results)
        {
            Access.AddReads(result, used);
        }
        Access.AddReads(body, used);
        return used;
    }
}
