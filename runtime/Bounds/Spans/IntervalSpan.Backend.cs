namespace Proxima;

public readonly ref partial struct IntervalSpan
{
    private static readonly IntervalBackend Best = Choose();

    internal static bool IsSupported(IntervalBackend backend) => backend switch
    {
        IntervalBackend.Embedded => EmbeddedIntervalProducts.IsSupported,
        IntervalBackend.Vector512 => IntervalKernels512.IsSupported,
        IntervalBackend.Vector256 => IntervalKernels256.IsSupported,
        IntervalBackend.Vector128 => IntervalKernels128.IsSupported,
        _ => true,
    };

    private static IntervalBackend Choose()
    {
        if (EmbeddedIntervalProducts.IsSupported && !Interval.Reproducible)
        {
            return IntervalBackend.Embedded;
        }
        if (IntervalKernels512.IsSupported)
        {
            return IntervalBackend.Vector512;
        }
        if (IntervalKernels256.IsSupported)
        {
            return IntervalBackend.Vector256;
        }
        return IntervalKernels128.IsSupported ? IntervalBackend.Vector128 : IntervalBackend.Scalar;
    }
}
