using System;
using System.Collections.Generic;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Taylor coefficients of the nodes of a graph about a point, or about every point of a box at once, computed as they are asked for, and numbered by <see cref="Powers"/>.
/// For v = φ(u) with φ' from the table, k·vₖ = Σⱼ j·uⱼ·φ'(u)ₖ₋ⱼ (Griewank and Walther 2008, chapter 13): one rule for every row, as in <c>Transforms.Taylor</c>, but in
/// numbers. Of several variables it is the same rule with degrees for k and j, which the operator Σ tᵢ·∂/∂tᵢ gives in the place of t·d/dt.
/// </summary>
internal sealed class Series<T, TField>
    where T : struct
    where TField : struct, IField<T>
{
    private readonly Graph _graph;
    private readonly T[] _at;
    private readonly Powers _powers;
    private readonly int _count;
    private readonly List<T[]?> _coefficients = [];
    private readonly List<int> _known = [];
    private readonly TField _field = default;

    public Series(Graph graph, T at, int order)
        : this(graph, [at], order)
    {
    }

    /// <param name="at">A value for each variable.</param>
    /// <param name="order">The highest degree.</param>
    public Series(Graph graph, T[] at, int order)
    {
        _graph = graph;
        _at = at;
        _powers = Powers.Of(at.Length);
        _count = _powers.CountUpTo(order);
    }

    /// <summary>The coefficient number k, of at most the order of the series.</summary>
    public T this[int node, int k]
    {
        get
        {
            while (_coefficients.Count <= node)
            {
                _coefficients.Add(null);
                _known.Add(0);
            }
            T[] coefficients = _coefficients[node] ??= new T[_count];
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
        if (_powers.Degrees[k] > node.Degree || !Has(node, k))
        {
            return _field.Of(0);
        }
        return node.Kind switch
        {
            NodeKind.Constant => _field.Of(node.Value),
            NodeKind.Irrational => _field.Irrational(node.Value),
            NodeKind.Variable => k == 0 ? _at[(int)node.Value] : _field.Of(1),
            NodeKind.Plus => _field.Plus(this[node.Arguments[0], k], this[node.Arguments[1], k]),
            NodeKind.Minus => _field.Minus(this[node.Arguments[0], k], this[node.Arguments[1], k]),
            NodeKind.Negative => _field.Negate(this[node.Arguments[0], k]),
            NodeKind.Times => Product(node.Arguments[0], node.Arguments[1], k),
            NodeKind.Square => Square(node.Arguments[0], k),
            NodeKind.Over => Quotient(node, id, k),
            _ => k == 0 ? Value(node) : ByPartials(node, id, k),
        };
    }

    /// <summary>False where a product has a variable that a node has not.</summary>
    private bool Has(Node node, int k) => (_powers.Variables[k] & ~node.Variables) == 0;

    private T Value(Node node)
    {
        T[] arguments = new T[node.Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = this[node.Arguments[i], 0];
        }
        return _field.Apply(node.Primitive!, arguments);
    }

    /// <summary>Σ aⱼ·bₖ₋ⱼ, without the terms that a degree or a variable leaves out.</summary>
    private T Product(int a, int b, int k)
    {
        T sum = _field.Of(0);
        Node first = _graph[a], second = _graph[b];
        int[] left = _powers.Left[k], right = _powers.Right[k], places = _powers.First[k];
        int degree = _powers.Degrees[k], end = places[Math.Min(degree, first.Degree) + 1];
        for (int i = places[degree - Math.Min(degree, second.Degree)]; i < end; i++)
        {
            if (!Has(first, left[i]) || !Has(second, right[i]))
            {
                continue;
            }
            T factor = this[a, left[i]];
            if (!_field.IsZero(factor))
            {
                sum = _field.Plus(sum, _field.Times(factor, this[b, right[i]]));
            }
        }
        return sum;
    }

    private T Square(int a, int k)
    {
        T sum = _field.Of(0);
        Node node = _graph[a];
        int[] left = _powers.Left[k], right = _powers.Right[k];
        int degree = _powers.Degrees[k];
        for (int i = _powers.First[k][degree - Math.Min(degree, node.Degree)]; 2 * i < left.Length - 1; i++)
        {
            if (Has(node, left[i]) && Has(node, right[i]))
            {
                sum = _field.Plus(sum, _field.Times(this[a, left[i]], this[a, right[i]]));
            }
        }
        sum = _field.Plus(sum, sum);
        return left.Length % 2 == 1 && Has(node, left[left.Length / 2]) ? _field.Plus(sum, _field.Square(this[a, left[left.Length / 2]])) : sum;
    }

    /// <summary>b·v = a: b₀·vₖ = aₖ − Σ bⱼ·vₖ₋ⱼ over j other than 0.</summary>
    private T Quotient(Node node, int id, int k)
    {
        int a = node.Arguments[0], b = node.Arguments[1];
        T rest = this[a, k];
        int[] left = _powers.Left[k], right = _powers.Right[k];
        int end = _powers.First[k][Math.Min(_powers.Degrees[k], _graph[b].Degree) + 1];
        for (int i = 1; i < end; i++)
        {
            if (Has(_graph[b], left[i]) && Has(node, right[i]))
            {
                rest = _field.Minus(rest, _field.Times(this[b, left[i]], this[id, right[i]]));
            }
        }
        return _field.IsZero(rest) ? rest : _field.Over(rest, this[b, 0]);
    }

    private T ByPartials(Node node, int id, int k)
    {
        T sum = _field.Of(0);
        int[] left = _powers.Left[k], right = _powers.Right[k];
        int degree = _powers.Degrees[k];
        for (int argument = 0; argument < node.Arguments.Count; argument++)
        {
            int u = node.Arguments[argument];
            int partial = _graph[u].Degree == 0 ? -1 : _graph.Partial(id, argument);
            int end = partial < 0 ? 0 : _powers.First[k][Math.Min(degree, _graph[u].Degree) + 1];
            for (int i = 1; i < end; i++)
            {
                if (!Has(_graph[u], left[i]) || !Has(_graph[partial], right[i]))
                {
                    continue;
                }
                T term = _field.Times(this[u, left[i]], this[partial, right[i]]);
                int j = _powers.Degrees[left[i]];
                sum = _field.Plus(sum, j == 1 ? term : _field.Times(_field.Of(j), term));
            }
        }
        return _field.IsZero(sum) || degree == 1 ? sum : _field.Over(sum, _field.Of(degree));
    }
}
