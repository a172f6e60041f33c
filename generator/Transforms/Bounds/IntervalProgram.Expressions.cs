using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Bounds;

// Expressions as instructions: each gives the register of its value.
internal sealed partial class IntervalProgram
{
    private sealed partial class Compiler
    {
        /// <summary>A value where another type may be wanted: a number where an interval is, a bool where a truth is.</summary>
        private int EvaluateAs(Expression expression, ScalarType type) => (expression.Type, type) switch
        {
            (ScalarType.Bool, ScalarType.Truth) => Emit(Op.Truth, New(type), Evaluate(expression)),
            _ => Evaluate(expression),
        };

        private int Evaluate(Expression expression)
        {
            switch (expression)
            {
                case Constant constant:
                    return Constant(constant);
                case Read read:
                    return _names[read.Name];
                case Length length:
                    (int bank, int array) = _arrayNames[length.Array];
                    return Emit(Op.Length, New(ScalarType.Int), array, bank);
                case Element element:
                    return Emit(InBank(element.Type, Op.Load, Op.LoadNumber, Op.LoadWhole), New(element.Type), _arrayNames[element.Array].Index, Evaluate(element.Index));
                case Apply apply when apply.Primitive == Arithmetic.Select:
                    return Choose(apply);
                case Apply apply:
                    return apply.Type switch
                    {
                        ScalarType.Interval => OfInterval(apply),
                        ScalarType.Truth => OfTruth(apply),
                        ScalarType.Double => OfNumber(apply),
                        _ => OfWhole(apply),
                    };
                default:
                    throw new BoundException("what the model reads from outside is not known at build time", -1);
            }
        }

        private int Constant(Constant constant)
        {
            if (constant.Type is ScalarType.Interval or ScalarType.Double)
            {
                _constants.Add(constant.Type == ScalarType.Interval ? constant.Real : Interval.Raw(constant.Real, constant.Real));
                return Emit(constant.Type == ScalarType.Interval ? Op.Constant : Op.Number, New(constant.Type), _constants.Count - 1);
            }
            long bits = constant.Type == ScalarType.Truth ? (constant.Bits == 2 ? 0 : constant.Bits == 1 ? 1 : 2) : constant.Bits;
            return Emit(Op.Whole, New(constant.Type), unchecked((int)bits), (int)(bits >> 32));
        }

        /// <summary>Only the value that is chosen is computed.</summary>
        private int Choose(Apply apply)
        {
            int target = New(apply.Type);
            Op copy = InBank(apply.Type, Op.Copy, Op.CopyNumber, Op.CopyWhole);
            int toElse = EmitUnless(apply.Arguments[0]);
            Emit(copy, target, EvaluateAs(apply.Arguments[1], apply.Type));
            int toEnd = EmitGoto();
            Land(toElse);
            Emit(copy, target, EvaluateAs(apply.Arguments[2], apply.Type));
            Land(toEnd);
            return target;
        }

        private int OfInterval(Apply apply)
        {
            Primitive p = apply.Primitive;
            if (p == BoundOperations.Between)
            {
                _constants.Add(new(((Constant)apply.Arguments[0]).Real, ((Constant)apply.Arguments[1]).Real));
                return Emit(Op.Constant, New(ScalarType.Interval), _constants.Count - 1);
            }
            int[] a = [.. apply.Arguments.Select((e, i) => EvaluateAs(e, i == 0 && (p == BoundOperations.Select || p == BoundOperations.Jump) ? ScalarType.Truth : e.Type))];
            if (p == BoundOperations.Point)
            {
                return apply.Arguments[0].Type == ScalarType.Double ? Emit(Op.OfNumber, New(ScalarType.Interval), a[0]) : throw new UnreachableException(Printer.Print(apply));
            }
            if (hazards is not null && Hazard.Of(apply, _statement) is { } hazard)
            {
                hazards.Add(hazard);
                Emit(Op.Watch, hazards.Count - 1, a[hazard.Argument]);
            }
            if (s_intervals.TryGetValue(p, out Op op))
            {
                return Emit(op, New(ScalarType.Interval), a[0], a.Length > 1 ? a[1] : 0, a.Length > 2 ? a[2] : 0);
            }
            int target = New(ScalarType.Interval);
            if (p == BoundOperations.PowN)
            {
                return Emit(Op.WithInteger, target, a[0], a[1], Function((Func<Interval, int, Interval>)Interval.PowN));
            }
            if (p == BoundOperations.SigmoidSlope)
            {
                return Emit(Op.Unary, target, a[0], c: Function((Func<Interval, Interval>)Interval.SigmoidSlope));
            }
            if (p == BoundOperations.HypotSlope)
            {
                return Emit(Op.Binary, target, a[0], a[1], Function((Func<Interval, Interval, Interval>)Interval.HypotSlope));
            }
            Primitive row = IntervalRules.RowOf(p);
            if (IntervalFunctions.Unary.TryGetValue(row, out Func<Interval, Interval>? unary))
            {
                return Emit(Op.Unary, target, a[0], c: Function(unary));
            }
            if (IntervalFunctions.Binary.TryGetValue(row, out Func<Interval, Interval, Interval>? binary))
            {
                return Emit(Op.Binary, target, a[0], a[1], Function(binary));
            }
            if (IntervalFunctions.WithInteger.TryGetValue(row, out Func<Interval, int, Interval>? integer))
            {
                return Emit(Op.WithInteger, target, a[0], a[1], Function(integer));
            }
            if (IntervalFunctions.OfOrder.TryGetValue(row, out Func<int, Interval, Interval>? order))
            {
                return Emit(Op.OfOrder, target, a[0], a[1], Function(order));
            }
            bool isTernary = IntervalFunctions.Ternary.TryGetValue(row, out Func<Interval, Interval, Interval, Interval>? ternary);
            Emit(isTernary ? Op.Ternary : Op.WithTwoIntegers, target, a[0], a[1], a[2]);
            Emit(Op.Goto, a: Function(isTernary ? ternary! : (Delegate)IntervalFunctions.WithTwoIntegers[row])); // its operand
            return target;
        }

