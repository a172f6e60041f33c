namespace Proxima;

/// <summary>What a search over boxes maximises: a real function known by enclosures.</summary>
internal interface IBoxObjective
{
    /// <summary>The number of coordinates.</summary>
    int Dimension { get; }

    /// <summary>Encloses the function on a box and, where that is possible, its generalised gradient (Clarke).</summary>
    /// <param name="box">One interval per coordinate, none empty; a point is a box too.</param>
    /// <param name="slopes">Receives one enclosure per coordinate when the answer is true.</param>
    /// <param name="value">Encloses every value on the box; empty where the function is defined nowhere on it.</param>
    /// <returns>True when the function is locally Lipschitz on the box and <paramref name="slopes"/> enclose its generalised gradient there.</returns>
    bool Evaluate(Interval[] box, Interval[] slopes, out Interval value);

    /// <summary>Encloses the function on a box by the cheapest means, without slopes.</summary>
    /// <param name="box">One interval per coordinate, none empty.</param>
    /// <returns>Every value on the box; empty where the function is defined nowhere on it.</returns>
    Interval Enclose(Interval[] box);
}

/// <summary>A model as searches see it: enclosures of value, gradient and Hessian in arrays of the search's own.</summary>
internal interface IBoxModel
{
    /// <summary>The number of coordinates.</summary>
    int Dimension { get; }

    /// <summary>Encloses the values on a box.</summary>
    Interval Range(Interval[] box);

    /// <summary>Encloses the values and the generalised gradient on a box.</summary>
    Interval GradientRange(Interval[] box, Interval[] gradient);

    /// <summary>False where the function may have no value in a part of the box that slopes and values do not tell of; slopes then bound nothing.</summary>
    bool IsDefined(Interval[] box);

    /// <summary>Encloses the Hessian, row-major; false where no bounded one is proved.</summary>
    bool HessianRange(Interval[] box, Interval[] hessian);

    /// <summary>Encloses one row of the Hessian; false where no bounded one is proved.</summary>
    bool HessianRow(Interval[] box, int row, Interval[] result);
}
