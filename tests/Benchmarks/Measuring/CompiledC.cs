using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>The C sources in <c>native/</c>, each compiled by gcc when a rival is asked of it, loaded into this process and called through pointers.</summary>
internal sealed class CompiledC(string name, string folder, string flags)
{
    private readonly Dictionary<string, (nint Library, string? Absence)> _loaded = [];

    /// <summary>Compiled with <c>-O3 -march=native</c>.</summary>
    public static CompiledC Plain { get; } = new("C -O3", "plain", "-O3 -march=native");

    /// <summary>The same with <c>-ffast-math</c>, vectors of 512 bits and the vector functions of the C library.</summary>
    public static CompiledC Fast { get; } = new("C -ffast-math", "fast", "-O3 -march=native -ffast-math -mprefer-vector-width=512");

    /// <summary>The first line that <c>gcc --version</c> prints; null without gcc.</summary>
    public static string? Version { get; } = VersionLine();

    /// <summary>A function of a source as a contestant; absent where gcc is.</summary>
    /// <param name="what">What it computes.</param>
    /// <param name="source">The source's name without <c>.c</c>.</param>
    /// <param name="function">The function's name.</param>
    /// <param name="bind">Makes the call from the function's address.</param>
    /// <param name="agreements">What it must agree with.</param>
    public Contestant Contestant(string what, string source, string function, Func<nint, Action> bind, params Agreement[] agreements)
    {
        if (!_loaded.TryGetValue(source, out (nint Library, string? Absence) loaded))
        {
            loaded = Load(source);
            _loaded.Add(source, loaded);
        }
        return loaded.Absence is null
            ? new(what + ", " + name, bind(NativeLibrary.GetExport(loaded.Library, function))) { IsNative = true, Agreements = agreements }
            : Benchmarks.Contestant.Absent(what + ", " + name, loaded.Absence);
    }

    private (nint Library, string? Absence) Load(string source)
    {
        if (Version is null)
        {
            return (0, "no gcc here");
        }
        string sources = Path.Combine(AppContext.BaseDirectory, "native"), objects = Path.Combine(sources, folder);
        string text = Path.Combine(sources, source + ".c"), compiled = Path.Combine(objects, source + ".o"), library = Path.Combine(objects, source + ".so");
        Directory.CreateDirectory(objects);
        string? absence = null;
        if (!File.Exists(library) || File.GetLastWriteTimeUtc(library) < File.GetLastWriteTimeUtc(text))
        {
            // Linked without -ffast-math, which would add a start-up file that makes this whole process flush denormals to zero.
            absence = Run($"-std=c11 -D_GNU_SOURCE -fPIC {flags} -c \"{text}\" -o \"{compiled}\"") ?? Run($"-shared \"{compiled}\" -o \"{library}\" -lm");
        }
        nint handle = 0;
        if (absence is null && !NativeLibrary.TryLoad(library, out handle))
        {
            absence = "cannot load " + library;
        }
        return (handle, absence);
    }

    private static string? VersionLine()
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo("gcc", "--version") { RedirectStandardOutput = true });
            return process?.StandardOutput.ReadLine();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Null, or what gcc said.</summary>
    private static string? Run(string arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("gcc", arguments) { RedirectStandardError = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : "gcc failed: " + errors.Split('\n')[0];
    }
}
