using System;

namespace Proxima.Generator.Ir;

/// <summary>An array while evaluating, or a part of one: slices share their cells.</summary>
internal sealed class Cells
{
    private readonly Value[] _storage;
    private readonly int _offset;

    private Cells(ScalarType type, Value[] storage, int offset, int length)
    {
        Type = type;
        _storage = storage;
        _offset = offset;
        Length = length;
    }

    public ScalarType Type { get; }

    public int Length { get; }

    public Value this[int index]
    {
        get => _storage[_offset + index];
        set => _storage[_offset + index] = value;
    }

    public static Cells Zeros(ScalarType type, int length)
    {
        Cells cells = new(type, new Value[length], 0, length);
        cells.Clear();
        return cells;
    }

    /// <summary>Storage that must be written before it is read: reals are NaN, so that a read of what was not written shows.</summary>
    public static Cells Unwritten(ScalarType type, int length)
    {
        Cells cells = Zeros(type, length);
        for (int i = 0; i < length; i++)
        {
            cells[i] = type.IsReal() ? new(type, 0, double.NaN) : new(type, type == ScalarType.Bool ? 1 : int.MaxValue, default);
        }
        return cells;
    }

    public static Cells Of(params double[] values) => new(ScalarType.Double, Array.ConvertAll(values, Value.Of), 0, values.Length);

    public static Cells Of(params float[] values) => new(ScalarType.Float, Array.ConvertAll(values, Value.Of), 0, values.Length);

    public static Cells Of(params int[] values) => new(ScalarType.Int, Array.ConvertAll(values, Value.Of), 0, values.Length);

    public static Cells Of(Table table)
    {
        Cells cells = Zeros(table.Type, table.Bits.Count);
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = Value.Of(new Constant(table.Type, table.Bits[i]));
        }
        return cells;
    }

    public Cells Slice(int offset, int length) => new(Type, _storage, _offset + offset, length);

    public void Clear()
    {
        for (int i = 0; i < Length; i++)
        {
            this[i] = Value.Zero(Type);
        }
    }

    /// <summary>The leading doubles of real cells.</summary>
    public double[] ToDoubles()
    {
        double[] values = new double[Length];
        for (int i = 0; i < Length; i++)
        {
            values[i] = this[i].Real.Hi;
        }
        return values;
    }
}
