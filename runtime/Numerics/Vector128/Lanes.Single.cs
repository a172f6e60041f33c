// Vector512/Lanes.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Single precision.</content>
internal static partial class Lanes
{
    /// <summary>Recomputes the lanes of a result that a mask selects by a function of double precision; the others keep their bits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector128<float> Replace(Vector128<float> result, Vector128<float> mask, Vector128<float> x, Func<double, double> function)
    {
        ulong selected = Vector128.ExtractMostSignificantBits(mask);
        for (int i = 0; i < Vector128<float>.Count; i++)
        {
            if ((selected >> i & 1) != 0)
            {
                result = result.WithElement(i, (float)function(x[i]));
            }
        }
        return result;
    }
}
