namespace Proxima;

/// <summary>An objective that is cheaper on several boxes together, with the same numbers as on each alone.</summary>
internal interface IManyBoxes
{
    /// <summary>The number of boxes that are best taken together; 1 where nothing is saved.</summary>
    int BoxesAtOnce { get; }

    /// <summary>Does for each box what <see cref="IBoxObjective.Evaluate"/> does.</summary>
    /// <param name="count">The number of boxes, whatever room the arrays have.</param>
    /// <param name="boxes">The boxes one after the other.</param>
    /// <param name="slopes">Receives the slopes in the same order.</param>
    /// <param name="values">Receives the enclosures of the values.</param>
    /// <param name="haveSlopes">Receives the answers.</param>
    void EvaluateEach(int count, Interval[] boxes, Interval[] slopes, Interval[] values, bool[] haveSlopes);

    /// <summary>Does for each box what <see cref="IBoxObjective.Enclose"/> does.</summary>
    void EncloseEach(int count, Interval[] boxes, Interval[] values);
}

/// <summary>A model that is cheaper on several boxes together.</summary>
internal interface IManyBoxModel
{
    /// <inheritdoc cref="IManyBoxes.BoxesAtOnce"/>
    int BoxesAtOnce { get; }

    /// <summary>Encloses the values on each box.</summary>
    void Ranges(int count, Interval[] boxes, Interval[] ranges);

    /// <summary>Encloses the values and the generalised gradient on each box.</summary>
    void GradientRanges(int count, Interval[] boxes, Interval[] ranges, Interval[] gradients);

    /// <summary>Tells of each box what <see cref="IBoxModel.IsDefined"/> tells.</summary>
    void AreDefined(int count, Interval[] boxes, bool[] answers);

    /// <summary>Encloses the Hessian on each box, where a bounded one is proved.</summary>
    void HessianRanges(int count, Interval[] boxes, Interval[] hessians, bool[] areBounded);
}
