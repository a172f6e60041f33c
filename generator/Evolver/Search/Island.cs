using System;

namespace Proxima.Evolver.Search;

/// <summary>
/// One population with its own random numbers: a survivor is changed, its constants fitted in a few steps, and in many where that is promising; it survives when it is
/// among the best of its cost. Nothing is allocated once it runs.
/// </summary>
internal sealed class Island : IDisposable
{
    /// <summary>How often a survivor only gets other constants to start from: most errors are of local minima.</summary>
    private const double Restarting = 0.25;

    /// <summary>How often a survivor gets a square, or loses one.</summary>
    private const double Wrapping = 0.03;

    /// <summary>The way from f to its root, slowly enough for constants to follow.</summary>
    private static readonly double[] s_powers = [0.875, 0.75, 0.625, 0.5];

    /// <summary>The damping where a fit starts near its end.</summary>
    private const double Near = 1e-8;

    private const int MostTries = 12, FewSteps = 12, ManySteps = 60, TriesOfStructure = 4, MostMutations = 8;

    /// <summary>How much worse than the last survivor a program may be after a few steps.</summary>
    private const double Promising = 8;

    private readonly Quest _quest;
    private readonly Nodes _nodes;
    private readonly Nodes _between;
    private readonly Nodes?[] _powers;
    private readonly LeastSquares _fit = new();
    private readonly Tries _tries = new();
    private readonly Compaction _compaction = new();
    private readonly Mutation _mutation;
    private readonly Genome _child = new();

    public Island(Quest quest, ulong seed)
    {
        _quest = quest;
        _nodes = Nodes.Of(quest.Function, quest.Lo, quest.Hi, quest.Measure, quest.Unit == 0, isBetween: false);
        _between = Nodes.Of(quest.Function, quest.Lo, quest.Hi, quest.Measure, quest.Unit == 0, isBetween: true);
        _powers = Array.ConvertAll(s_powers, _nodes.Power);
        Chance = new(seed);
        _mutation = new(quest.Costs, Chance);
        Archive = new(quest.MostCost);
    }

    public Archive Archive { get; }

    public Tries Tries => _tries;

    public Chance Chance { get; }

    /// <summary>Programs tried, of which those of known structures are not fitted.</summary>
    public long Evaluations { get; set; }

    public long Fits { get; set; }

    /// <summary>Tries a number of programs.</summary>
    public void Run(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Evaluations++;
            Try();
        }
    }

    /// <summary>A program from elsewhere, fitted here.</summary>
    public void Welcome(Genome genome)
    {
        _child.CopyFrom(genome);
        int cost = _quest.Costs.Of(_child);
        if (_compaction.Run(_child) && cost <= _quest.MostCost)
        {
            Finish(cost);
        }
    }

    public void Dispose()
    {
        _fit.Dispose();
        _nodes.Dispose();
        _between.Dispose();
        foreach (Nodes? powers in _powers)
        {
            powers?.Dispose();
        }
    }

    private void Try()
    {
        if (Archive.Pick(Chance) is not { } parent || Chance.Is(0.001))
        {
            Begin();
        }
        else
        {
            _child.CopyFrom(parent);
            if (Chance.Is(Restarting))
            {
                _mutation.Restart(_child);
                Fit(_quest.Costs.Of(_child));
                return;
            }
            if (_powers[0] is not null && Chance.Is(Wrapping))
            {
                if (Chance.Is(0.5))
                {
                    Wrap();
                }
                else
                {
                    Unwrap();
                }
                return;
            }
            _mutation.Run(_child);
        }
        for (int more = 0; more < MostMutations; more++)
        {
            int cost = _compaction.Run(_child) ? _quest.Costs.Of(_child) : int.MaxValue;
            if (cost > _quest.MostCost)
            {
                return;
            }
            if (_tries.Take(_child.Structure(), TriesOfStructure))
            {
                Fit(cost);
                return;
            }
            _mutation.Run(_child); // known well enough: on to its neighbours
        }
    }

    private void Fit(int cost)
    {
        Fits++;
        double error = _fit.Run(_child, _nodes, FewSteps, _quest.Unit);
        if (error < Promising * Archive.Limit(cost))
        {
            Finish(cost);
        }
    }

    /// <summary>The least program: the argument and a constant.</summary>
    private void Begin()
    {
        _child.Count = 0;
        _child.ConstantCount = 0;
        sbyte constant = _child.NewConstant(1 + Chance.Bell());
        _child.Insert(0, _quest.Costs.Kinds[Chance.Below(2)], 0, constant, 0);
    }

    /// <summary>y → y²: fitted to powers of f down to √f without the last square, then to f with it.</summary>
    private void Wrap()
    {
        int cost = _quest.Costs.Of(_child) + _quest.Costs[OperationKind.Multiply];
        if (cost > _quest.MostCost || _child.Count >= Genome.MostOperations - 1)
        {
            return;
        }
        sbyte result = (sbyte)_child.Count;
        _child.Insert(_child.Count, OperationKind.Multiply, result, result, 0);
        bool isNew = _tries.Take(_child.Structure(), MostTries);
        _child.Count--;
        if (!isNew)
        {
            return;
        }
        for (int i = 0; i < s_powers.Length; i++)
        {
            _fit.Run(_child, _powers[i]!, FewSteps, damping: Near);
        }
        _child.Count++;
        Finish(cost);
    }

    /// <summary>y² → y: fitted to powers of f from √f up to f.</summary>
    private void Unwrap()
    {
        int last = _child.Count - 1;
        sbyte inner = (sbyte)last;
        if (last < 1 || _child.Kinds[last] != OperationKind.Multiply || _child.Operands[3 * last] != inner || _child.Operands[(3 * last) + 1] != inner)
        {
            return;
        }
        _child.Count--;
        if (!_tries.Take(_child.Structure(), MostTries))
        {
            return;
        }
        for (int i = s_powers.Length - 2; i >= 0; i--)
        {
            _fit.Run(_child, _powers[i]!, FewSteps, damping: Near);
        }
        Finish(_quest.Costs.Of(_child));
    }

    private void Finish(int cost)
    {
        double limit = Archive.Limit(cost);
        double error = _fit.Run(_child, _nodes, ManySteps, _quest.Unit);
        if (error < limit)
        {
            error = Math.Max(error, _fit.Largest(_child, _between, _quest.Unit));
            Archive.Add(_child, _child.Structure(), cost, error);
        }
    }
}
