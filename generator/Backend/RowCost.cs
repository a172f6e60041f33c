using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Backend;

/// <summary>
/// The work of one row in nanoseconds, as C#: a number plus a number for each product of sizes that loops count to, <c>1.2 + 0.35 * xColumns</c>. An estimate from
/// the operations of the IR, good to a small factor; it only decides whether threads pay.
/// </summary>
internal sealed class RowCost
{
    /// <summary>Iterations of a loop whose number is not known before it runs.</summary>
    private const int Unknown = 10;

    private readonly Func<Expression, string?> _size;
    private readonly Func<Cost, double> _cost;
    private readonly Dictionary<string, Expression> _lets = [];
    private readonly SortedDictionary<string, double> _terms = new(StringComparer.Ordinal);

    private RowCost(Func<Expression, string?> size, Func<Cost, double> cost)
    {
        _size = size;
        _cost = cost;
    }

    /// <param name="size">The C# of a length of an array or an integer parameter, null where the companion has none.</param>
    public static string Of(Function function, bool inLanes, Func<Expression, string?> size)
    {
        RowCost cost = new(size, inLanes ? InLanes : Scalar);
        cost.Walk(function.Body, 1, "");
        foreach (Expression result in function.Results)
        {
            cost.Count(result, 1, "");
        }
        cost._terms.TryGetValue("", out double once);
        IEnumerable<string> others = cost._terms.Where(static t => t.Key.Length > 0 && t.Value > 0).Select(static t => Text(t.Value) + " * " + t.Key);
        return string.Join(" + ", others.Prepend(Text(once + 0.5))); // half a nanosecond to load and store
    }

    /// <summary>Nanoseconds per row where eight share a vector (Zen 5 at 3.85 GHz; other machines are within a factor of three).</summary>
    private static double InLanes(Cost cost) => cost switch
    {
        Cost.Trivial => 0.02,
        Cost.Cheap => 0.05,
        Cost.Moderate => 0.3,
        _ => 0.5,
    };

    private static double Scalar(Cost cost) => cost switch
    {
        Cost.Trivial => 0.1,
        Cost.Cheap => 0.4,
        Cost.Moderate => 2,
        _ => 8,
    };

    /// <summary>Two digits say all that the estimate knows.</summary>
    private static string Text(double nanoseconds)
    {
        double unit = 0.1;
        while (nanoseconds >= 100 * unit)
        {
            unit *= 10;
        }
        return Literals.Text(Build.Double((double)(decimal)(Math.Ceiling(nanoseconds / unit) * unit)));
    }

    private void Walk(Block block, double times, string sizes)
    {
        foreach (Statement statement in block.Statements)
        {
            if (statement is Let { Value.Type: ScalarType.Int } let)
            {
                _lets[let.Name] = let.Value;
            }
            foreach (Expression own in Walker.Own(statement))
            {
                Count(own, times, sizes);
            }
            double inner = times;
            string within = sizes;
            if (statement is For loop)
            {
                (double trips, string counted) = Trips(loop.Step > 0 ? loop.To : loop.From, loop.Step > 0 ? loop.From : loop.To);
                inner *= trips / Math.Abs(loop.Step);
                within = Join(sizes, counted);
            }
            else if (statement is While)
            {
                inner *= Unknown;
            }
            foreach (Block nested in Walker.Blocks(statement))
            {
                Walk(nested, inner, within);
            }
        }
    }

    private void Count(Expression expression, double times, string sizes)
    {
        double cost = Walker.All(expression).Sum(e => e switch
        {
            Apply apply => _cost(apply.Primitive.Cost),
            Element => _cost(Cost.Cheap),
            _ => 0,
        });
        _terms.TryGetValue(sizes, out double sum);
        _terms[sizes] = sum + times * cost;
    }

    /// <summary>A number of iterations: a constant, or a size; small offsets do not matter.</summary>
    private (double Times, string Size) Trips(Expression end, Expression start) => end switch
    {
        Constant last when start is Constant first => (Math.Max(last.Bits - first.Bits, 0), ""),
        Constant => (Unknown, ""),
        Apply { Primitive.Operator: "+" or "-", Arguments: [var size, Constant] } => Trips(size, start),
        Read read when _lets.TryGetValue(read.Name, out Expression? value) => Trips(value, start),
        _ => _size(end) is { } text ? (1, text) : (Unknown, ""),
    };

    private static string Join(string left, string right) => left.Length == 0 ? right : right.Length == 0 ? left : left + " * " + right;
}
