using System;

namespace Proxima.Evolver.Search;

/// <summary>
/// Changes a program: an operation more, one less, another operand, another kind, other constants, or the argument squared. What is added starts near what it
/// replaces half of the time (Real et al. 2023), so that the fit goes on from where the parent's ended.
/// </summary>
internal sealed class Mutation(CostModel costs, Chance chance)
{
    public void Run(Genome genome)
    {
        do
        {
            switch (chance.Below(20))
            {
                case < 7:
                    Insert(genome);
                    break;
                case < 10:
                    Remove(genome);
                    break;
                case < 15:
                    Redirect(genome);
                    break;
                case < 16:
                    genome.Kinds[chance.Below(genome.Count)] = Kind();
                    Complete(genome);
                    break;
                case < 17:
                    Disturb(genome);
                    break;
                case < 18:
                    SquareArgument(genome);
                    break;
                default:
                    Substitute(genome);
                    break;
            }
        }
        while (chance.Is(0.45));
    }

    private OperationKind Kind() => costs.Kinds[chance.Below(costs.Kinds.Length)];

    private double Constant() => (chance.Is(0.5) ? -1 : 1) * Math.ScaleB(1 + chance.Share(), chance.Below(14) - 5);

    /// <summary>An operand that an operation at a place may read.</summary>
    private sbyte Operand(Genome genome, int place)
    {
        int choice = chance.Below(10);
        if (choice < 4)
        {
            return genome.NewConstant(Constant());
        }
        return choice < 6 || place == 0 ? (sbyte)0 : (sbyte)(1 + chance.Below(place));
    }

    private void Insert(Genome genome)
    {
        if (genome.Count >= Genome.MostOperations - 1)
        {
            return;
        }
        bool isAtEnd = chance.Is(0.15);
        int reader = chance.Below(genome.Count), slot = chance.Below(Genome.Arity(genome.Kinds[reader]));
        int place = isAtEnd ? genome.Count : reader;
        sbyte old = isAtEnd ? (sbyte)genome.Count : genome.Operands[(3 * reader) + slot];
        OperationKind kind = Kind();
        sbyte other, third = 0;
        if (chance.Is(0.5))
        {
            double neutral = kind is OperationKind.Multiply or OperationKind.MultiplyAdd or OperationKind.Divide ? 1 : 0;
            other = genome.NewConstant(neutral + (0.1 * chance.Bell()));
            third = kind == OperationKind.MultiplyAdd ? genome.NewConstant(0.1 * chance.Bell()) : (sbyte)0;
        }
        else
        {
            other = Genome.Arity(kind) > 1 ? Operand(genome, place) : (sbyte)0;
            third = kind == OperationKind.MultiplyAdd ? Operand(genome, place) : (sbyte)0;
            int turn = chance.Below(4);
            (old, other) = turn == 1 ? (other, old) : (old, other);
            (old, third) = turn == 2 && kind == OperationKind.MultiplyAdd ? (third, old) : (old, third);
            other = turn == 3 && Genome.Arity(kind) > 1 ? old : other; // a square
        }
        sbyte added = genome.Insert(place, kind, old, other, third);
        if (!isAtEnd)
        {
            genome.Operands[(3 * (reader + 1)) + slot] = added;
        }
    }

    private void Remove(Genome genome)
    {
        if (genome.Count < 2)
        {
            return;
        }
        int place = chance.Below(genome.Count);
        sbyte instead = genome.Operands[(3 * place) + chance.Below(Genome.Arity(genome.Kinds[place]))];
        if (place == genome.Count - 1)
        {
            genome.Count = instead > 0 ? instead : genome.Count;
            return;
        }
        for (int i = 3 * (place + 1); i < 3 * genome.Count; i++)
        {
            genome.Operands[i] = genome.Operands[i] == place + 1 ? instead : genome.Operands[i];
        }
    }

    private void Redirect(Genome genome)
    {
        int place = chance.Below(genome.Count);
        genome.Operands[(3 * place) + chance.Below(Genome.Arity(genome.Kinds[place]))] = Operand(genome, place);
    }

    /// <summary>A kind that reads more than the one before has an operand too few.</summary>
    private void Complete(Genome genome)
    {
        for (int i = 0; i < genome.Count; i++)
        {
            if (genome.Kinds[i] == OperationKind.MultiplyAdd && genome.Operands[(3 * i) + 2] == 0 && chance.Is(0.8))
            {
                genome.Operands[(3 * i) + 2] = Operand(genome, i);
            }
        }
    }

    /// <summary>Other constants to start from: some afresh, of the others half a little different.</summary>
    public void Restart(Genome genome)
    {
        double fresh = chance.Share();
        fresh *= fresh;
        for (int i = 0; i < genome.ConstantCount; i++)
        {
            if (chance.Is(fresh))
            {
                genome.Constants[i] = Constant();
            }
            else if (chance.Is(0.5))
            {
                genome.Constants[i] *= 1 + (0.3 * chance.Bell());
            }
        }
    }

    private void Disturb(Genome genome)
    {
        for (int i = 0; i < genome.ConstantCount; i++)
        {
            genome.Constants[i] *= chance.Below(4) switch
            {
                0 => 2,
                1 => 0.5,
                _ => 1,
            };
        }
    }

    /// <summary>x → x·x wherever it is read, and half of the time the result times x: an even program becomes an odd one.</summary>
    private void SquareArgument(Genome genome)
    {
        if (genome.Count >= Genome.MostOperations - 2)
        {
            return;
        }
        genome.Insert(0, OperationKind.Multiply, 0, 0, 0);
        ReadInstead(genome, 1);
        if (chance.Is(0.5))
        {
            genome.Insert(genome.Count, OperationKind.Multiply, (sbyte)genome.Count, 0, 0);
        }
    }

    /// <summary>x → one or two operations on x, wherever it is read.</summary>
    private void Substitute(Genome genome)
    {
        int added = 1 + chance.Below(2);
        if (genome.Count >= Genome.MostOperations - added)
        {
            return;
        }
        sbyte inner = 0;
        for (int place = 0; place < added; place++)
        {
            OperationKind kind = Kind();
            sbyte constant = genome.NewConstant(chance.Is(0.5) ? Constant() : Neutral(kind));
            sbyte other = chance.Is(0.5) ? (sbyte)0 : constant;
            sbyte third = kind == OperationKind.MultiplyAdd && chance.Is(0.7) ? genome.NewConstant(0.1 * chance.Bell()) : (sbyte)0;
            inner = chance.Is(0.5) ? genome.Insert(place, kind, inner, other, third) : genome.Insert(place, kind, other, inner, third);
        }
        ReadInstead(genome, inner);
    }

    private double Neutral(OperationKind kind) => kind is OperationKind.Multiply or OperationKind.Divide ? 1 : 0.1 * chance.Bell();

    /// <summary>What comes after an operation reads it where it read the argument.</summary>
    private static void ReadInstead(Genome genome, sbyte operation)
    {
        for (int i = operation; i < genome.Count; i++)
        {
            for (int j = 0; j < Genome.Arity(genome.Kinds[i]); j++)
            {
                genome.Operands[(3 * i) + j] = genome.Operands[(3 * i) + j] == 0 ? operation : genome.Operands[(3 * i) + j];
            }
        }
    }
}
