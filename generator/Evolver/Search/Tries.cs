using System;

namespace Proxima.Evolver.Search;

/// <summary>How often a structure was fitted: a few times, from other constants, and no more. Forgets everything when it is full.</summary>
internal sealed class Tries
{
    private const int Size = 1 << 20;

    private readonly ulong[] _structures = new ulong[Size];
    private readonly byte[] _counts = new byte[Size];
    private int _known;

    /// <summary>Counts a try; false where there were as many as a limit.</summary>
    public bool Take(ulong structure, int limit)
    {
        if (_known > Size / 4 * 3)
        {
            Array.Clear(_counts);
            _known = 0;
        }
        int place = (int)(structure & (Size - 1));
        while (_counts[place] > 0 && _structures[place] != structure)
        {
            place = (place + 1) & (Size - 1);
        }
        if (_counts[place] == 0)
        {
            _structures[place] = structure;
            _known++;
        }
        if (_counts[place] >= limit)
        {
            return false;
        }
        _counts[place]++;
        return true;
    }

    public void Save(System.IO.BinaryWriter writer)
    {
        writer.Write(_known);
        for (int i = 0; i < Size; i++)
        {
            if (_counts[i] > 0)
            {
                writer.Write(i);
                writer.Write(_structures[i]);
                writer.Write(_counts[i]);
            }
        }
    }

    public void Load(System.IO.BinaryReader reader)
    {
        Array.Clear(_counts);
        _known = reader.ReadInt32();
        for (int i = 0; i < _known; i++)
        {
            int place = reader.ReadInt32();
            _structures[place] = reader.ReadUInt64();
            _counts[place] = reader.ReadByte();
        }
    }
}
