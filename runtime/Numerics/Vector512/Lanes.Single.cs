using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Single precision.</content>
internal static partial class Lanes
{
    /// <summary>Recomputes the lanes of a result that a mask selects by a function of double precision; the others keep their bits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector512<float> Replace(Vector512<float> result, Vector512<float> mask, Vector512<float> x, Func<double, double> function)
    {
        ulong selected = Vector512.ExtractMostSignificantBits(mask);
        for (int i = 0; i < Vector512<float>.Count; i++)
        {
            if ((selected >> i & 1) != 0)
            {
                result = result.WithElement(i, (float)function(x[i]));
            }
        }
        return result;
    }
}
