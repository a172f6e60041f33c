using System;
using System.Collections.Generic;
using Proxima.Linear;

namespace Proxima;

sealed partial class BoundGraph
{
    /// <summary>The graph of these results, as layers. What no result depends on is left out.</summary>
    /// <exception cref="GraphSizeException">There are more layers than <paramref name="mostLayers"/>.</exception>
    internal LayeredGraph Layer(ReadOnlySpan<Form> results, int mostLayers = int.MaxValue)
    {
        List<(int Level, Operation Operation, List<int> Atoms)> groups = Groups(Reached(results));
        if (groups.Count > mostLayers)
        {
            throw new GraphSizeException();
        }
        int[] layerOf = new int[InputCount + _atoms.Count], indexOf = new int[InputCount + _atoms.Count], counts = new int[groups.Count + 1];
        counts[0] = InputCount;
        for (int i = 0; i < InputCount; i++)
        {
            indexOf[i] = i;
        }
        for (int g = 0; g < groups.Count; g++)
        {
            counts[g + 1] = groups[g].Atoms.Count;
            for (int i = 0; i < groups[g].Atoms.Count; i++)
            {
                int atom = InputCount + groups[g].Atoms[i];
                layerOf[atom] = g + 1;
                indexOf[atom] = i;
            }
        }
        Flattening flattening = new(_nodes, layerOf, indexOf, counts);
        List<Layer> layers = [new Layer(null, InputCount, [])];
        foreach ((int _, Operation operation, List<int> atoms) in groups)
        {
            Affine first = flattening.Rows(atoms.ConvertAll(i => _atoms[i].Left).ToArray());
            layers.Add(new Layer(operation, atoms.Count, operation is Surface ? [first, flattening.Rows(atoms.ConvertAll(i => _atoms[i].Right).ToArray())] : [first]));
        }
        return new LayeredGraph([.. layers], Outputs(flattening, results));
    }

    private static Affine Outputs(Flattening flattening, ReadOnlySpan<Form> results)
    {
        int[] nodes = new int[results.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = results[i].IsConstant ? -1 : results[i].Node;
        }
        Affine rows = flattening.Rows(nodes);
        for (int i = 0; i < nodes.Length; i++)
        {
            if (results[i].IsConstant)
            {
                rows.SetBias(i, results[i].Constant);
            }
        }
        return rows;
    }

    /// <summary>Operations of one level and one kind, in the order in which the program reached them.</summary>
    private List<(int Level, Operation Operation, List<int> Atoms)> Groups(bool[] isReached)
    {
        List<(int Level, Operation Operation, List<int> Atoms)> groups = [];
        Dictionary<(int, Operation), List<int>> known = [];
        for (int i = 0; i < _atoms.Count; i++)
        {
            if (!isReached[i])
            {
                continue;
            }
            if (!known.TryGetValue((_atoms[i].Level, _atoms[i].Operation), out List<int>? group))
            {
                group = [];
                known.Add((_atoms[i].Level, _atoms[i].Operation), group);
                groups.Add((_atoms[i].Level, _atoms[i].Operation, group));
            }
            group.Add(i);
        }

        // Stable: groups of one level stay in the order of their first operation.
        int[] order = new int[groups.Count];
        (int, int)[] keys = new (int, int)[groups.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = (groups[i].Level, i);
        }
        Array.Sort(keys, order);
        return [.. Array.ConvertAll(order, i => groups[i])];
    }

    private bool[] Reached(ReadOnlySpan<Form> results)
    {
        bool[] isSeen = new bool[_nodes.Count], isReached = new bool[_atoms.Count];
        Stack<int> open = [];
        foreach (Form result in results)
        {
            if (!result.IsConstant)
            {
                RequireOwn(result);
                open.Push(result.Node);
            }
        }
        while (open.Count > 0)
        {
            int current = open.Pop();
            if (isSeen[current])
            {
                continue;
            }
            isSeen[current] = true;
            Node node = _nodes[current];
            (int left, int right) = (node.Left, node.Right);
            if (node.Kind == NodeKind.Atom)
            {
                if (node.Left < InputCount)
                {
                    continue;
                }
                isReached[node.Left - InputCount] = true;
                (left, right) = (_atoms[node.Left - InputCount].Left, _atoms[node.Left - InputCount].Right);
            }
            open.Push(left);
            if (right >= 0)
            {
                open.Push(right);
            }
        }
        return isReached;
    }

    /// <summary>Affine rows of expressions: coefficients flow from an expression down to the atoms, each node of it visited once.</summary>
    private sealed class Flattening(List<Node> nodes, int[] layerOf, int[] indexOf, int[] counts)
    {
        private readonly Interval[] _coefficients = new Interval[nodes.Count];
        private readonly bool[] _isOpen = new bool[nodes.Count];
        private readonly List<int> _cone = [];

        public Affine Rows(int[] targets)
        {
            Affine rows = new(targets.Length, counts.Length);
            for (int i = 0; i < targets.Length; i++)
            {
                if (targets[i] >= 0)
                {
                    Row(targets[i], i, rows);
                }
            }
            rows.Seal();
            return rows;
        }

        private void Row(int target, int row, Affine rows)
        {
            _cone.Clear();
            Open(target);
            for (int i = 0; i < _cone.Count; i++)
            {
                Node node = nodes[_cone[i]];
                if (node.Kind != NodeKind.Atom)
                {
                    Open(node.Left);
                    if (node.Right >= 0)
                    {
                        Open(node.Right);
                    }
                }
            }

            // Operands come before their uses: descending numbers are a topological order.
            _cone.Sort();
            _coefficients[target] = 1.0;
            Interval bias = 0.0;
            for (int i = _cone.Count - 1; i >= 0; i--)
            {
                Node node = nodes[_cone[i]];
                Interval coefficient = _coefficients[_cone[i]];
                _coefficients[_cone[i]] = default;
                _isOpen[_cone[i]] = false;
                switch (node.Kind)
                {
                    case NodeKind.Atom:
                        int layer = layerOf[node.Left];
                        rows.Set(layer, counts[layer], row, indexOf[node.Left], coefficient);
                        break;
                    case NodeKind.Sum:
                        _coefficients[node.Left] += coefficient;
                        _coefficients[node.Right] += coefficient;
                        break;
                    case NodeKind.Scale:
                        _coefficients[node.Left] += coefficient * node.Factor;
                        break;
                    default:
                        _coefficients[node.Left] += coefficient;
                        bias += coefficient * node.Factor;
                        break;
                }
            }
            rows.SetBias(row, bias);
        }

        private void Open(int node)
        {
            if (!_isOpen[node])
            {
                _isOpen[node] = true;
                _cone.Add(node);
            }
        }
    }
}
