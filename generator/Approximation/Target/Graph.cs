using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Approximation;

/// <summary>
/// A function of one variable or several without branches: operations on earlier ones, each there once. Derivatives of rows are nodes as well, made when a series asks for
/// them: sine and cosine, which are each other's, are two nodes and no more.
/// </summary>
internal sealed class Graph
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<(NodeKind, long, Primitive?, EquatableArray<int>), int> _known = [];
    private readonly Dictionary<(int Node, int Argument), int> _partials = [];
    private readonly Dictionary<int, int> _derivatives = [];

    /// <summary>The one variable.</summary>
    public int Variable => VariableAt(0);

    public int Count => _nodes.Count;

    public Node this[int node] => _nodes[node];

    /// <summary>One of several variables.</summary>
    public int VariableAt(int number) => Intern(NodeKind.Variable, number, null, [], 1);

    public int Constant(double value) => Intern(NodeKind.Constant, value, null, [], 0);

    public int Plus(int a, int b) => Intern(NodeKind.Plus, 0, null, [a, b], Math.Max(Degree(a), Degree(b)));

    public int Minus(int a, int b) => Intern(NodeKind.Minus, 0, null, [a, b], Math.Max(Degree(a), Degree(b)));

    public int Negative(int a) => Intern(NodeKind.Negative, 0, null, [a], Degree(a));

    /// <summary>A square is one: on a box around zero it is not the product of two numbers that may differ.</summary>
    public int Times(int a, int b)
    {
        long degree = (long)Degree(a) + Degree(b);
        int bounded = degree > 1000 ? Node.Unbounded : (int)degree;
        return a == b ? Intern(NodeKind.Square, 0, null, [a], bounded) : Intern(NodeKind.Times, 0, null, [a, b], bounded);
    }

    public int Over(int a, int b) => Intern(NodeKind.Over, 0, null, [a, b], Degree(b) == 0 ? Degree(a) : Node.Unbounded);

    /// <summary>A row applied; what is made of other rows is written out.</summary>
    public int Function(Primitive primitive, params int[] arguments)
    {
        if (primitive == Elementary.FusedMultiplyAdd || primitive == Elementary.MultiplyAddEstimate)
        {
            return Plus(Times(arguments[0], arguments[1]), arguments[2]);
        }
        if (primitive == Elementary.Lerp)
        {
            return Plus(Times(arguments[0], Minus(Constant(1), arguments[2])), Times(arguments[1], arguments[2]));
        }
        if (primitive == Elementary.Hypot)
        {
            return Function(Elementary.Sqrt, Plus(Times(arguments[0], arguments[0]), Times(arguments[1], arguments[1]))); // its own derivatives tell the origin apart
        }
        if (primitive == Elementary.Detach || primitive == Elementary.Hold || primitive == Elementary.Attach)
        {
            return arguments[0];
        }
        bool isConstant = arguments.All(a => Degree(a) == 0);
        return Intern(NodeKind.Function, 0, primitive, new(arguments), isConstant ? 0 : Node.Unbounded);
    }

    /// <summary>The derivative of a function in one of its arguments, or −1 where it is zero.</summary>
    public int Partial(int node, int argument)
    {
        if (_partials.TryGetValue((node, argument), out int partial))
        {
            return partial;
        }
        Node function = _nodes[node];
        if (function.Primitive!.Partials is not { } partials)
        {
            throw new ApproximationException("'" + function.Primitive.Name + "' has no derivative rule");
        }
        Expression[] arguments = [.. Enumerable.Range(0, function.Arguments.Count).Select(i => Named(function, i))];
        Dictionary<string, int> names = Enumerable.Range(0, arguments.Length).ToDictionary(static i => "a" + i, i => function.Arguments[i]);
        names["r"] = node;
        partial = partials[argument]?.Invoke(arguments, Build.Name("r", ScalarType.Double)) is { } slope ? Of(slope, names) : -1;
        _partials.Add((node, argument), partial);
        return partial;
    }

    /// <summary>The derivative of a node in the one variable, as a node.</summary>
    public int Derivative(int node)
    {
        if (!_derivatives.TryGetValue(node, out int derivative))
        {
            derivative = DerivativeOf(_nodes[node], node);
            _derivatives.Add(node, derivative);
        }
        return derivative;
    }

    private int DerivativeOf(Node node, int id)
    {
        if (node.Degree == 0)
        {
            return Constant(0);
        }
        int a = node.Arguments.Count > 0 ? node.Arguments[0] : -1, b = node.Arguments.Count > 1 ? node.Arguments[1] : -1;
        switch (node.Kind)
        {
            case NodeKind.Variable:
                return Constant(1);
            case NodeKind.Plus:
                return Sum(Derivative(a), Derivative(b));
            case NodeKind.Minus:
                return IsZero(Derivative(b)) ? Derivative(a) : IsZero(Derivative(a)) ? Negative(Derivative(b)) : Minus(Derivative(a), Derivative(b));
            case NodeKind.Negative:
                return Negative(Derivative(a));
            case NodeKind.Times:
                return Sum(Product(Derivative(a), b), Product(Derivative(b), a));
            case NodeKind.Square:
                return Product(Derivative(a), Times(Constant(2), a));
            case NodeKind.Over:
                int above = IsZero(Derivative(b)) ? Derivative(a) : Minus(Derivative(a), Product(Derivative(b), id));
                return Over(above, b);
            default:
                int sum = Constant(0);
                for (int i = 0; i < node.Arguments.Count; i++)
                {
                    int partial = Degree(node.Arguments[i]) == 0 ? -1 : Partial(id, i);
                    sum = partial < 0 ? sum : Sum(sum, Product(Derivative(node.Arguments[i]), partial));
                }
                return sum;
        }
    }

    private int Sum(int a, int b)
    {
        if (IsZero(a) || IsZero(b))
        {
            return IsZero(a) ? b : a;
        }
        return Plus(a, b);
    }

    private int Product(int a, int b)
    {
        if (IsZero(a) || IsOne(b))
        {
            return a;
        }
        return IsOne(a) ? b : IsZero(b) ? b : Times(a, b);
    }

    private bool IsZero(int node) => _nodes[node] is { Kind: NodeKind.Constant, Value: 0 };

    private bool IsOne(int node) => _nodes[node] is { Kind: NodeKind.Constant, Value: 1 };

    /// <summary>An argument as a rule of the table sees it: constants are constants, whole where the row takes whole numbers.</summary>
    private Expression Named(Node function, int argument)
    {
        if (_nodes[function.Arguments[argument]] is not { Kind: NodeKind.Constant } constant)
        {
            return Build.Name("a" + argument, ScalarType.Double);
        }
        bool isWhole = (function.Primitive == Elementary.Polygamma && argument == 0) || (function.Primitive == Elementary.RootN && argument == 1);
        return isWhole ? Build.Int((int)constant.Value) : Build.Double(constant.Value);
    }

    /// <summary>An expression of the table, in which the nearest double of an irrational number means that number.</summary>
    private int Of(Expression expression, Dictionary<string, int> names)
    {
        switch (expression)
        {
            case Constant constant:
                return constant.Type == ScalarType.Double && IrrationalConstants.Contains(constant.Real) ? Intern(NodeKind.Irrational, constant.Real, null, [], 0) : Constant(constant.Real);
            case Read read:
                return names[read.Name];
            case Apply apply when apply.Type.IsReal() && apply.Primitive != Arithmetic.Select:
                int[] arguments = [.. apply.Arguments.Select(a => Of(a, names))];
                return Operation(apply.Primitive, arguments) ?? Function(apply.Primitive, arguments);
            default:
                throw new ApproximationException("a derivative has cases that cannot be told apart");
        }
    }

    /// <summary>Arithmetic, or null for another row.</summary>
    public int? Operation(Primitive primitive, int[] a) => primitive switch
    {
        _ when primitive == Arithmetic.Plus => Plus(a[0], a[1]),
        _ when primitive == Arithmetic.Minus => Minus(a[0], a[1]),
        _ when primitive == Arithmetic.Times => Times(a[0], a[1]),
        _ when primitive == Arithmetic.Over => Over(a[0], a[1]),
        _ when primitive == Arithmetic.Negative => Negative(a[0]),
        _ when primitive == Arithmetic.Convert => a[0],
        _ => null,
    };

    private int Degree(int node) => _nodes[node].Degree;

    private int Intern(NodeKind kind, double value, Primitive? primitive, EquatableArray<int> arguments, int degree)
    {
        (NodeKind, long, Primitive?, EquatableArray<int>) key = (kind, BitConverter.DoubleToInt64Bits(value), primitive, arguments);
        if (!_known.TryGetValue(key, out int node))
        {
            node = _nodes.Count;
            int variables = kind == NodeKind.Variable ? 1 << (int)value : 0;
            foreach (int argument in arguments)
            {
                variables |= _nodes[argument].Variables;
            }
            _nodes.Add(new(kind, value, primitive, arguments, degree, variables));
            _known.Add(key, node);
        }
        return node;
    }
}
