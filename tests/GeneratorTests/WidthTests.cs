using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Proxima;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>A large batch has the same bits on processors with vectors of 512, 256 and 128 bits: the same program under the runtime's switches.</summary>
public sealed class WidthTests
{
    /// <summary>More than a hundred statements each; the first only arithmetic, whose bits need no fused multiply-add.</summary>
    private static readonly string Source =
        $$"""
        using System;
        using System.Runtime.Intrinsics;
        using Proxima;

        public static partial class Large
        {
            [Gradient(Rounding = Rounding.Exact), Batch]
            public static double Rational(double x, double y)
            {
                double a = x, b = y;
        {{string.Join("\n", Enumerable.Range(1, 60).Select(static i => FormattableString.Invariant($"        a = a * b + {i}.5 - x; b = (b - {i}.25) / (1 + a * a);")))}}
                return a - b;
            }

            [Gradient, Batch]
            public static float Waves(float x, float y)
            {
                float a = x, b = y;
        {{string.Join("\n", Enumerable.Range(1, 60).Select(static i => FormattableString.Invariant($"        a = {(i % 9 == 0 ? "MathF.Sin(a + b)" : "0.5f * a + b")} - x * {i}; b = {(i % 10 == 0 ? "MathF.Exp(-a * a)" : "b - 0.25f * a")};")))}}
                return a - b;
            }

            [Gradient, Batch]
            public static double Rows(ReadOnlySpan<double> x, double y)
            {
                double a = y, b = 1;
                for (int i = 0; i < x.Length; i++) { a += Math.Tanh(x[i] * b); b = x[i] > 0 ? b + 0.125 : b * a; }
        {{string.Join("\n", Enumerable.Range(1, 60).Select(static i => FormattableString.Invariant($"        a = a * b + {i}.5 - y; b = (b - {i}.25) / (1 + a * a);")))}}
                double last = a * a;
                return Math.Log(1 + last) * b + last;
            }
        }

        public static class Driver
        {
            public static void Main()
            {
                const int Count = 61;
                Random random = new(3);
                double[] x = new double[Count], y = new double[Count], matrix = new double[5 * Count];
                float[] u = new float[Count], v = new float[Count];
                foreach (double[] column in new[] { x, y, matrix }) { for (int i = 0; i < column.Length; i++) { column[i] = 4 * random.NextDouble() - 2; } }
                for (int i = 0; i < Count; i++) { u[i] = (float)x[i]; v[i] = (float)y[i]; }
                double[] r = new double[Count], dX = new double[Count], dY = new double[Count], dMatrix = new double[5 * Count];
                float[] s = new float[Count], dU = new float[Count], dV = new float[Count];
                Large.RationalBatch(x, y, r);
                ulong arithmetic = Hash(r, 17);
                Large.RationalGradientBatch(x, y, r, dX, dY);
                arithmetic = Hash(dY, Hash(dX, Hash(r, arithmetic)));
                Large.WavesBatch(u, v, s);
                ulong waves = Hash(s, 17);
                Large.WavesGradientBatch(u, v, s, dU, dV);
                waves = Hash(dV, Hash(dU, Hash(s, waves)));
                Large.RowsGradientBatch(matrix, y, r, dMatrix, dY);
                ulong rows = Hash(dY, Hash(dMatrix, Hash(r, 17)));
                Console.WriteLine(Vector512.IsHardwareAccelerated + " " + Vector256.IsHardwareAccelerated + " " + arithmetic + " " + waves + " " + rows);
            }

            private static ulong Hash(double[] values, ulong hash)
            {
                foreach (double value in values) { hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(value)) * 1099511628211; }
                return hash;
            }

            private static ulong Hash(float[] values, ulong hash)
            {
                foreach (float value in values) { hash = (hash ^ (uint)BitConverter.SingleToInt32Bits(value)) * 1099511628211; }
                return hash;
            }
        }
        """;

    [Fact]
    public void A_large_batch_has_the_same_bits_at_every_width()
    {
        string folder = Directory.CreateTempSubdirectory("widths").FullName;
        try
        {
            string program = Build(folder);
            string[] widest = Run(program), without512 = Run(program, "DOTNET_EnableAVX512"), without256 = Run(program, "DOTNET_EnableAVX2");
            Assert.Equal("False", without512[0]);
            Assert.Equal(widest[2..], without512[2..]);
            Assert.Equal("False", without256[1]);
            Assert.Equal(widest[2], without256[2]); // the others fuse multiply-adds where the processor can
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Narrower_vectors_have_a_file_of_their_own()
    {
        CompiledModel model = Compile.Run(Source, Compile.Strict);
        Assert.Equal(3, model.Sources.Count(static file => file.Key.EndsWith(".Widths.g.cs", StringComparison.Ordinal)));
        Assert.All(model.Sources.Where(static file => !file.Key.EndsWith(".Widths.g.cs", StringComparison.Ordinal)), static file => Assert.DoesNotContain("Vector256<", file.Value));
    }

    private static string Build(string folder)
    {
        CompiledModel model = Compile.Run(Source);
        string program = Path.Combine(folder, "widths.dll");
        EmitResult emitted = model.Compilation.WithOptions(((CSharpCompilationOptions)model.Compilation.Options).WithOutputKind(OutputKind.ConsoleApplication)).Emit(program);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(10)));
        string runtime = typeof(Batch).Assembly.Location;
        File.Copy(runtime, Path.Combine(folder, Path.GetFileName(runtime)));
        File.WriteAllText(
            Path.ChangeExtension(program, ".runtimeconfig.json"),
            """{ "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }""");
        return program;
    }

    private static string[] Run(string program, string? off = null)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [program]) { RedirectStandardOutput = true };
        if (off is not null)
        {
            start.Environment[off] = "0";
        }
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Trim().Split(' ');
    }
}
