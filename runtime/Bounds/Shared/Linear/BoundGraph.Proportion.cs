using System.Collections.Generic;
using Proxima.Linear;

namespace Proxima;

sealed partial class BoundGraph
{
    /// <summary>c when a = c · h as affine expressions, without any rounding; none where that is not so.</summary>
    internal Interval? Proportion(Form a, Form h)
    {
        Dictionary<int, Interval> left = Coefficients(a.Node, out Interval leftBias), right = Coefficients(h.Node, out Interval rightBias);
        if (left.Count == 0)
        {
            return leftBias == 0.0 ? 0.0 : null;
        }
        Interval? share = null;
        foreach (KeyValuePair<int, Interval> term in left)
        {
            if (!right.TryGetValue(term.Key, out Interval other))
            {
                return null;
            }
            share ??= term.Value / other;
            if (!share.Value.IsPoint || !IsMultiple(term.Value, share.Value, other))
            {
                return null;
            }
        }
        return left.Count == right.Count && IsMultiple(leftBias, share!.Value, rightBias) ? share : null;
    }

    private static bool IsMultiple(Interval value, Interval share, Interval of) => value.IsPoint && share * of == value;

    /// <summary>The coefficients of an affine expression that are not zero, by the nodes of its atoms.</summary>
    private Dictionary<int, Interval> Coefficients(int target, out Interval bias)
    {
        SortedSet<int> open = [target];
        Dictionary<int, Interval> coefficients = new() { [target] = 1.0 }, atoms = [];
        bias = 0.0;
        while (open.Count > 0)
        {
            // Operands come before their uses.
            int current = open.Max;
            open.Remove(current);
            Node node = _nodes[current];
            Interval coefficient = coefficients[current];
            switch (node.Kind)
            {
                case NodeKind.Atom:
                    if (coefficient != 0.0)
                    {
                        atoms[current] = coefficient;
                    }
                    continue;
                case NodeKind.Sum:
                    Share(node.Right, coefficient);
                    break;
                case NodeKind.Scale:
                    coefficient *= node.Factor;
                    break;
                default:
                    bias += coefficient * node.Factor;
                    break;
            }
            Share(node.Left, coefficient);
        }
        return atoms;

        void Share(int operand, Interval amount)
        {
            coefficients[operand] = coefficients.TryGetValue(operand, out Interval before) ? before + amount : amount;
            open.Add(operand);
        }
    }
}
