using System;
using Proxima.Linear;

namespace Proxima;

/// <summary>
/// A symbolic real number: an affine expression over the inputs of a <see cref="BoundGraph"/> and over results of its nonlinear operations, or a constant
/// known to lie in an interval. A program that runs once on forms writes its graph; the value of a form is known only when the graph is bounded over a box.
/// </summary>
#if NETSTANDARD2_0
internal
#else
public
#endif
readonly partial struct Form
{
    private readonly Interval _constant;

    private Form(Interval constant)
    {
        Graph = null;
        Node = -1;
        _constant = constant;
    }

    internal Form(BoundGraph graph, int node)
    {
        Graph = graph;
        Node = node;
        _constant = default;
    }

    internal BoundGraph? Graph { get; }

    internal int Node { get; }

    internal bool IsConstant => Graph is null;

    internal Interval Constant => _constant;

    /// <summary>The constant <paramref name="value"/>.</summary>
    public static implicit operator Form(double value) => new((Interval)value);

    /// <summary>A constant that is known to lie in <paramref name="value"/>.</summary>
    public static implicit operator Form(Interval value) => new(value);

    /// <summary>x itself.</summary>
    public static Form operator +(Form x) => x;

    /// <summary>−x.</summary>
    public static Form operator -(Form x) => x.Graph is null ? -x._constant : x.Graph.Scale(x, -1.0);

    /// <summary>a + b.</summary>
    public static Form operator +(Form a, Form b)
    {
        if (a.Graph is null)
        {
            return b.Graph is null ? a._constant + b._constant : b.Graph.Shift(b, a._constant);
        }
        return b.Graph is null ? a.Graph.Shift(a, b._constant) : a.Graph.Sum(a, b);
    }

    /// <summary>a − b.</summary>
    public static Form operator -(Form a, Form b) => b.Graph is null ? a + (Form)(-b._constant) : a + -b;

    /// <summary>a · b.</summary>
    public static Form operator *(Form a, Form b)
    {
        if (a.Graph is null)
        {
            return b.Graph is null ? a._constant * b._constant : b.Graph.Scale(b, a._constant);
        }
        if (b.Graph is null)
        {
            return a.Graph.Scale(a, b._constant);
        }
        return a.Node == b.Node ? Sqr(a) : a.Graph.Product(a, b);
    }

    /// <summary>a / b.</summary>
    public static Form operator /(Form a, Form b)
    {
        if (b.Graph is null)
        {
            return a.Graph is null ? a._constant / b._constant : a.Graph.Scale(a, 1.0, b._constant);
        }
        return a * b.Graph.Unary(Curve.Reciprocal, b);
    }
}
