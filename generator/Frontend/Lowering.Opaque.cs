using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>
/// Calls of methods without source, which have a derivative rule: as they stand in C#. Where spans are passed, through a function of their own:
/// <c>v = Norm(x, 0, n)</c> with <c>Norm(x, start, length) =&gt; Library.Norm(x.Slice(start, length))</c>.
/// </content>
internal sealed partial class Lowering
{
    private readonly Dictionary<string, string> _opaque = [];

    private Scalar CallOpaque(IOperation operation, IMethodSymbol method, Argument? receiver, Argument[] arguments)
    {
        RequireAccess(operation, method);
        if (method.IsGenericMethod || !method.ExplicitInterfaceImplementations.IsEmpty)
        {
            throw Unsupported(operation, $"the generic method '{method.Name}' without source", "wrap it in a method with concrete types");
        }
        List<Expression> scalars = [];
        string owner = receiver is null
            ? method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : Placed((Outside)(receiver.Value ?? Read(receiver.Place!)), scalars);
        List<string> arrays = [], wholes = [], texts = [];
        for (int i = 0; i < arguments.Length; i++)
        {
            texts.Add(OpaqueArgument(operation, method.Parameters[i], arguments[i].Value!, scalars, arrays, wholes));
        }
        string text = owner + "." + Text.Escape(method.Name) + "(" + string.Join(", ", texts) + ")";
        ScalarType type = Types.ScalarOf(method.ReturnType)!.Value;
        if (arrays.Count == 0)
        {
            return new(new External(type, text, scalars.ToEquatableArray()) { IsCall = true });
        }
        if (receiver is not null)
        {
            throw Unsupported(operation, $"a method of an object that takes spans, '{method.Name}',", "wrap it in a static method");
        }
        string name = _function.Names.Temporary(ResultName(method));
        string function = OpaqueFunction(method, text, type, scalars, wholes);
        Emit(new Call([new(name, type)], function, scalars.ToEquatableArray(), arrays.ToEquatableArray()) { IsPure = true });
        return new(Build.Name(name, type));
    }

    private string OpaqueArgument(IOperation operation, IParameterSymbol parameter, Value value, List<Expression> scalars, List<string> arrays, List<string> wholes)
    {
        switch (value)
        {
            case Scalar scalar:
                scalars.Add(scalar.Expression);
                string place = "{" + Text.Of(scalars.Count - 1) + "}";
                bool isPlain = parameter.Type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Int32 or SpecialType.System_Int64
                    or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_Boolean;
                return isPlain ? place : "(" + TypeTexts.Of(parameter.Type) + ")(" + place + ")";
            case Outside outside:
                return Placed(outside, scalars);
            case View { Arrays: [var array], Dimensions.Length: 1 } view when Types.IsSpan(parameter.Type) && parameter.Type.Name == "ReadOnlySpan":
                string own = parameter.Name;
                arrays.Add(array);
                wholes.Add(own);
                if (view.IsWhole)
                {
                    return Text.Escape(own);
                }
                scalars.Add(view.Offset);
                scalars.Add(view.Length);
                return $"{Text.Escape(own)}.Slice({{{Text.Of(scalars.Count - 2)}}}, {{{Text.Of(scalars.Count - 1)}}})";
            default:
                throw Unsupported(operation, $"the argument '{parameter.Name}' of a method without source", "wrap the method in one that takes numbers and ReadOnlySpan");
        }
    }

    /// <summary>The text of outside data, its placeholders moved behind those that are there.</summary>
    private static string Placed(Outside outside, List<Expression> scalars)
    {
        int first = scalars.Count;
        scalars.AddRange(outside.Arguments);
        return Regex.Replace(outside.Text, @"\{(\d+)\}", match => "{" + Text.Of(first + int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)) + "}");
    }

    private string OpaqueFunction(IMethodSymbol method, string text, ScalarType type, List<Expression> scalars, List<string> arrays)
    {
        string key = text + string.Join(",", scalars.Select(static s => s.Type.ToString()));
        if (!_opaque.TryGetValue(key, out string name))
        {
            name = FunctionName(method.Name);
            _opaque.Add(key, name);
            LocalNames names = LocalNames.Beside(arrays);
            List<Parameter> parameters = scalars.Select(scalar => new Parameter(names.Temporary("value"), scalar.Type, ParameterKind.Scalar, false)).ToList();
            External call = new(type, text, parameters.Select(static p => (Expression)Build.Name(p.Name, p.Type)).ToEquatableArray()) { IsCall = true };
            parameters.AddRange(arrays.Select((array, i) => new Parameter(array, ElementTypeOf(method, array), ParameterKind.Array, false)));
            _functions.Add(new(name, parameters.ToEquatableArray(), [], Block.Empty, [call]));
        }
        return name;
    }

    private static ScalarType ElementTypeOf(IMethodSymbol method, string parameter) =>
        Types.ScalarOf(Types.ElementOf(method.Parameters.First(p => p.Name == parameter).Type))!.Value;
}
