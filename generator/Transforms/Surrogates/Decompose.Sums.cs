using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Surrogates;

// Sums taken apart.
internal sealed partial class Decompose
{
    /// <summary>coefficient · value.</summary>
    private sealed record Summand(Expression Coefficient, Expression Value, BigInteger Mask);

    /// <summary>What an expression is the sum of.</summary>
    private sealed class Sum
    {
        public double Constant { get; set; }

        /// <summary>Weights by coordinate.</summary>
        public SortedDictionary<int, double> Affine { get; } = [];

        public List<Summand> Summands { get; } = [];

        /// <summary>What depends on constants of the model alone.</summary>
        public List<Expression> Shared { get; } = [];
    }

    private readonly Dictionary<string, Sum> _sums = [];

    private void Split(Expression expression, Expression factor, Sum sum)
    {
        BigInteger mask = Mask(expression);
        if (mask.IsZero)
        {
            if (expression is Constant { Type: ScalarType.Double } number && factor is Constant { Type: ScalarType.Double } scale)
            {
                sum.Constant += scale.Real * number.Real;
            }
            else
            {
                sum.Shared.Add(Multiply(factor, expression));
            }
        }
        else if (CoordinateOf(expression) is >= 0 and var coordinate)
        {
            AddCoordinate(coordinate, factor, sum);
        }
        else if (expression is Read read && _values.ContainsKey(read.Name))
        {
            Add(SumOf(read), factor, sum);
        }
        else if (expression is not Apply apply || !IsSplit(apply, factor, sum))
        {
            sum.Summands.Add(new(factor, expression, mask));
        }
    }

    /// <summary>The sum that a name stands for, taken apart once: both arms of a branch may start from it.</summary>
    private Sum SumOf(Read read)
    {
        if (_sums.TryGetValue(read.Name, out Sum? known))
        {
            return known;
        }
        Sum sum = new();
        int coordinate = CoordinateOf(_values[read.Name]);
        if (coordinate >= 0)
        {
            AddCoordinate(coordinate, Double(1), sum);
        }
        else if (_values[read.Name] is not Apply apply || !IsSplit(apply, Double(1), sum))
        {
            sum.Summands.Add(new(Double(1), read, Mask(read)));
        }
        return _sums[read.Name] = sum;
    }

    private void Add(Sum addend, Expression factor, Sum sum)
    {
        if (addend.Constant != 0)
        {
            Split(Double(addend.Constant), factor, sum);
        }
        foreach (KeyValuePair<int, double> weight in addend.Affine)
        {
            AddCoordinate(weight.Key, Product(factor, Double(weight.Value)), sum);
        }
        sum.Summands.AddRange(addend.Summands.Select(s => s with { Coefficient = Product(factor, s.Coefficient) }));
        sum.Shared.AddRange(addend.Shared.Select(e => Product(factor, e)));
    }

    private void AddCoordinate(int coordinate, Expression factor, Sum sum)
    {
        if (factor is Constant weight)
        {
            sum.Affine[coordinate] = (sum.Affine.TryGetValue(coordinate, out double known) ? known : 0) + weight.Real;
        }
        else
        {
            sum.Summands.Add(new(factor, Coordinate(coordinate), BigInteger.One << coordinate));
        }
    }

    private bool IsSplit(Apply apply, Expression factor, Sum sum)
    {
        Primitive p = apply.Primitive;
        EquatableArray<Expression> a = apply.Arguments;
        if (apply.Type != ScalarType.Double)
        {
            return false;
        }
        if (p == Arithmetic.Plus || p == Arithmetic.Minus)
        {
            Split(a[0], factor, sum);
            Split(a[1], p == Arithmetic.Plus ? factor : Negate(factor), sum);
            return true;
        }
        if (p == Arithmetic.Negative)
        {
            Split(a[0], Negate(factor), sum);
            return true;
        }
        if (p == Elementary.FusedMultiplyAdd || p == Elementary.MultiplyAddEstimate)
        {
            Split(Multiply(a[0], a[1]), factor, sum);
            Split(a[2], factor, sum);
            return true;
        }
        if (p == Arithmetic.Select)
        {
            return IsSplit(a[0], a[1], a[2], factor, sum);
        }
        bool isScaled = p == Arithmetic.Times || p == Arithmetic.Over;
        if (isScaled && Mask(a[1]).IsZero)
        {
            Split(a[0], p == Arithmetic.Times ? Product(factor, a[1]) : Quotient(factor, a[1]), sum);
            return true;
        }
        if (p == Arithmetic.Times && Mask(a[0]).IsZero)
        {
            Split(a[1], Product(factor, a[0]), sum);
            return true;
        }
        return false;
    }

    private static Expression Product(Expression left, Expression right) => left is Constant a && right is Constant b ? Double(a.Real * b.Real) : Multiply(left, right);

    private static Expression Quotient(Expression left, Expression right) => left is Constant a && right is Constant b ? Double(a.Real / b.Real) : Divide(left, right);

    /// <summary>The coordinate that an expression is, as a real number; −1 where it is none.</summary>
    private int CoordinateOf(Expression value)
    {
        Expression number = value is Apply { Primitive: var p, Arguments: [{ Type: ScalarType.Int or ScalarType.Long } integer] } && p == Arithmetic.Convert ? integer : value;
        for (int i = 0; i < _coordinates.Count && number is Read; i++)
        {
            if (_coordinates[i].Name == ((Read)number).Name && (number.Type == ScalarType.Double || number != value))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Takes out of a selection what both arms add: <c>c ? s + p : s + q</c> → s and <c>c ? p : q</c>.</summary>
    private bool IsSplit(Expression condition, Expression then, Expression otherwise, Expression factor, Sum sum)
    {
        Sum one = new(), other = new();
        Split(then, Double(1), one);
        Split(otherwise, Double(1), other);
        Summand[] common = [.. one.Summands.ToArray().Where(other.Summands.Remove)];
        int[] weights = [.. one.Affine.Keys.Where(k => other.Affine.TryGetValue(k, out double weight) && weight == one.Affine[k])];
        if (common.Length == 0 && weights.Length == 0)
        {
            return false;
        }
        foreach (Summand summand in common)
        {
            one.Summands.Remove(summand);
            sum.Summands.Add(summand with { Coefficient = Product(factor, summand.Coefficient) });
        }
        foreach (int coordinate in weights)
        {
            AddCoordinate(coordinate, Product(factor, Double(one.Affine[coordinate])), sum);
            one.Affine.Remove(coordinate);
            other.Affine.Remove(coordinate);
        }
        Expression rest = Select(condition, Written(one), Written(other));
        BigInteger mask = Mask(rest);
        if (mask.IsZero)
        {
            Split(rest, factor, sum);
        }
        else
        {
            sum.Summands.Add(new(factor, rest, mask));
        }
        return true;
    }

    private Expression Coordinate(int index) => Build.Convert(Name(_coordinates[index].Name, _coordinates[index].Type), ScalarType.Double);

    private Expression Written(Sum sum)
    {
        IEnumerable<Expression> parts = sum.Affine.Select(w => Product(Double(w.Value), Coordinate(w.Key)))
            .Concat(sum.Summands.Select(static s => Product(s.Coefficient, s.Value))).Concat(sum.Shared);
        Expression? whole = sum.Constant == 0 ? null : Double(sum.Constant);
        foreach (Expression part in parts)
        {
            whole = whole is null ? part : Plus(whole, part);
        }
        return whole ?? Double(0);
    }
}
