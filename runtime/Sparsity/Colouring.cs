using System;

namespace Proxima;

/// <summary>
/// Greedy colourings: each vertex in turn takes the smallest colour that nothing near it forbids. Deterministic; the count is not always the
/// smallest possible, which is hard to find (McCormick 1983).
/// </summary>
internal sealed record Colouring(int[] Colours, int Count)
{
    private const int None = -1;

    /// <summary>Columns in their own order and, where that needs more colours than the fullest row asks for, by falling degree; the better one.</summary>
    public static Colouring OfColumns(Sparsity pattern)
    {
        int fullest = 0;
        for (int row = 0; row < pattern.Rows; row++)
        {
            fullest = Math.Max(fullest, pattern.Row(row).Length);
        }
        int[] order = new int[pattern.Columns];
        for (int column = 0; column < order.Length; column++)
        {
            order[column] = column;
        }
        if (fullest == pattern.Columns)
        {
            return new(order, order.Length); // a full row: every column meets every other
        }
        Sparsity transpose = pattern.Transpose();
        Colouring natural = OfColumns(pattern, transpose, order);
        if (natural.Count <= Math.Max(fullest, 1))
        {
            return natural;
        }
        long[] degrees = new long[order.Length];
        for (int column = 0; column < order.Length; column++)
        {
            foreach (int row in transpose.Row(column))
            {
                degrees[column] -= pattern.Row(row).Length;
            }
        }
        SortBy(degrees, order);
        Colouring largestFirst = OfColumns(pattern, transpose, order);
        return largestFirst.Count < natural.Count ? largestFirst : natural;
    }

    /// <summary>Star colouring by falling degree; <paramref name="pattern"/> is symmetric. Its diagonal plays no part.</summary>
    public static Colouring OfSymmetric(Sparsity pattern)
    {
        int[] order = new int[pattern.Columns];
        long[] degrees = new long[pattern.Columns];
        for (int vertex = 0; vertex < order.Length; vertex++)
        {
            order[vertex] = vertex;
            degrees[vertex] = -pattern.Row(vertex).Length;
        }
        SortBy(degrees, order);
        Marks marks = new(pattern.Columns);
        foreach (int vertex in order)
        {
            foreach (int near in pattern.Row(vertex))
            {
                if (near != vertex)
                {
                    ForbidAround(pattern, marks, vertex, near);
                }
            }
            marks.Colour(vertex);
        }
        return marks.ToColouring();
    }

    private static Colouring OfColumns(Sparsity pattern, Sparsity transpose, int[] order)
    {
        Marks marks = new(pattern.Columns);
        foreach (int column in order)
        {
            foreach (int row in transpose.Row(column))
            {
                foreach (int other in pattern.Row(row))
                {
                    marks.Forbid(marks[other], column);
                }
            }
            marks.Colour(column);
        }
        return marks.ToColouring();
    }

    /// <summary>
    /// What one neighbour forbids: its own colour; while it has none, the colours of all its neighbours, since it may take any; and where a path
    /// vertex – near – far – end would have two colours only, the colour of far.
    /// </summary>
    private static void ForbidAround(Sparsity pattern, Marks marks, int vertex, int near)
    {
        int nearColour = marks[near];
        marks.Forbid(nearColour, vertex);
        foreach (int far in pattern.Row(near))
        {
            if (far == vertex || far == near || marks[far] == None || marks.IsForbidden(marks[far], vertex))
            {
                continue;
            }
            if (nearColour == None || HasNeighbour(pattern, marks, far, nearColour, near))
            {
                marks.Forbid(marks[far], vertex);
            }
        }
    }

    private static bool HasNeighbour(Sparsity pattern, Marks marks, int vertex, int colour, int except)
    {
        foreach (int near in pattern.Row(vertex))
        {
            if (near != except && near != vertex && marks[near] == colour)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Orders by key, equal keys as they were.</summary>
    private static void SortBy(long[] keys, int[] order)
    {
        long[] unique = new long[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            unique[i] = (keys[i] * keys.Length) + i;
        }
        Array.Sort(unique, order);
    }

    /// <summary>The colours so far, and for each colour the last vertex that it is forbidden to.</summary>
    private sealed class Marks
    {
        private readonly int[] _colours;
        private readonly int[] _forbidden;
        private int _count;

        public Marks(int vertices)
        {
            _colours = new int[vertices];
            _forbidden = new int[vertices];
            _colours.AsSpan().Fill(None);
            _forbidden.AsSpan().Fill(None);
        }

        public int this[int vertex] => _colours[vertex];

        public void Forbid(int colour, int vertex)
        {
            if (colour != None)
            {
                _forbidden[colour] = vertex;
            }
        }

        public bool IsForbidden(int colour, int vertex) => _forbidden[colour] == vertex;

        public void Colour(int vertex)
        {
            int colour = 0;
            while (_forbidden[colour] == vertex)
            {
                colour++; // ends: a vertex has fewer others than there are colours
            }
            _colours[vertex] = colour;
            _count = Math.Max(_count, colour + 1);
        }

        public Colouring ToColouring() => new(_colours, _count);
    }
}
