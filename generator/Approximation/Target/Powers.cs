using System;
using System.Collections.Generic;

namespace Proxima.Generator.Approximation;

/// <summary>
/// The products of powers of one, two or three variables, numbered by ascending degree, and all ways in which each is a product of two others. Of one variable number k
/// is the k-th power. In the list of a product's factors the second ones are the first ones backwards.
/// </summary>
internal sealed class Powers
{
    private static readonly Powers s_ofOne = new(1, 32), s_ofTwo = new(2, 14), s_ofThree = new(3, 10);

    private readonly int[] _ends;

    private Powers(int variables, int order)
    {
        Order = order;
        List<int[]> exponents = [];
        _ends = new int[order + 1];
        for (int degree = 0; degree <= order; degree++)
        {
            Append(exponents, new int[variables], 0, degree);
            _ends[degree] = exponents.Count;
        }
        int count = exponents.Count;
        Exponents = [.. exponents];
        Degrees = new int[count];
        Variables = new int[count];
        Left = new int[count][];
        Right = new int[count][];
        First = new int[count][];
        Dictionary<int, int> numbers = [];
        for (int k = 0; k < count; k++)
        {
            for (int i = 0; i < variables; i++)
            {
                Degrees[k] += Exponents[k][i];
                Variables[k] |= Exponents[k][i] > 0 ? 1 << i : 0;
            }
            numbers.Add(Key(Exponents[k]), k);
            Factor(k, numbers);
        }
    }

    public int Order { get; }

    /// <summary>For each product the power of each variable.</summary>
    public int[][] Exponents { get; }

    /// <summary>For each product the sum of its exponents.</summary>
    public int[] Degrees { get; }

    /// <summary>For each product the variables in it, a bit for each.</summary>
    public int[] Variables { get; }

    /// <summary>For each product the first factors of all products of two that it is, by ascending degree.</summary>
    public int[][] Left { get; }

    /// <summary>The second factors.</summary>
    public int[][] Right { get; }

    /// <summary>For each product the place in <see cref="Left"/> from which on factors have at least a degree.</summary>
    public int[][] First { get; }

    /// <summary>Of one, two or three variables.</summary>
    public static Powers Of(int variables) => variables switch
    {
        1 => s_ofOne,
        2 => s_ofTwo,
        3 => s_ofThree,
        _ => throw new ArgumentOutOfRangeException(nameof(variables)),
    };

    /// <summary>How many products have at most a degree.</summary>
    public int CountUpTo(int degree) => _ends[degree];

    private static void Append(List<int[]> exponents, int[] current, int variable, int left)
    {
        if (variable == current.Length - 1)
        {
            current[variable] = left;
            exponents.Add((int[])current.Clone());
            return;
        }
        for (int power = left; power >= 0; power--)
        {
            current[variable] = power;
            Append(exponents, current, variable + 1, left - power);
        }
    }

    private static int Key(int[] exponents)
    {
        int key = 0;
        foreach (int power in exponents)
        {
            key = (key * 64) + power;
        }
        return key;
    }

    private void Factor(int product, Dictionary<int, int> numbers)
    {
        List<int> left = [], right = [];
        int[] first = new int[Degrees[product] + 2];
        for (int k = 0; k <= product; k++)
        {
            int[] rest = (int[])Exponents[product].Clone();
            bool isFactor = true;
            for (int i = 0; i < rest.Length; i++)
            {
                rest[i] -= Exponents[k][i];
                isFactor &= rest[i] >= 0;
            }
            if (isFactor)
            {
                left.Add(k);
                right.Add(numbers[Key(rest)]);
                for (int degree = Degrees[k] + 1; degree < first.Length; degree++)
                {
                    first[degree] = left.Count;
                }
            }
        }
        Left[product] = [.. left];
        Right[product] = [.. right];
        First[product] = first;
    }
}
