using Proxima;

namespace NumericTests.Constructs;

/// <summary>Ways to assign.</summary>
public static partial class Assignments
{
    /// <summary>(x, y) ← (y, x·y) three times: x·y² and x²·y³ at the end.</summary>
    [Gradient, Batch]
    public static double TupleSwap(double x, double y)
    {
        for (int i = 0; i < 3; i++)
        {
            (x, y) = (y, x * y);
        }
        return x + (2 * y);
    }

    /// <summary>A tuple returned by a helper and taken apart, one element thrown away: (x + y)·(x − y).</summary>
    [Gradient, Batch]
    public static double Deconstruction(double x, double y)
    {
        (double sum, _, double difference) = SumProductDifference(x, y);
        (double product, double unused) = (sum * difference, y);
        _ = unused;
        return product;
    }

    [Gradient, Batch]
    public static double CompoundAssignment(double x, double y)
    {
        double s = x;
        s += y;
        s *= x;
        s -= y * y;
        s /= 1 + (x * x);
        return s;
    }

    /// <summary>Index steps before and after the read; an element's index is evaluated once: (y + 2·x·y)·2·x·y.</summary>
    [Gradient, Batch]
    public static double IncrementInIndex(double x, double y)
    {
        double[] a = [x, y, x * y];
        int i = 0;
        double s = a[i++] * a[i++];
        s += a[i];
        a[--i] += s;
        return a[1] * s;
    }

    [Gradient, Batch]
    public static double ChainedAssignment(double x, double y)
    {
        double a, b;
        a = b = x * y;
        a += x;
        b *= a;
        return a - b;
    }

    /// <summary>The assigned value of a condition is the one the body uses: (1 + ½ + ¼ + …)·x·y.</summary>
    [Gradient, Batch]
    public static double AssignmentInCondition(double x, double y)
    {
        double sum = 0, term;
        int n = 0;
        while ((term = x / (1 << n)) > 0.1)
        {
            sum += term * y;
            n++;
        }
        return sum + term;
    }

    /// <summary>A parameter that is overwritten by itself: x² − x²·y.</summary>
    [Gradient, Batch]
    public static double OverwrittenParameter(double x, double y)
    {
        x *= x;
        x -= x * y;
        return x;
    }

    private static (double Sum, double Product, double Difference) SumProductDifference(double x, double y) => (x + y, x * y, x - y);
}
