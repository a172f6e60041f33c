using System;
using System.Runtime.Intrinsics;
using Xunit.Abstractions;

namespace NumericTests.Singles;

/// <summary>
/// The kernels of single precision within the ulps that their documentation states: over a subset of all arguments, or with <c>PROXIMA_EXHAUSTIVE=1</c> over all 2³² of them,
/// which writes what it found beside this file (<c>Exhaustive.md</c>). The table's hashes of the subset tell whether the kernels are still those that were looked at.
/// </summary>
[Trait("Category", "Batch")]
public sealed class SingleKernelTests(ITestOutputHelper output)
{
    // Primes: the subset meets every exponent and all low bits.
    private const uint Stride = 1009;
    private const uint LargeStride = 61;
    private const uint WidthStride = 100_003;
    private const uint ExhaustiveWidthStride = 10_007;

    private static readonly bool IsExhaustive = Environment.GetEnvironmentVariable("PROXIMA_EXHAUSTIVE") == "1";

    public static TheoryData<string> Functions => [.. SingleFunctions.All.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_kernel_is_within_the_ulps_of_its_documentation(string name)
    {
        SingleFunction function = SingleFunctions.All[name];
        SingleSweep sweep = new(function);
        Special(sweep);
        foreach (float boundary in function.Boundaries)
        {
            sweep.Around(boundary, 2000);
        }
        if (!IsExhaustive)
        {
            sweep.Bits(0, uint.MaxValue, Stride);
            SingleTable.RequireSubset(name, sweep.Hash);
        }
        else if (name is "Sin" or "Cos" or "Tan")
        {
            // Beyond 1e5 the kernel is the function of double precision itself, one lane after another.
            uint limit = BitConverter.SingleToUInt32Bits(1e5f), sign = 1u << 31;
            sweep.Bits(0, limit, 1);
            sweep.Bits(sign, sign + limit, 1);
            sweep.Bits(limit, sign, LargeStride);
            sweep.Bits(sign + limit, uint.MaxValue, LargeStride);
        }
        else
        {
            sweep.Bits(0, uint.MaxValue, 1);
        }
        output.WriteLine($"{name}: {sweep.Worst:F4} ulp at {sweep.At:R}");
        if (IsExhaustive)
        {
            SingleSweep subset = new(function);
            subset.Bits(0, uint.MaxValue, Stride);
            SingleTable.Write(name, sweep, subset.Hash);
        }
        Assert.True(sweep.Worst <= function.Ulps, $"{name} is {sweep.Worst} ulp wrong at {sweep.At:R}");
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_width_has_the_same_bits(string name)
    {
        SingleFunction function = SingleFunctions.All[name];
        uint stride = IsExhaustive ? ExhaustiveWidthStride : WidthStride;
        Vector512<uint> steps = Vector512<uint>.Indices * stride;
        for (long bits = 0; bits <= uint.MaxValue; bits += (long)stride * Vector512<uint>.Count)
        {
            Vector512<float> x = (Vector512.Create((uint)bits) + steps).AsSingle();
            Vector512<float> expected = function.Lanes(x);
            Same(name, x, expected, Vector512.Create(function.Half(x.GetLower()), function.Half(x.GetUpper())));
            Same(name, x, expected, Vector512.Create(
                Vector256.Create(function.Quarter(x.GetLower().GetLower()), function.Quarter(x.GetLower().GetUpper())),
                Vector256.Create(function.Quarter(x.GetUpper().GetLower()), function.Quarter(x.GetUpper().GetUpper()))));
            int lane = (int)(bits / stride % Vector512<float>.Count);
            Same(name, x, expected, expected.WithElement(lane, function.Scalar(x[lane])));
        }
    }

    private static void Special(SingleSweep sweep)
    {
        foreach (float x in (ReadOnlySpan<float>)[0, float.Epsilon, 1e-40f, 1.17549435e-38f, 1e-20f, 0.5f, 1, 2, 16777216, float.MaxValue, float.PositiveInfinity, float.NaN])
        {
            sweep.Around(x, 100);
        }
    }

    // Any NaN is one: its bits depend on the order of operands, which is the compiler's.
    private static void Same(string name, Vector512<float> x, Vector512<float> expected, Vector512<float> actual)
    {
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            Assert.True(Ulps.Between(actual[lane], expected[lane]) == 0, $"{name}({x[lane]:R}) is {actual[lane]:R} where 512 bits give {expected[lane]:R}");
        }
    }
}
