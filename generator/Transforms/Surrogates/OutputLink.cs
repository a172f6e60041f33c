using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Surrogates;

/// <summary>
/// The function in which a model ends: growing on all real numbers, smooth, and proved to be so from the ranges of what it is made of. Logistic, exponential, tanh,
/// softplus, the normal distribution, and sums and multiples of one of these.
/// </summary>
internal static class OutputLink
{
    private const string Margin = "margin";

    private static readonly Dictionary<Primitive, bool> s_monotone = new()
    {
        [Elementary.Exp] = true, [Elementary.Exp2] = true, [Elementary.Exp10] = true, [Elementary.ExpM1] = true, [Elementary.Exp2M1] = true, [Elementary.Exp10M1] = true,
        [Elementary.Tanh] = true, [Elementary.Sigmoid] = true, [Elementary.SoftPlus] = true, [Elementary.Erf] = true, [Elementary.Erfc] = false, [Elementary.NormalCdf] = true,
        [Elementary.Atan] = true, [Elementary.Asinh] = true, [Elementary.Sinh] = true, [Elementary.Log] = true, [Elementary.Log2] = true, [Elementary.Log10] = true,
        [Elementary.LogP1] = true, [Elementary.Sqrt] = true,
    };

    /// <summary>One operation of the chain from the result to the margin: which argument is on it.</summary>
    private sealed record Step(Apply Operation, int Child);

    /// <summary>The link as a function of the margin, and the margin; null where the result is the margin.</summary>
    /// <param name="values">What the names of the outermost block are, where they are operations.</param>
    /// <param name="isVaried">True for what depends on a coordinate.</param>
    public static (Function Link, Expression Margin)? Of(Expression result, IReadOnlyDictionary<string, Expression> values, System.Func<Expression, bool> isVaried)
    {
        List<Step> steps = [];
        for (Expression at = result; StepOf(Value(at, values), isVaried) is { } step; at = step.Operation.Arguments[step.Child])
        {
            steps.Add(step);
        }
        for (int last = steps.Count - 1; last >= 0; last--)
        {
            if (IsBent(steps[last].Operation.Primitive) && Direction(steps, last) is { } isGrowing)
            {
                Expression margin = steps[last].Operation.Arguments[steps[last].Child];
                Read argument = Name(Margin, margin.Type);
                Expression link = isGrowing ? argument : Negate(argument);
                for (int k = last; k >= 0; k--)
                {
                    int child = steps[k].Child;
                    Expression inner = link;
                    link = steps[k].Operation with { Arguments = steps[k].Operation.Arguments.Select((a, i) => i == child ? inner : a).ToEquatableArray() };
                }
                Function function = new("Link", [new(Margin, margin.Type, ParameterKind.Scalar, true)], [], Block.Empty, [link]);
                return (PassList.Prepare(function), isGrowing ? margin : Negate(margin));
            }
        }
        return null;
    }

    private static Expression Value(Expression expression, IReadOnlyDictionary<string, Expression> values) =>
        expression is Read read && values.TryGetValue(read.Name, out Expression? value) ? value : expression;

    private static bool IsBent(Primitive p) => p == Arithmetic.Over || s_monotone.ContainsKey(p);

    private static Step? StepOf(Expression expression, System.Func<Expression, bool> isVaried)
    {
        if (expression is not Apply { Type: ScalarType.Double } apply)
        {
            return null;
        }
        int[] varied = [.. Enumerable.Range(0, apply.Arguments.Count).Where(i => isVaried(apply.Arguments[i]))];
        bool isKnown = apply.Primitive.Operator is "+" or "-" or "*" or "/" || s_monotone.ContainsKey(apply.Primitive);
        return isKnown && varied.Length == 1 && apply.Arguments.Where((_, i) => i != varied[0]).All(static a => a is Constant { Type: ScalarType.Double }) ? new(apply, varied[0]) : null;
    }

