using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>The rows of the table as functions of intervals: the same method of <c>Interval</c>. A row without one is a diagnostic for the user.</summary>
internal static class IntervalRules
{
    private static readonly Dictionary<Primitive, Primitive> s_rules = Create();

    /// <summary>True when the row maps enclosures of its arguments to one of its value.</summary>
    public static bool Has(Primitive primitive) => s_rules.ContainsKey(primitive);

    public static Primitive Find(Primitive primitive) =>
        s_rules.TryGetValue(primitive, out Primitive? rule) ? rule : throw new BoundException("'" + primitive.Name + "' has no interval rule", -1);

    /// <summary>True for a function of intervals that stands for a row of the table.</summary>
    public static bool IsRule(Primitive primitive) => s_rows.ContainsKey(primitive);

    /// <summary>The row of the table behind a function of intervals.</summary>
    public static Primitive RowOf(Primitive rule) => s_rows.TryGetValue(rule, out Primitive? row) ? row : throw new BoundException("'" + rule.Name + "' has no interval rule", -1);

    private static readonly Dictionary<Primitive, Primitive> s_rows = s_rules.ToDictionary(static r => r.Value, static r => r.Key);

    private static Dictionary<Primitive, Primitive> Create()
    {
        Dictionary<Primitive, Primitive> rules = [];
        foreach (Primitive primitive in PrimitiveTable.All)
        {
            if (IntervalFunctions.Has(primitive))
            {
                string text = primitive.DoubleText;
                rules[primitive] = new() { Name = primitive.Name, Arity = primitive.Arity, Cost = primitive.Cost, DoubleText = "Interval" + text.Substring(text.IndexOf('.')) };
            }
        }
        return rules;
    }
}
