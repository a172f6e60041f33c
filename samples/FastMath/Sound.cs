using System;

namespace Samples.FastMath;

/// <summary>A loud tone through the soft clipper, and what is in the result: its overtones, and what the approximation adds to them.</summary>
internal sealed class Sound
{
    public const int Length = 4096;

    /// <summary>Whole periods in the window, so that no tone leaks into others.</summary>
    private const int Periods = 37;

    private readonly float[] _tone = new float[Length];

    public Sound()
    {
        for (int i = 0; i < Length; i++)
        {
            _tone[i] = 3 * MathF.Sin(2 * MathF.PI * Periods * i / Length);
        }
    }

    public float[] WithMathF() => Array.ConvertAll(_tone, MathF.Tanh);

    public float[] WithApproximation()
    {
        float[] clipped = new float[Length];
        Fast.ClipApproximate(_tone, clipped);
        return clipped;
    }

    /// <summary>The loudness of each of the tone's overtones up to the twentieth, in decibels below full scale.</summary>
    public static double[] Spectrum(double[] samples)
    {
        double[] levels = new double[21];
        for (int k = 0; k < levels.Length; k++)
        {
            double real = 0, imaginary = 0;
            for (int i = 0; i < Length; i++)
            {
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * ((long)k * Periods * i % Length) / Length);
                real += samples[i] * cosine;
                imaginary += samples[i] * sine;
            }
            levels[k] = 20 * Math.Log10((Math.Sqrt((real * real) + (imaginary * imaginary)) * 2 / Length) + 1e-12);
        }
        return levels;
    }
}