    /// <summary>Whether the steps up to the last grow or fall with any real margin; null where one of them is not proved to do either.</summary>
    private static bool? Direction(List<Step> steps, int last)
    {
        Range? range = new(double.NegativeInfinity, double.PositiveInfinity);
        bool isGrowing = true;
        for (int k = last; k >= 0; k--)
        {
            Primitive p = steps[k].Operation.Primitive;
            double other = steps[k].Operation.Arguments.Count == 2 ? ((Constant)steps[k].Operation.Arguments[1 - steps[k].Child]).Real : 0;
            bool? direction = p switch
            {
                _ when double.IsNaN(other) || double.IsInfinity(other) => null,
                _ when p == Arithmetic.Plus => true,
                _ when p == Arithmetic.Negative => false,
                _ when p == Arithmetic.Minus => steps[k].Child == 0,
                _ when p == Arithmetic.Times || (p == Arithmetic.Over && steps[k].Child == 0) => other == 0 ? null : other > 0,
                _ when p == Arithmetic.Over => other == 0 || range.Spans(0) ? null : other < 0,
                _ when p == Elementary.Log || p == Elementary.Log2 || p == Elementary.Log10 || p == Elementary.Sqrt => range.Low >= 0 ? true : null,
                _ when p == Elementary.LogP1 => range.Low >= -1 ? true : null,
                _ when s_monotone.TryGetValue(p, out bool grows) => grows,
                _ => null,
            };
            if (direction is not { } known || range.After(p, other, steps[k].Child) is not { } next)
            {
                return null;
            }
            isGrowing ^= !known;
            range = next;
        }
        return isGrowing;
    }

    /// <summary>An open interval that a value stays in.</summary>
    private sealed record Range(double Low, double High)
    {
        public bool Spans(double value) => Low < value && value < High;

        public Range? After(Primitive p, double other, int child) => p switch
        {
            _ when p == Arithmetic.Plus => new(Low + other, High + other),
            _ when p == Arithmetic.Negative => new(-High, -Low),
            _ when p == Arithmetic.Minus => child == 0 ? new(Low - other, High - other) : new(other - High, other - Low),
            _ when p == Arithmetic.Times => other > 0 ? new(Low * other, High * other) : new(High * other, Low * other),
            _ when p == Arithmetic.Over && child == 0 => other > 0 ? new(Low / other, High / other) : new(High / other, Low / other),
            _ when p == Arithmetic.Over => Reciprocal(other),
            _ when p == Elementary.Exp || p == Elementary.Exp2 || p == Elementary.Exp10 || p == Elementary.SoftPlus => new(0, double.PositiveInfinity),
            _ when p == Elementary.ExpM1 || p == Elementary.Exp2M1 || p == Elementary.Exp10M1 => new(-1, double.PositiveInfinity),
            _ when p == Elementary.Tanh || p == Elementary.Erf => new(-1, 1),
            _ when p == Elementary.Sigmoid || p == Elementary.NormalCdf => new(0, 1),
            _ when p == Elementary.Erfc => new(0, 2),
            _ when p == Elementary.Atan => new(-2, 2),
            _ when (p == Elementary.Log || p == Elementary.Log2 || p == Elementary.Log10) && Low >= 1 => new(0, double.PositiveInfinity),
            _ when p == Elementary.LogP1 && Low >= 0 => new(0, double.PositiveInfinity),
            _ when p == Elementary.Sqrt => new(0, double.PositiveInfinity),
            _ => new(double.NegativeInfinity, double.PositiveInfinity),
        };

        // Of an interval on one side of 0; where it reaches 0 the reciprocal is unbounded.
        private Range Reciprocal(double over)
        {
            double low = High <= 0 ? (double.IsNegativeInfinity(Low) ? 0 : over / Low) : (double.IsPositiveInfinity(High) ? 0 : over / High);
            double high = High <= 0 ? (High == 0 ? double.NegativeInfinity * over : over / High) : (Low == 0 ? double.PositiveInfinity * over : over / Low);
            return low < high ? new(low, high) : new(high, low);
        }
    }
}
