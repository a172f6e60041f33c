using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Methods of arrays and spans.</content>
internal sealed partial class Lowering
{
    private View NewSpan(IObjectCreationOperation creation, ITypeSymbol type)
    {
        Value[] arguments = InOrder(creation.Arguments.Select(argument => new Func<Value>(() => Lower(argument.Value))).ToArray());
        return arguments switch
        {
            [View { Dimensions.Length: 1 } view] => view,
            [View { Dimensions.Length: 1 } view, Scalar start, Scalar length] => Slice(view, start.Expression, length.Expression),
            [] => NewArray(creation, Types.ElementOf(type)!, [Build.Int(0)], "empty"),
            _ => throw UnsupportedExpression(creation),
        };
    }

    private Outcome? OfSpan(IOperation operation, string type, IMethodSymbol method, Argument? receiver, Argument[] arguments)
    {
        bool isStatic = type is "System.MemoryExtensions" or "System.Array";
        Value? subject = receiver is not null ? receiver.Value ?? Read(receiver.Place!) : isStatic && arguments.Length > 0 ? arguments[0].Value : null;
        if (subject is not View view || !(isStatic || type is "System.Span" or "System.ReadOnlySpan" || method.ContainingType.SpecialType == SpecialType.System_Array))
        {
            return null;
        }
        Value[] rest = (receiver is null ? arguments.Skip(1) : arguments).Select(static a => a.Value!).ToArray();
        switch (method.Name, rest)
        {
            case ("AsSpan" or "Slice", []):
                return new(view);
            case ("AsSpan" or "Slice", [Scalar { Type: ScalarType.Int } start]) when view.Dimensions.Length == 1:
                return new(Slice(view, start.Expression, SubtractInt(view.Length, start.Expression)));
            case ("AsSpan" or "Slice", [Scalar start, Scalar length]) when view.Dimensions.Length == 1:
                return new(Slice(view, start.Expression, length.Expression));
            case ("GetLength", [Scalar { Expression: Constant axis }]) when axis.Bits >= 0 && axis.Bits < view.Dimensions.Length:
                return new(new Scalar(view.Dimensions[(int)axis.Bits]));
            case ("GetUpperBound", [Scalar { Expression: Constant axis }]) when axis.Bits >= 0 && axis.Bits < view.Dimensions.Length:
                return new(new Scalar(SubtractInt(view.Dimensions[(int)axis.Bits], Build.Int(1))));
            case ("GetLowerBound", [Scalar]):
                return new(new Scalar(Build.Int(0)));
            case ("ToArray" or "Clone", []):
                return new(CopyOf(operation, view, "copy"));
            case ("Clear", []):
                Fill(operation, Flat(view), DefaultOf(view.Element)!);
                return new((Value?)null);
            case ("Clear", [Scalar start, Scalar length]):
                Fill(operation, Slice(Flat(view), start.Expression, length.Expression), DefaultOf(view.Element)!);
                return new((Value?)null);
            case ("Fill", [Scalar or Composite]):
                Fill(operation, view, rest[0]);
                return new((Value?)null);
            case ("CopyTo", [View target]):
                Copy(operation, view, target, view.Length);
                return new((Value?)null);
            case ("CopyTo", [View target, Scalar { Type: ScalarType.Int } start]):
                Copy(operation, view, Slice(target, start.Expression, view.Length), view.Length);
                return new((Value?)null);
            case ("Copy", [View target, Scalar { Type: ScalarType.Int } count]):
                Copy(operation, view, target, count.Expression);
                return new((Value?)null);
            case ("Copy", [Scalar from, View target, Scalar to, Scalar { Type: ScalarType.Int } count]):
                Copy(operation, Slice(view, from.Expression, count.Expression), Slice(target, to.Expression, count.Expression), count.Expression);
                return new((Value?)null);
            case ("Reverse", []):
                ReverseInPlace(operation, view);
                return new((Value?)null);
            default:
                return null;
        }
    }

    /// <summary>Copies as if through a third array when source and target may overlap.</summary>
    private void Copy(IOperation operation, View source, View target, Expression count)
    {
        count = Stable(count);
        source = new(source.Element, source.Arrays, Stable(source.Offset), [count]);
        target = new(target.Element, target.Arrays, Stable(target.Offset), [Stable(target.Length)]);
        if (source.Arrays.SequenceEqual(target.Arrays))
        {
            source = CopyOf(operation, source, "copy");
        }
        ThrowWhen(Compared(Arithmetic.Greater, count, target.Length), "new global::System.ArgumentException(\"Destination is too short.\")");
        Loop(count, index => StoreAlways(operation, target, index, ElementOf(operation, source, [index])));
    }

    private void ReverseInPlace(IOperation operation, View view)
    {
        View stable = new(view.Element, view.Arrays, Stable(view.Offset), [Stable(view.Length)]);
        Loop(Build.Divide(stable.Length, Build.Int(2)), index =>
        {
            Expression other = SubtractInt(SubtractInt(stable.Length, Build.Int(1)), index);
            Value kept = MapExpressions(ElementOf(operation, stable, [index]), e => Let(e));
            StoreAlways(operation, stable, index, ElementOf(operation, stable, [other]));
            StoreAlways(operation, stable, other, kept);
        });
    }
}
