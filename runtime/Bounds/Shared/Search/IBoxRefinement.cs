namespace Proxima;

/// <summary>A second bound of an objective, which is closer where what the function is made of depends on each other.</summary>
internal interface IBoxRefinement
{
    /// <summary>No value of the function on the box exceeds this.</summary>
    double Refine(Interval[] box);

    /// <summary>Encloses the value at a point.</summary>
    Interval At(double[] point);

    /// <summary>The coordinate whose halving does most for the bound last made; −1 when it does not know.</summary>
    int Edge(Interval[] box);
}

/// <summary>An objective with a second bound.</summary>
internal sealed class RefinedObjective<TObjective>(TObjective objective, IBoxRefinement refinement) : IBoxObjective, IBoxRefinement
    where TObjective : IBoxObjective
{
    public int Dimension => objective.Dimension;

    public bool Evaluate(Interval[] box, Interval[] slopes, out Interval value) => objective.Evaluate(box, slopes, out value);

    public Interval Enclose(Interval[] box) => objective.Enclose(box);

    public double Refine(Interval[] box) => refinement.Refine(box);

    public Interval At(double[] point) => refinement.At(point);

    public int Edge(Interval[] box) => refinement.Edge(box);
}
