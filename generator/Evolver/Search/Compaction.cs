using System;

namespace Proxima.Evolver.Search;

/// <summary>
/// Before: any program. After: only what the result needs, each operation of at least one operand that depends on the argument, and each constant read once.
/// <c>t = c₀ + c₁; y = x·t</c> becomes <c>y = x·c₀</c>.
/// </summary>
internal sealed class Compaction
{
    private readonly Genome _old = new();
    private readonly sbyte[] _moved = new sbyte[Genome.MostOperations];
    private readonly bool[] _isNeeded = new bool[Genome.MostOperations];

    /// <summary>False for a program that does not depend on the argument or has too many constants.</summary>
    public bool Run(Genome genome)
    {
        _old.CopyFrom(genome);
        int last = _old.Count - 1;
        Array.Clear(_isNeeded);
        _isNeeded[last] = true;
        for (int i = last; i >= 0; i--)
        {
            for (int j = 0; _isNeeded[i] && j < Genome.Arity(_old.Kinds[i]); j++)
            {
                if (_old.Operands[(3 * i) + j] is > 0 and sbyte operand)
                {
                    _isNeeded[operand - 1] = true;
                }
            }
        }
        genome.Count = 0;
        genome.ConstantCount = 0;
        for (int i = 0; i <= last; i++)
        {
            if (_isNeeded[i] && !Move(genome, i))
            {
                return false;
            }
        }
        // The result must be an operation, the last one.
        return _moved[last] == genome.Count && genome.Count > 0;
    }

    private bool Move(Genome genome, int i)
    {
        OperationKind kind = _old.Kinds[i];
        int arity = Genome.Arity(kind), constants = 0;
        for (int j = 0; j < arity; j++)
        {
            constants += IsConstant(_old.Operands[(3 * i) + j]) ? 1 : 0;
        }
        if (constants == arity)
        {
            _moved[i] = sbyte.MinValue; // a constant; who reads it gets one of its own
            return true;
        }
        sbyte a = Moved(genome, i, 0, out bool hasRoom), b = Moved(genome, i, 1, out bool hasMore), c = 0;
        if (kind == OperationKind.MultiplyAdd)
        {
            bool isProductConstant = IsConstant(_old.Operands[3 * i]) && IsConstant(_old.Operands[(3 * i) + 1]);
            c = Moved(genome, i, 2, out bool hasLast);
            hasRoom &= hasLast;
            if (isProductConstant)
            {
                (kind, b, c) = (OperationKind.Add, c, 0);
            }
        }
        if (!hasRoom || !hasMore)
        {
            return false;
        }
        _moved[i] = genome.Insert(genome.Count, kind, a, b, c);
        return true;
    }

    private bool IsConstant(sbyte operand) => operand < 0 || (operand > 0 && _moved[operand - 1] == sbyte.MinValue);

    private sbyte Moved(Genome genome, int i, int j, out bool hasRoom)
    {
        hasRoom = true;
        if (j >= Genome.Arity(_old.Kinds[i]))
        {
            return 0;
        }
        sbyte operand = _old.Operands[(3 * i) + j];
        if (!IsConstant(operand))
        {
            return operand == 0 ? (sbyte)0 : _moved[operand - 1];
        }
        hasRoom = genome.ConstantCount < Genome.MostConstants;
        double value = operand < 0 ? _old.Constants[-operand - 1] : 1; // of a folded constant only the place matters: it is fitted
        return hasRoom ? genome.NewConstant(value) : (sbyte)0;
    }
}
