using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>
/// Derivative rules that the user wrote. The value is the callee's own, held constant; then the rule's statements, and its outputs attached:
/// <c>y = Gamma(x)</c> → <c>v = detach(Gamma(x)); dX = …; y = attach(v, x, dX)</c>. The rule is ordinary code, so it is differentiated when the model is
/// differentiated twice.
/// </content>
internal sealed partial class Lowering
{
    /// <summary>
    /// How many more times what is lowered here is differentiated. At zero a rule is not needed; so a rule may call the method that it is the rule of.
    /// </summary>
    private int _levels;

    /// <summary>Calls whose rules are being lowered: a rule that calls its own method again, with the same arguments, finds the value here.</summary>
    private List<(IMethodSymbol Method, Value[] Arguments, Expression Result)> _ruled = [];

    private Scalar CallWithRule(IOperation operation, IMethodSymbol method, Rule rule, Argument? receiver, Argument[] arguments)
    {
        if (receiver is not null && (receiver.Value ?? Read(receiver.Place!)) is not Outside)
        {
            // A derivative with respect to the receiver's own numbers would be lost.
            throw Unsupported(operation, $"the derivative rule of '{method.Name}', a method of a computed value,", "make the method static and pass the value as a parameter");
        }
        Value[] values = arguments.Select(argument => Stable(argument.Value ?? Read(argument.Place!))).ToArray();
        IMethodSymbol definition = Bodies.Definition(method);
        int known = _ruled.FindIndex(call => SymbolEqualityComparer.Default.Equals(call.Method, definition) && call.Arguments.Zip(values, AreSame).All(static same => same));
        if (known >= 0)
        {
            return new(Attached(operation, rule, receiver, values, _ruled[known].Result));
        }
        int levels = _levels;
        Argument[] held = values.Select((value, i) => new Argument(levels > 0 && rule.Shapes[i] == ParameterShape.Constant ? HeldConstant(operation, value) : Held(value), null)).ToArray();
        if (_fields.Count > 0)
        {
            held = held.Select(argument => new Argument(Apart(argument.Value!), null)).ToArray();
        }
        int mark = _block.Count;
        _levels = 0;
        Value result = _bodies.Of(method) is { Block: not null } body
            ? InvokeUnwritten(operation, method, body, receiver, held)
            : CallOpaque(operation, method, receiver, held);
        _levels = levels;
        RefuseFields(operation, method, mark, ((Scalar)result).Expression, values);
        Expression value = Let(Detached(((Scalar)result).Expression));
        _ruled.Add((definition, values, value));
        Expression attached = Attached(operation, rule, receiver, values, value);
        _ruled.RemoveAt(_ruled.Count - 1);
        return new(attached);
    }

    private static bool AreSame(Value left, Value right) => (left, right) switch
    {
        (Scalar a, Scalar b) => a.Expression.Equals(b.Expression),
        (Composite a, Composite b) => a.Fields.Length == b.Fields.Length && a.Fields.Zip(b.Fields, AreSame).All(static same => same),
        (View a, View b) => a.Arrays.SequenceEqual(b.Arrays) && a.Offset.Equals(b.Offset) && a.Dimensions.SequenceEqual(b.Dimensions),
        (Outside a, Outside b) => a.Text == b.Text && a.Arguments.Equals(b.Arguments),
        _ => false,
    };

    private Value InvokeUnwritten(IOperation operation, IMethodSymbol method, Body body, Argument? receiver, Argument[] arguments)
    {
        if (Bodies.Definition(method).Parameters.FirstOrDefault(p => Types.ElementOf(p.Type) is not null && body.Effects.IsWritten(p)) is { } written)
        {
            throw Unsupported(operation, $"the derivative rule of '{method.Name}', which writes to '{written.Name}',", "write to a copy");
        }
        return Invoke(operation, method, receiver, arguments, isRead: true)!;
    }

    /// <summary>The model's own result, by its rule when it has one.</summary>
    private Value? WithRule(Rule? rule, Place[] parameters, Func<Value?> lower)
    {
        if (rule is null)
        {
            return lower();
        }
        int levels = _levels;
        _levels = 0;
        Value result = lower()!;
        _levels = levels;
        Argument? receiver = _frame.This is null ? null : new(null, _frame.This);
        return new Scalar(Attached(BodyBlock(), rule, receiver, parameters.Select(Read).ToArray(), Let(Detached(((Scalar)result).Expression))));
    }

