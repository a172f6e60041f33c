using System;
using System.Collections.Generic;
using Proxima.Linear;

namespace Proxima;

/// <summary>
/// What a program does to its inputs, as affine expressions between nonlinear operations. <see cref="Form"/> writes it; <see cref="LinearBound"/> reads it,
/// over as many boxes as wanted. Operations that depend only on earlier ones are gathered into layers, so that loops over arrays become matrices again.
/// </summary>
#if NETSTANDARD2_0
internal
#else
public
#endif
sealed partial class BoundGraph
{
    private readonly List<Node> _nodes = [];
    private readonly List<Atom> _atoms = [];
    private readonly Dictionary<(Operation, int, int), int> _known = [];

    /// <summary>A graph of <paramref name="inputs"/> inputs and nothing else yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no input.</exception>
    public BoundGraph(int inputs)
    {
        if (inputs < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(inputs), inputs, "A graph needs an input.");
        }
        InputCount = inputs;
        for (int i = 0; i < inputs; i++)
        {
            _nodes.Add(new Node(NodeKind.Atom, i, -1, default, 0));
        }
    }

    /// <summary>How many inputs there are.</summary>
    public int InputCount { get; }

    /// <summary>The most steps of expressions; a program with more ends in a <see cref="GraphSizeException"/>.</summary>
    internal int MostSteps { get; init; } = int.MaxValue;

    /// <summary>Nodes that are one of two values by a condition, so that a second choice by it is none: what both arms of a branch store was chosen twice.</summary>
    internal Dictionary<int, Choice> Choices { get; } = [];

    private enum NodeKind
    {
        /// <summary>An input, or the result of an operation.</summary>
        Atom,

        /// <summary>Left + right.</summary>
        Sum,

        /// <summary>Left · factor.</summary>
        Scale,

        /// <summary>Left + factor.</summary>
        Shift,
    }

    /// <summary>Input number <paramref name="index"/>.</summary>
    public Form Input(int index)
    {
        if ((uint)index >= (uint)InputCount)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, "There is no such input.");
        }
        return new Form(this, index);
    }

    internal Form Sum(Form a, Form b)
    {
        RequireOwn(a);
        RequireOwn(b);
        return Append(NodeKind.Sum, a.Node, b.Node, default, Math.Max(_nodes[a.Node].Level, _nodes[b.Node].Level));
    }

    internal Form Scale(Form a, Interval factor) => Scale(a, factor, 1.0);

    internal Form Scale(Form a, Interval factor, Interval divisor)
    {
        RequireOwn(a);
        Interval quotient = factor / divisor;
        if (quotient.IsEmpty || !quotient.IsBounded)
        {
            return Unary(Curve.Lost, a);
        }
        if (quotient == 1.0)
        {
            return a;
        }
        if (quotient == 0.0)
        {
            return 0.0;
        }
        Node node = _nodes[a.Node];
        return node.Kind == NodeKind.Scale && IsExact(quotient)
            ? Append(NodeKind.Scale, node.Left, -1, node.Factor * quotient, node.Level)
            : Append(NodeKind.Scale, a.Node, -1, quotient, node.Level);

        // A sign changes: −(−x) is x, and no rounding comes between.
        static bool IsExact(Interval value) => value == -1.0;
    }

    internal Form Shift(Form a, Interval amount)
    {
        RequireOwn(a);
        if (amount == 0.0)
        {
            return a;
        }
        return amount.IsEmpty || !amount.IsBounded ? Unary(Curve.Lost, a) : Append(NodeKind.Shift, a.Node, -1, amount, _nodes[a.Node].Level);
    }

    internal Form Unary(Curve curve, Form a)
    {
        RequireOwn(a);
        return Result(curve, a.Node, -1);
    }

    internal Form Product(Form a, Form b)
    {
        RequireOwn(a);
        RequireOwn(b);
        return Result(Surface.Product, Math.Min(a.Node, b.Node), Math.Max(a.Node, b.Node));
    }

    /// <summary>An operation on two forms, of which one may be a constant.</summary>
    internal Form Binary(Surface surface, Form a, Form b)
    {
        Form first = AsNode(a), second = AsNode(b);
        return Result(surface, first.Node, second.Node);
    }

    /// <summary>Left = factor · base, when the form is its base times a constant.</summary>
    internal (int Base, Interval Factor) Multiple(Form a)
    {
        Node node = _nodes[a.Node];
        return node.Kind == NodeKind.Scale ? (node.Left, node.Factor) : (a.Node, 1.0);
    }

    /// <summary>A constant becomes zero times an input, plus it.</summary>
    private Form AsNode(Form form)
    {
        if (form.IsConstant)
        {
            Form zero = Append(NodeKind.Scale, 0, -1, default, 0);
            return form.Constant.IsBounded ? Append(NodeKind.Shift, zero.Node, -1, form.Constant, 0) : Unary(Curve.Lost, zero);
        }
        RequireOwn(form);
        return form;
    }

    private Form Result(Operation operation, int left, int right)
    {
        if (_known.TryGetValue((operation, left, right), out int known))
        {
            return new Form(this, known);
        }
        int level = 1 + Math.Max(_nodes[left].Level, right < 0 ? 0 : _nodes[right].Level);
        _atoms.Add(new Atom(operation, left, right, level));
        _known.Add((operation, left, right), _nodes.Count);
        return Append(NodeKind.Atom, InputCount + _atoms.Count - 1, -1, default, level);
    }

    private Form Append(NodeKind kind, int left, int right, Interval factor, int level)
    {
        if (_nodes.Count >= MostSteps)
        {
            throw new GraphSizeException();
        }
        _nodes.Add(new Node(kind, left, right, factor, level));
        return new Form(this, _nodes.Count - 1);
    }

    private void RequireOwn(Form form)
    {
        if (!ReferenceEquals(form.Graph, this))
        {
            throw new ArgumentException("The forms belong to different graphs.", nameof(form));
        }
    }

    /// <summary>A step of an affine expression. Level: how many nonlinear operations lie one behind another before it.</summary>
    private readonly record struct Node(NodeKind Kind, int Left, int Right, Interval Factor, int Level);

    /// <summary>A nonlinear operation on one expression or, where the right one is not −1, on two.</summary>
    private readonly record struct Atom(Operation Operation, int Left, int Right, int Level);
}

/// <summary>A program is too long for a graph of it to be of use.</summary>
internal sealed class GraphSizeException : Exception;
