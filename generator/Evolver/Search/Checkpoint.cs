using System;
using System.IO;

namespace Proxima.Evolver.Search;

/// <summary>All that a search is, in a file: one that is resumed finds what it would have found without the pause.</summary>
internal static class Checkpoint
{
    /// <summary>"PRXE" and the version of the layout.</summary>
    private const ulong Mark = 0x0000_0001_4558_5250;

    public static void Save(Search search, string file)
    {
        string beside = file + ".new";
        using (BinaryWriter writer = new(File.Create(beside)))
        {
            writer.Write(Mark);
            writer.Write(search.Seed);
            writer.Write(search.Rounds);
            writer.Write(search.Islands.Length);
            writer.Write(search.Quest.MostCost);
            foreach (Island island in search.Islands)
            {
                Save(island, writer);
            }
        }
        File.Move(beside, file, overwrite: true); // a search that is stopped while it saves keeps the one before
    }

    /// <exception cref="InvalidDataException">The file is of another search.</exception>
    public static void Load(Search search, string file)
    {
        using BinaryReader reader = new(File.OpenRead(file));
        if (reader.ReadUInt64() != Mark || reader.ReadUInt64() != search.Seed)
        {
            throw new InvalidDataException("the checkpoint is of another search: " + file);
        }
        search.Rounds = reader.ReadInt32();
        if (reader.ReadInt32() != search.Islands.Length || reader.ReadInt32() != search.Quest.MostCost)
        {
            throw new InvalidDataException("the checkpoint is of another search: " + file);
        }
        foreach (Island island in search.Islands)
        {
            Load(island, reader);
        }
    }

    private static void Save(Island island, BinaryWriter writer)
    {
        writer.Write(island.Evaluations);
        writer.Write(island.Fits);
        foreach (ulong part in island.Chance.State)
        {
            writer.Write(part);
        }
        island.Tries.Save(writer);
        for (int cost = 0; cost <= island.Archive.MostCost; cost++)
        {
            ReadOnlySpan<Archive.Entry> bin = island.Archive[cost];
            writer.Write(bin.Length);
            foreach (Archive.Entry entry in bin)
            {
                writer.Write(entry.Error);
                writer.Write(entry.Structure);
                Save(entry.Genome, writer);
            }
        }
    }

    private static void Load(Island island, BinaryReader reader)
    {
        island.Evaluations = reader.ReadInt64();
        island.Fits = reader.ReadInt64();
        island.Chance.State = [reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64()];
        island.Tries.Load(reader);
        Genome genome = new();
        for (int cost = 0; cost <= island.Archive.MostCost; cost++)
        {
            for (int rest = reader.ReadInt32(); rest > 0; rest--)
            {
                double error = reader.ReadDouble();
                ulong structure = reader.ReadUInt64();
                Load(genome, reader);
                island.Archive.Add(genome, structure, cost, error);
            }
        }
    }

    private static void Save(Genome genome, BinaryWriter writer)
    {
        writer.Write(genome.Count);
        writer.Write(genome.ConstantCount);
        for (int i = 0; i < genome.Count; i++)
        {
            writer.Write((byte)genome.Kinds[i]);
        }
        for (int i = 0; i < 3 * genome.Count; i++)
        {
            writer.Write(genome.Operands[i]);
        }
        for (int i = 0; i < genome.ConstantCount; i++)
        {
            writer.Write(genome.Constants[i]);
            writer.Write(genome.Rests[i]);
        }
    }

    private static void Load(Genome genome, BinaryReader reader)
    {
        genome.Count = reader.ReadInt32();
        genome.ConstantCount = reader.ReadInt32();
        for (int i = 0; i < genome.Count; i++)
        {
            genome.Kinds[i] = (OperationKind)reader.ReadByte();
        }
        for (int i = 0; i < 3 * genome.Count; i++)
        {
            genome.Operands[i] = reader.ReadSByte();
        }
        for (int i = 0; i < genome.ConstantCount; i++)
        {
            genome.Constants[i] = reader.ReadDouble();
            genome.Rests[i] = reader.ReadDouble();
        }
    }
}