    /// <summary>The value with the derivatives that the rule computes.</summary>
    private Expression Attached(IOperation operation, Rule rule, Argument? receiver, Value[] arguments, Expression value)
    {
        if (_levels == 0)
        {
            return value;
        }
        List<Argument> all = arguments.Select(static argument => new Argument(argument, null)).ToList();
        List<(Value Argument, Place Derivative)> outputs = [];
        _isInventing = true;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (rule.Shapes[i] != ParameterShape.Constant)
            {
                IParameterSymbol output = rule.Method.Parameters[all.Count];
                Place place = Types.ElementOf(output.Type) is { } element
                    ? new Fixed(NewArray(operation, element, SizesOf(operation, arguments[i]), output.Name))
                    : DeclareUnassigned(operation, Concrete(output.Type), output.Name);
                all.Add(place is Fixed { Value: var array } ? new(array, null) : new(null, place));
                outputs.Add((arguments[i], place));
            }
        }
        _isInventing = false;
        _levels--;
        Invoke(operation, rule.Method, rule.Method.IsStatic ? null : receiver, all.ToArray(), isRead: false);
        _levels++;
        foreach ((Value argument, Place derivative) in outputs)
        {
            value = Attached(operation, value, argument, Read(derivative));
        }
        return value;
    }

    private Expression Attached(IOperation operation, Expression value, Value argument, Value derivative)
    {
        switch (argument, derivative)
        {
            case (Scalar { Type: ScalarType.Double or ScalarType.Float, Expression: not Constant } x, Scalar d):
                return Let(Build.Call(Elementary.Attach, value, Build.Convert(x.Expression, value.Type), Build.Convert(d.Expression, value.Type)));
            case (Composite xs, Composite ds):
                return xs.Fields.Zip(ds.Fields, static (x, d) => (x, d)).Aggregate(value, (v, pair) => Attached(operation, v, pair.x, pair.d));
            case (View x, View d):
                Cell sum = NewVariable(_function.Names.Temporary("value"), value);
                View flat = Flat(x), slopes = Flat(d);
                Loop(slopes.Length, index =>
                {
                    Value item = ElementOf(operation, flat, [index]), slope = ElementOf(operation, slopes, [index]);
                    Emit(new Assign(sum.Name, Attached(operation, Build.Name(sum.Name, sum.Type), item, slope)));
                });
                return Let(Build.Name(sum.Name, sum.Type));
            default:
                // Numbers that are not real, and data of the caller's, which does not vary.
                return value;
        }
    }

    private Expression[] SizesOf(IOperation operation, Value array) => array switch
    {
        View view => view.Dimensions,
        Outside outside => [OutsideCount(operation, outside)],
        _ => throw UnsupportedExpression(operation),
    };

    /// <summary>Arguments as names of their own, so that what else the callee reads can be told from them.</summary>
    private Value Apart(Value value) => MapExpressions(value, e => e.Type.IsReal() && e is not Constant ? Let(e) : e);

    /// <summary>A callee that reads a differentiated field of the instance itself: its rule has no output for that.</summary>
    private void RefuseFields(IOperation operation, IMethodSymbol method, int mark, Expression result, Value[] arguments)
    {
        HashSet<string> read = [];
        Access.AddReads(new Block(_block.Skip(mark).ToEquatableArray()), read);
        Access.AddReads(result, read);
        foreach (Value field in _fields.Values.Select(static place => place.Value))
        {
            bool isRead = field switch
            {
                Scalar { Expression: Read name } => read.Contains(name.Name),
                View view => view.Arrays.Any(read.Contains) && !arguments.OfType<View>().Any(argument => argument.Arrays.SequenceEqual(view.Arrays)),
                _ => true,
            };
            if (isRead)
            {
                throw Unsupported(operation, $"the derivative rule of '{method.Name}', which reads a field that is differentiated,", "pass the field as an argument");
            }
        }
    }

    private static Expression Detached(Expression value) => value.Type.IsReal() && value is not Constant ? Build.Call(Elementary.Detach, value) : value;

    private static Value Held(Value value) => MapExpressions(value, Detached);

    private static Place Held(Place place) => place is Fixed { Value: var value } ? new Fixed(Held(value)) : place;

    /// <summary>An argument for which the rule has no output: a variable must not reach it.</summary>
    private Value HeldConstant(IOperation operation, Value value)
    {
        if (value is View view && Types.LeavesOf(view.Element) is { } leaves && leaves.Any(static leaf => leaf.Type.IsReal())
            && view.Arrays.Any(array => !_function.ConstantArrays.Contains(array) || (_function.Recursive is not null && _function.Tables.All(table => table.Name != array))))
        {
            throw Unsupported(operation, "an array that the derivative rule holds constant", "pass a [Constant] array, or give the rule an output for it");
        }
        return MapExpressions(value, static e => e.Type.IsReal() && e is not Constant ? Build.Call(Elementary.Hold, e) : e);
    }
}
