using System;
using System.Linq;

namespace Proxima.Generator.Numerics;

/// <summary>Roots and powers.</summary>
internal static partial class DoubleDoubleFunctions
{
    /// <summary>1/n! for n = 0 … 31; the factorials themselves are exact up to 27! and rounded to 106 bits above.</summary>
    private static readonly DoubleDouble[] InverseFactorials = CreateInverseFactorials();

    /// <summary>1/(2n + 1).</summary>
    private static readonly DoubleDouble[] OddReciprocals = Enumerable.Range(0, 28).Select(static n => DoubleDouble.One / ((2 * n) + 1)).ToArray();

    /// <summary>One Newton step (Karp) from the double root.</summary>
    public static DoubleDouble Sqrt(DoubleDouble x)
    {
        double root = Math.Sqrt(x.Hi);
        if (!(root > 0) || double.IsInfinity(root))
        {
            return root;
        }
        if (x.Hi < 1e-250)
        {
            return Sqrt(ScaleB(x, 400)).Scale(PowerOfTwo(-200)); // the residual would underflow
        }
        DoubleDouble rest = x - DoubleDouble.Product(root, root);
        return DoubleDouble.Sum(root, 0) + (rest / (2 * root));
    }

    public static DoubleDouble Cbrt(DoubleDouble x) => RootN(x, 3);

    /// <summary>The real n-th root, odd for odd n, as <c>double.RootN</c>: one Newton step from exp(ln|x| / n).</summary>
    public static DoubleDouble RootN(DoubleDouble x, int n)
    {
        bool isOdd = (n & 1) != 0;
        if (n == 0 || x.IsNaN || (x.Hi < 0 && !isOdd))
        {
            return double.NaN;
        }
        if (x.IsZero || !x.IsFinite)
        {
            double magnitude = x.IsZero == n > 0 ? 0 : double.PositiveInfinity;
            return isOdd && x.IsNegative ? -magnitude : magnitude;
        }
        if (n < 0)
        {
            return n == int.MinValue ? Exp(Log(x) / n) : DoubleDouble.One / RootN(x, -n);
        }
        if (n == 1)
        {
            return x;
        }
        if (n == 2)
        {
            return Sqrt(x);
        }
        DoubleDouble positive = x.Abs();
        DoubleDouble root = Exp(Log(positive) / n);
        if (n <= 64)
        {
            // r − (r − x / rⁿ⁻¹) / n squares the relative error of the first guess
            root += ((positive / Power(root, n - 1)) - root) / n;
        }
        return x.IsNegative ? -root : root;
    }

    /// <summary>√(a² + b²) without overflow or underflow of the squares.</summary>
    public static DoubleDouble Hypot(DoubleDouble a, DoubleDouble b)
    {
        a = a.Abs();
        b = b.Abs();
        if (double.IsInfinity(a.Hi) || double.IsInfinity(b.Hi))
        {
            return double.PositiveInfinity;
        }
        if (a < b)
        {
            (a, b) = (b, a);
        }
        if (b.IsZero || a.IsNaN || b.IsNaN)
        {
            return a + b;
        }
        int scale = a.Hi > 1e140 ? -600 : a.Hi < 1e-140 ? 600 : 0;
        DoubleDouble large = ScaleB(a, scale), small = ScaleB(b, scale);
        return ScaleB(Sqrt((large * large) + (small * small)), -scale);
    }

    /// <summary>aᵇ with the exceptions of <c>Math.Pow</c>.</summary>
    public static DoubleDouble Pow(DoubleDouble a, DoubleDouble b)
    {
        if (b.IsZero || a == 1)
        {
            return DoubleDouble.One;
        }
        if (a.IsZero || !a.IsFinite || !b.IsFinite)
        {
            return Math.Pow(a.Hi, b.Hi); // exact by IEEE 754: 0, 1, ∞ or NaN
        }
        bool isInteger = IsInteger(b);
        if (a.IsNegative && !isInteger)
        {
            return double.NaN;
        }
        if (isInteger && Math.Abs(b.Hi) <= 64)
        {
            DoubleDouble power = Power(a, Math.Abs((int)b.Hi));
            if (power.IsFinite && Math.Abs(power.Hi) > 1e-250)
            {
                return b.Hi > 0 ? power : DoubleDouble.One / power;
            }
        }
        DoubleDouble magnitude = Exp(b * Log(a.Abs()));
        return a.IsNegative && IsOdd(b) ? -magnitude : magnitude;
    }

    public static bool IsInteger(DoubleDouble x) => x.IsFinite && Math.Floor(x.Hi) == x.Hi && Math.Floor(x.Lo) == x.Lo;

    public static DoubleDouble Floor(DoubleDouble x)
    {
        double high = Math.Floor(x.Hi);
        return high == x.Hi && x.Lo != 0 ? DoubleDouble.Sum(high, Math.Floor(x.Lo)) : high;
    }

    public static DoubleDouble Ceiling(DoubleDouble x) => -Floor(-x);

    public static DoubleDouble Truncate(DoubleDouble x) => x.IsNegative ? Ceiling(x) : Floor(x);

    /// <summary>To the nearest integer, ties to even.</summary>
    public static DoubleDouble Round(DoubleDouble x)
    {
        DoubleDouble floor = Floor(x);
        if (!x.IsFinite || floor == x)
        {
            return x;
        }
        int order = (x - floor).CompareTo(0.5);
        DoubleDouble rounded = order < 0 || (order == 0 && !IsOdd(floor)) ? floor : floor + 1;
        return rounded.IsZero && x.IsNegative ? -0.0 : rounded;
    }

    /// <summary>Whether an integer is odd.</summary>
    private static bool IsOdd(DoubleDouble x) => (Math.Abs(x.Hi % 2) == 1) != (Math.Abs(x.Lo % 2) == 1);

    /// <summary>xⁿ by repeated squaring; a negative n divides at the end.</summary>
    private static DoubleDouble Power(DoubleDouble x, int n)
    {
        DoubleDouble result = DoubleDouble.One, square = x;
        for (int rest = Math.Abs(n); rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
            {
                result *= square;
            }
            if (rest > 1)
            {
                square *= square;
            }
        }
        return n < 0 ? DoubleDouble.One / result : result;
    }

    private static DoubleDouble[] CreateInverseFactorials()
    {
        DoubleDouble[] inverses = new DoubleDouble[32];
        DoubleDouble factorial = DoubleDouble.One;
        inverses[0] = factorial;
        for (int n = 1; n < inverses.Length; n++)
        {
            factorial *= n;
            inverses[n] = DoubleDouble.One / factorial;
        }
        return inverses;
    }
}
