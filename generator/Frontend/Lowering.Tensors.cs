using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>
/// <c>System.Numerics.Tensors.TensorPrimitives</c> over doubles and floats as loops of the IR, with the checks that the library makes:
/// <c>TensorPrimitives.Exp(x, y)</c> → <c>for (i = 0; i &lt; x.Length; i++) y[i] = Math.Exp(x[i])</c>.
/// </content>
internal sealed partial class Lowering
{
    private const string UnequalLengths = "new global::System.ArgumentException(\"Input span arguments must all have the same length.\")";
    private const string NoElements = "new global::System.ArgumentException(\"Input span arguments must not be empty.\")";
    private const string ShortDestination = "new global::System.ArgumentException(\"Destination is too short.\", \"destination\")";
    private const string Overlap =
        "new global::System.ArgumentException(\"The destination span may only overlap with an input span if the two spans start at the same memory location.\", \"destination\")";

    /// <summary>An argument of a tensor function: the elements of a span, or one scalar for all of them, which has no count.</summary>
    private sealed record Operand(Func<Expression, Expression> At, Expression? Count, View? Storage);

    private Outcome? OfTensors(IOperation operation, string type, IMethodSymbol method, Argument[] arguments)
    {
        if (type != "System.Numerics.Tensors.TensorPrimitives")
        {
            return null;
        }
        bool isMap = method.ReturnsVoid;
        if (!IsOfOneReal(method))
        {
            throw NoRule(operation, method);
        }
        Operand[] inputs = arguments.Take(isMap ? arguments.Length - 1 : arguments.Length).Select(argument => OperandOf(operation, argument.Value!)).ToArray();
        Func<Expression[], Expression>? map = isMap ? MapOf(method.Name, inputs.Length) : null;
        if (isMap ? map is null : !Reductions.Contains(method.Name))
        {
            throw NoRule(operation, method);
        }
        Expression count = inputs.First(static input => input.Count is not null).Count!;
        foreach (Operand input in inputs.Where(input => input.Count is not null && !input.Count.Equals(count)))
        {
            ThrowWhen(Compared(Arithmetic.NotEqual, count, input.Count!), UnequalLengths);
        }
        if (method.Name is "Distance" or "CosineSimilarity" or "SoftMax" or "Sigmoid" || (!isMap && method.Name is "Max" or "Min"))
        {
            ThrowWhen(Compared(Arithmetic.Equal, count, Build.Int(0)), NoElements);
        }
        if (map is null)
        {
            return new(new Scalar(Reduced(method.Name, inputs, count)));
        }
        if (arguments[arguments.Length - 1].Value is not View { Dimensions.Length: 1 } target)
        {
            throw Mutation(operation, Text.Folded(operation.Syntax));
        }
        View destination = (View)Stable((Value)target);
        RefuseOverlaps(inputs, destination);
        ThrowWhen(Compared(Arithmetic.Greater, count, destination.Length), ShortDestination);
        if (method.Name == "SoftMax")
        {
            // As the library does it, without a shift: it overflows where the library does.
            Expression sum = Stable(Accumulated("sum", Build.Zero(inputs[0].At(count).Type), count, (sofar, i) => Build.Plus(sofar, Build.Call(Elementary.Exp, inputs[0].At(i)))));
            map = x => Build.Divide(Build.Call(Elementary.Exp, x[0]), sum);
        }
        Loop(count, index => StoreAlways(operation, destination, index, new Scalar(map(inputs.Select(input => input.At(index)).ToArray()))));
        return new((Value?)null);
    }

    /// <summary>True when every parameter is a double or a span of them, or all are floats.</summary>
    private bool IsOfOneReal(IMethodSymbol method)
    {
        ITypeSymbol[] items = method.Parameters.Select(parameter => Types.ElementOf(Concrete(parameter.Type)) ?? Concrete(parameter.Type)).ToArray();
        return items.Length > 0 && items.All(item => Types.IsReal(item) && item.SpecialType == items[0].SpecialType)
            && (method.ReturnsVoid || Concrete(method.ReturnType).SpecialType == items[0].SpecialType);
    }

    private Operand OperandOf(IOperation operation, Value value)
    {
        if (value is Scalar scalar)
        {
            Expression all = Stable(scalar.Expression);
            return new(_ => all, null, null);
        }
        (Func<Expression, Expression> at, Expression count) = Elements(operation, value);
        return new(at, count, value as View);
    }

    /// <summary>A destination is an input, element for element, or shares none of its elements.</summary>
    private void RefuseOverlaps(Operand[] inputs, View destination)
    {
        foreach (Operand input in inputs)
        {
            if (input.Storage is not { } source || !source.Arrays.SequenceEqual(destination.Arrays) || source.Offset.Equals(destination.Offset))
            {
                continue;
            }
            Expression start = Stable(source.Offset);
            Expression isApart = Build.Or(
                Compared(Arithmetic.GreaterOrEqual, start, AddInt(destination.Offset, destination.Length)),
                Compared(Arithmetic.GreaterOrEqual, destination.Offset, AddInt(start, input.Count!)));
            ThrowWhen(Build.And(Compared(Arithmetic.NotEqual, start, destination.Offset), Build.Not(isApart)), Overlap);
        }
    }
}
