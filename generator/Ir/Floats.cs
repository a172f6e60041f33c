using System.Runtime.InteropServices;

namespace Proxima.Generator.Ir;

/// <summary>Bit casts of <see langword="float"/>, which netstandard2.0's BitConverter lacks.</summary>
internal static class Floats
{
    public static int ToBits(float value) => new Overlay { Single = value }.Bits;

    public static float FromBits(int bits) => new Overlay { Bits = bits }.Single;

    [StructLayout(LayoutKind.Explicit)]
    private struct Overlay
    {
        [FieldOffset(0)]
        public float Single;

        [FieldOffset(0)]
        public int Bits;
    }
}
