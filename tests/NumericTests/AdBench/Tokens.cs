using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace NumericTests.AdBench;

/// <summary>The tokens of a file, in order; lines that start with # are comments.</summary>
internal sealed class Tokens(string path)
{
    private readonly Queue<string> _tokens = Read(path);

    public int Integer() => int.Parse(_tokens.Dequeue(), CultureInfo.InvariantCulture);

    public double Real() => double.Parse(_tokens.Dequeue(), CultureInfo.InvariantCulture);

    public double[] Reals(int count)
    {
        double[] reals = new double[count];
        for (int i = 0; i < count; i++)
        {
            reals[i] = Real();
        }
        return reals;
    }

    public void Word(string expected)
    {
        string found = _tokens.Dequeue();
        if (found != expected)
        {
            throw new InvalidDataException(path + ": expected '" + expected + "', found '" + found + "'");
        }
    }

    /// <summary>Skips a word if it is the next token.</summary>
    public bool TryWord(string word)
    {
        bool isNext = _tokens.Peek() == word;
        if (isNext)
        {
            _tokens.Dequeue();
        }
        return isNext;
    }

    private static Queue<string> Read(string path)
    {
        Queue<string> tokens = [];
        foreach (string line in File.ReadLines(path))
        {
            if (!line.StartsWith('#'))
            {
                foreach (string token in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    tokens.Enqueue(token);
                }
            }
        }
        return tokens;
    }
}
