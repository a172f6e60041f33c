using System;

namespace Proxima.Linear;

/// <summary>Certified linear bounds of a graph over a box. An unbounded box gets what one pass gives, which may be infinite.</summary>
internal static class LinearBound
{
    /// <summary>Ranges of the results.</summary>
    public static Interval[] Range(LayeredGraph graph, Interval[] box)
    {
        Forward forward = new(graph);
        (double[] low, double[] high) = Ends(box);
        forward.Run(low, high);
        forward.BoundOutputs();
        Interval[] ranges = new Interval[graph.Outputs.Count];
        for (int i = 0; i < ranges.Length; i++)
        {
            ranges[i] = Interval.Raw(forward.Outputs.Low[i], forward.Outputs.High[i]);
        }
        return ranges;
    }

    /// <summary>Ranges of the Clarke Jacobian, row by row.</summary>
    public static Interval[,] Jacobian(LayeredGraph graph, Interval[] box)
    {
        Forward forward = new(graph);
        (double[] low, double[] high) = Ends(box);
        forward.Run(low, high);
        Adjoint adjoint = new(forward) { Mixes = !IsPiecewiseLinear(graph) };
        int[] rows = new int[graph.Outputs.Count];
        for (int r = 0; r < rows.Length; r++)
        {
            rows[r] = r;
        }
        adjoint.Run(rows);
        Interval[,] entries = new Interval[rows.Length, graph.InputCount];
        AdjointBounds gradient = adjoint.Gradient;
        for (int r = 0; r < rows.Length; r++)
        {
            for (int k = 0; k < graph.InputCount; k++)
            {
                int i = (r * gradient.Stride) + k;
                entries[r, k] = Interval.Raw(gradient.Low[i], gradient.High[i]);
            }
        }
        return entries;
    }

    /// <summary>The operator norm of the Jacobian for inputs and results measured in <paramref name="norm"/>; of one result, the dual norm of its gradient.</summary>
    public static SearchResult Lipschitz(LayeredGraph graph, Interval[] box, Norm norm, SearchLimits limits) =>
        Maximise(graph, box, Target.Norms(norm, graph.Outputs.Count, graph.InputCount), limits);

    /// <summary>The largest of sign · ∂ result / ∂ input.</summary>
    public static SearchResult Partial(LayeredGraph graph, Interval[] box, int result, int input, int sign, SearchLimits limits) =>
        Maximise(graph, box, [new Target.Entry(result, input, sign)], limits);

    /// <summary>By deciding signs where nothing else is nonlinear, otherwise by halving the box.</summary>
    public static SearchResult Maximise(LayeredGraph graph, Interval[] box, Target[] targets, SearchLimits limits)
    {
        (double[] low, double[] high) = Ends(box);
        bool isBounded = Array.TrueForAll(box, static edge => edge.IsBounded);
        if (isBounded && IsPiecewiseLinear(graph))
        {
            return new SignSearch(graph, low, high, limits).Run(targets);
        }
        Bounder bounder = new(graph);
        return BoxSearch<GraphObjective>.MaximiseAny(Array.ConvertAll(targets, target => new GraphObjective(bounder, target)), box, isBounded ? limits : limits with { Splits = 0 });
    }

    public static bool IsPiecewiseLinear(LayeredGraph graph)
    {
        for (int ell = 1; ell < graph.Layers.Length; ell++)
        {
            if (graph.Layers[ell].Curve is not { IsRelu: true })
            {
                return false;
            }
        }
        return true;
    }

    private static (double[] Low, double[] High) Ends(Interval[] box) =>
        (Array.ConvertAll(box, static edge => edge.Lo), Array.ConvertAll(box, static edge => edge.Hi));
}
