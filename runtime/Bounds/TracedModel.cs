using System;
using Proxima.Linear;

namespace Proxima;

/// <summary>Linear bounds of generated models, where they have a program for it that is not too large.</summary>
internal static class TracedModel
{
    // Counts, so that equal calls give equal answers everywhere. 2²¹ steps are 100 MB; 3·10⁸ products are about a tenth of a second for each box.
    private const int MostSteps = 1 << 21, MostLayers = 1_000;
    private const double MostWork = 3e8;

    /// <summary>The model's program as layers; none where it has none or is too large.</summary>
    public static LayeredGraph? Of<TModel>(TModel model)
        where TModel : struct, IEnclosure
    {
        // Known to the JIT compiler: of models without a program nothing of this is left.
        if (model is not ILinearEnclosure program || model.Dimension == 0)
        {
            return null;
        }
        BoundGraph graph = new(model.Dimension) { MostSteps = MostSteps };
        Form[] point = new Form[model.Dimension];
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = graph.Input(i);
        }
        try
        {
            LayeredGraph layers = graph.Layer([program.Trace(point)], MostLayers);
            return layers.Work <= MostWork ? layers : null;
        }
        catch (GraphSizeException)
        {
            return null;
        }
    }

    /// <summary>
    /// The largest of what an objective and targets both state. Where only the signs of rectified arguments make the derivatives vary, these are decided one by one; otherwise
    /// boxes are halved, with linear bounds where they pay.
    /// </summary>
    public static SearchResult Maximise<TObjective>(LayeredGraph? graph, TObjective objective, Target[] targets, Interval[] box, SearchLimits limits)
        where TObjective : IBoxObjective
    {
        if (graph is null)
        {
            return BoxSearch<TObjective>.Maximise(objective, box, limits);
        }
        if (!LinearBound.IsPiecewiseLinear(graph) || !Array.TrueForAll(box, static edge => edge.IsBounded))
        {
            return BoxSearch<RefinedObjective<TObjective>>.Maximise(new(objective, new LinearRefinement(new Bounder(graph), targets)), box, limits);
        }
        SearchResult result = LinearBound.Maximise(graph, box, targets, limits);
        double own = new BoxBound<TObjective>(objective, isStrict: false).Upper((Interval[])box.Clone());
        return own < result.Upper ? new() { Upper = Math.Max(own, result.Lower), Lower = result.Lower, Witness = result.Witness, Splits = result.Splits } : result;
    }

    /// <summary>The largest value of a result, or of its negative.</summary>
    public static SearchResult MaximiseValue<TObjective>(LayeredGraph? graph, TObjective objective, bool isNegated, Interval[] box, SearchLimits limits)
        where TObjective : IBoxObjective =>
        graph is null
            ? BoxSearch<TObjective>.Maximise(objective, box, limits)
            : BoxSearch<RefinedObjective<TObjective>>.Maximise(new(objective, new LinearRange(new Forward(graph), isNegated)), box, limits);
}