        private int OfTruth(Apply apply)
        {
            Primitive p = apply.Primitive;
            bool isCompared = apply.Arguments[0].Type is ScalarType.Interval;
            int[] a = [.. apply.Arguments.Select(e => EvaluateAs(e, isCompared ? e.Type : ScalarType.Truth))];
            int target = New(ScalarType.Truth);
            if (p == BoundOperations.NotEqual)
            {
                return Emit(Op.NotTruth, target, Emit(Op.Equal, New(ScalarType.Truth), a[0], a[1]));
            }
            bool isSwapped = p == BoundOperations.Greater || p == BoundOperations.GreaterOrEqual;
            return Emit(s_truths[p], target, isSwapped ? a[1] : a[0], a.Length < 2 ? 0 : isSwapped ? a[0] : a[1]);
        }

        /// <summary>What the program computes with numbers that are the same at every point.</summary>
        private int OfNumber(Apply apply)
        {
            Primitive p = apply.Primitive;
            if (p == Arithmetic.Convert)
            {
                return apply.Arguments[0].Type.IsReal() ? Evaluate(apply.Arguments[0]) : Emit(Op.NumberOfWhole, New(ScalarType.Double), Evaluate(apply.Arguments[0]));
            }
            int[] a = [.. apply.Arguments.Select(Evaluate)];
            Func<double, double, double> function = p == Arithmetic.Plus ? static (x, y) => x + y
                : p == Arithmetic.Minus ? static (x, y) => x - y
                : p == Arithmetic.Times ? static (x, y) => x * y
                : p == Arithmetic.Over ? static (x, y) => x / y
                : p == Arithmetic.Negative ? static (x, _) => -x
                : p.Evaluate is { } evaluate && a.Length <= 2 && apply.Arguments.All(static e => e.Type == ScalarType.Double) ? (x, y) => evaluate(a.Length == 1 ? [x] : [x, y])
                : throw new BoundException("'" + p.Name + "' of constants has no value at build time", -1);
            return Emit(Op.NumberFunction, New(ScalarType.Double), a[0], a.Length > 1 ? a[1] : 0, Function(function));
        }

