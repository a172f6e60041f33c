using System;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>Counts the work of interpreted bounds, so that a budget stops at the same place on every host.</summary>
internal sealed class Meter(long limit)
{
    /// <summary>The work done so far.</summary>
    public long Used { get; private set; }

    /// <summary>Where a run that is still going on ends.</summary>
    public long Limit { get; set; } = limit;

    /// <summary>Called by a run at each turn of a loop.</summary>
    public void Require(long work)
    {
        if (work > Limit - Used)
        {
            throw new OverBudgetException();
        }
    }

    public void Spend(long work)
    {
        Require(work);
        Used += work;
    }
}

/// <summary>One evaluation of a model costs more than the budget of a search.</summary>
internal sealed class OverBudgetException : Exception
{
}
