using System;
using System.Collections.Generic;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Taylor coefficients of the nodes of a graph about a point, or about every point of a box at once, computed as they are asked for. For v = φ(u) with φ' from the
/// table, k·vₖ = Σⱼ j·uⱼ·φ'(u)ₖ₋ⱼ (Griewank and Walther 2008, chapter 13): one rule for every row, as in <c>Transforms.Taylor</c>, but in numbers.
/// </summary>
internal sealed class Series<T, TField>
    where T : struct
    where TField : struct, IField<T>
{
    private readonly Graph _graph;
    private readonly T _at;
    private readonly int _order;
    private readonly List<T[]?> _coefficients = [];
    private readonly List<int> _known = [];
    private readonly TField _field = default;

    public Series(Graph graph, T at, int order)
    {
        _graph = graph;
        _at = at;
        _order = order;
    }

    /// <summary>The coefficient of order k, at most the order of the series.</summary>
    public T this[int node, int k]
    {
        get
        {
            while (_coefficients.Count <= node)
            {
                _coefficients.Add(null);
                _known.Add(0);
            }
            T[] coefficients = _coefficients[node] ??= new T[_order + 1];
            while (_known[node] <= k)
            {
                int next = _known[node];
                coefficients[next] = Coefficient(_graph[node], node, next);
                _known[node] = next + 1;
            }
            return coefficients[k];
        }
    }

    private T Coefficient(Node node, int id, int k)
    {
        if (k > node.Degree)
        {
            return _field.Of(0);
        }
        return node.Kind switch
        {
            NodeKind.Constant => _field.Of(node.Value),
            NodeKind.Irrational => _field.Irrational(node.Value),
            NodeKind.Variable => k == 0 ? _at : _field.Of(1),
            NodeKind.Plus => _field.Plus(this[node.Arguments[0], k], this[node.Arguments[1], k]),
            NodeKind.Minus => _field.Minus(this[node.Arguments[0], k], this[node.Arguments[1], k]),
            NodeKind.Negative => _field.Negate(this[node.Arguments[0], k]),
            NodeKind.Times => Product(node.Arguments[0], node.Arguments[1], k, 0),
            NodeKind.Square => Square(node.Arguments[0], k),
            NodeKind.Over => Quotient(node, id, k),
            _ => k == 0 ? Value(node) : ByPartials(node, id, k),
        };
    }

    private T Value(Node node)
    {
        T[] arguments = new T[node.Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = this[node.Arguments[i], 0];
        }
        return _field.Apply(node.Primitive!, arguments);
    }

    /// <summary>Σ aⱼ·bₖ₋ⱼ for j from <paramref name="first"/> to k, without the terms that a degree leaves out.</summary>
    private T Product(int a, int b, int k, int first)
    {
        T sum = _field.Of(0);
        int last = Math.Min(k, _graph[a].Degree);
        for (int j = Math.Max(first, k - Math.Min(k, _graph[b].Degree)); j <= last; j++)
        {
            T left = this[a, j];
            if (!_field.IsZero(left))
            {
                sum = _field.Plus(sum, _field.Times(left, this[b, k - j]));
            }
        }
        return sum;
    }

    private T Square(int a, int k)
    {
        T sum = _field.Of(0);
        for (int j = Math.Max(0, k - Math.Min(k, _graph[a].Degree)); 2 * j < k; j++)
        {
            sum = _field.Plus(sum, _field.Times(this[a, j], this[a, k - j]));
        }
        sum = _field.Plus(sum, sum);
        return k % 2 == 0 ? _field.Plus(sum, _field.Square(this[a, k / 2])) : sum;
    }

    /// <summary>b·v = a: b₀·vₖ = aₖ − Σ bⱼ·vₖ₋ⱼ over j ≥ 1.</summary>
    private T Quotient(Node node, int id, int k)
    {
        int a = node.Arguments[0], b = node.Arguments[1];
        T rest = this[a, k];
        for (int j = 1; j <= Math.Min(k, _graph[b].Degree); j++)
        {
            rest = _field.Minus(rest, _field.Times(this[b, j], this[id, k - j]));
        }
        return _field.IsZero(rest) ? rest : _field.Over(rest, this[b, 0]);
    }

    private T ByPartials(Node node, int id, int k)
    {
        T sum = _field.Of(0);
        for (int i = 0; i < node.Arguments.Count; i++)
        {
            int u = node.Arguments[i];
            int partial = _graph[u].Degree == 0 ? -1 : _graph.Partial(id, i);
            for (int j = 1; partial >= 0 && j <= Math.Min(k, _graph[u].Degree); j++)
            {
                T term = _field.Times(this[u, j], this[partial, k - j]);
                sum = _field.Plus(sum, j == 1 ? term : _field.Times(_field.Of(j), term));
            }
        }
        return _field.IsZero(sum) || k == 1 ? sum : _field.Over(sum, _field.Of(k));
    }
}