        private int OfWhole(Apply apply)
        {
            Primitive p = apply.Primitive;
            if (p == Arithmetic.AndAlso || p == Arithmetic.OrElse)
            {
                return p == Arithmetic.AndAlso ? Choose(new(ScalarType.Bool, Arithmetic.Select, [apply.Arguments[0], apply.Arguments[1], Build.Bool(false)]))
                    : Choose(new(ScalarType.Bool, Arithmetic.Select, [apply.Arguments[0], Build.Bool(true), apply.Arguments[1]]));
            }
            ScalarType first = apply.Arguments[0].Type;
            int[] a = [.. apply.Arguments.Select(Evaluate)];
            int target = New(apply.Type);
            if (first == ScalarType.Truth)
            {
                return Emit(p == BoundOperations.CanBeTrue ? Op.CanBeTrue : Op.CanBeFalse, target, a[0]);
            }
            if (first.IsReal())
            {
                return a.Length == 2 ? Emit(Op.CompareNumbers, target, a[0], a[1], Function(Comparison(p)))
                    : p == Arithmetic.Convert || p == Arithmetic.CheckedConvert ? Emit(Op.WholeOfNumber, target, a[0], c: Function((Func<double, long>)(x => Integers.FromReal(apply.Type, x, p == Arithmetic.CheckedConvert))))
                    : p.Evaluate is { } evaluate ? Emit(Op.WholeOfNumber, target, a[0], c: Function((Func<double, long>)(x => (long)evaluate([x]))))
                    : throw new UnreachableException(Printer.Print(apply));
            }
            if (apply.Type == ScalarType.Int && first == ScalarType.Int && (p == Arithmetic.Plus || p == Arithmetic.Minus || p == Arithmetic.Times))
            {
                return Emit(p == Arithmetic.Plus ? Op.AddWhole : p == Arithmetic.Minus ? Op.SubtractWhole : Op.MultiplyWhole, target, a[0], a[1]);
            }
            if (p == Arithmetic.Not)
            {
                return Emit(Op.Not, target, a[0]);
            }
            if (p.Operator is "<" or "<=" or ">" or ">=" or "==" or "!=")
            {
                bool isUnsigned = first == ScalarType.ULong;
                Func<long, long, int> order = isUnsigned ? static (x, y) => ((ulong)x).CompareTo((ulong)y) : static (x, y) => x.CompareTo(y);
                Func<int, bool> holds = Holds(p);
                return Emit(Op.WholeFunction, target, a[0], a[1], Function((x, y) => holds(order(x, y)) ? 1 : 0));
            }
            if (p == Arithmetic.Convert || p == Arithmetic.CheckedConvert)
            {
                return Emit(Op.WholeFunction1, target, a[0], c: Function((Func<long, long>)(x => Integers.Convert(apply.Type, first, x, p == Arithmetic.CheckedConvert))));
            }
            ScalarType type = apply.Type;
            return a.Length == 1
                ? Emit(Op.WholeFunction1, target, a[0], c: Function((Func<long, long>)(x => Integers.Apply(p, type, x) ?? throw new UnreachableException(p.Name))))
                : Emit(Op.WholeFunction, target, a[0], a[1], Function((x, y) => Integers.Apply(p, type, x, y) ?? throw new UnreachableException(p.Name)));
        }

        private static Func<int, bool> Holds(Primitive p) => p.Operator switch
        {
            "<" => static order => order < 0,
            "<=" => static order => order <= 0,
            ">" => static order => order > 0,
            ">=" => static order => order >= 0,
            "==" => static order => order == 0,
            _ => static order => order != 0,
        };

        private static Func<double, double, bool> Comparison(Primitive p) => p.Operator switch
        {
            "<" => static (x, y) => x < y,
            "<=" => static (x, y) => x <= y,
            ">" => static (x, y) => x > y,
            ">=" => static (x, y) => x >= y,
            "==" => static (x, y) => x == y,
            _ => static (x, y) => x != y,
        };

        private static readonly Dictionary<Primitive, Op> s_intervals = new()
        {
            [Arithmetic.Plus] = Op.Add, [Arithmetic.Minus] = Op.Subtract, [Arithmetic.Times] = Op.Multiply, [Arithmetic.Over] = Op.Divide, [Arithmetic.Negative] = Op.Negate,
            [BoundOperations.Sqr] = Op.Sqr, [BoundOperations.Hull] = Op.Hull, [BoundOperations.AtLeast] = Op.AtLeast, [BoundOperations.AtMost] = Op.AtMost, [BoundOperations.Select] = Op.Select,
            [BoundOperations.Inside] = Op.Inside, [BoundOperations.InsideOpen] = Op.InsideOpen,
            [BoundOperations.Jump] = Op.Jump, [BoundOperations.StepSlope] = Op.StepSlope, [BoundOperations.AngleJump] = Op.AngleJump,
            [BoundOperations.InsideSlope] = Op.InsideSlope, [BoundOperations.NotZeroSlope] = Op.NotZeroSlope, [BoundOperations.PoleSlope] = Op.PoleSlope,
        };

        private static readonly Dictionary<Primitive, Op> s_truths = new()
        {
            [BoundOperations.Less] = Op.Less, [BoundOperations.Greater] = Op.Less, [BoundOperations.LessOrEqual] = Op.LessOrEqual, [BoundOperations.GreaterOrEqual] = Op.LessOrEqual,
            [BoundOperations.Equal] = Op.Equal, [BoundOperations.And] = Op.AndTruth, [BoundOperations.Or] = Op.OrTruth, [BoundOperations.Xor] = Op.XorTruth, [BoundOperations.Not] = Op.NotTruth,
            [BoundOperations.EitherTruth] = Op.EitherTruth, [BoundOperations.IsNegative] = Op.IsNegative, [BoundOperations.IsInteger] = Op.IsInteger,
        };
    }
}
