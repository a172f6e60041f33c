using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>The C sources in <c>native/</c>, compiled by gcc where it is found, loaded into this process and called through pointers.</summary>
internal sealed class CompiledC
{
    private static readonly Lazy<CompiledC> LazyPlain = new(static () => new("C -O3", "plain", "-O3 -march=native"));
    private static readonly Lazy<CompiledC> LazyFast =
        new(static () => new("C -ffast-math", "fast", "-O3 -march=native -ffast-math -mprefer-vector-width=512"));

    private readonly string _name;
    private readonly nint _library;
    private readonly string? _absence;

    private CompiledC(string name, string folder, string flags)
    {
        _name = name;
        if (Version is null)
        {
            _absence = "no gcc here";
            return;
        }
        string sources = Path.Combine(AppContext.BaseDirectory, "native"), objects = Path.Combine(sources, folder);
        Directory.CreateDirectory(objects);
        foreach (string source in Directory.GetFiles(sources, "*.c"))
        {
            string compiled = Path.Combine(objects, Path.GetFileNameWithoutExtension(source) + ".o");
            _absence ??= Run($"-std=c11 -D_GNU_SOURCE -fPIC {flags} -c \"{source}\" -o \"{compiled}\"");
        }
        // Linked without -ffast-math, which would add a start-up file that makes this whole process flush denormals to zero.
        string library = Path.Combine(objects, "benchmarks.so");
        _absence ??= Run($"-shared {string.Join(' ', Directory.GetFiles(objects, "*.o").Order().Select(static file => $"\"{file}\""))} -o \"{library}\" -lm");
        if (_absence is null && !NativeLibrary.TryLoad(library, out _library))
        {
            _absence = "cannot load " + library;
        }
    }

    /// <summary>Compiled with <c>-O3 -march=native</c>.</summary>
    public static CompiledC Plain => LazyPlain.Value;

    /// <summary>The same with <c>-ffast-math</c>, vectors of 512 bits and the vector functions of the C library.</summary>
    public static CompiledC Fast => LazyFast.Value;

    /// <summary>The first line that <c>gcc --version</c> prints; null without gcc.</summary>
    public static string? Version { get; } = VersionLine();

    /// <summary>A function of the library as a contestant; absent where the library is.</summary>
    /// <param name="what">What it computes.</param>
    /// <param name="function">Its name.</param>
    /// <param name="bind">Makes the call from the function's address.</param>
    /// <param name="agreements">What it must agree with.</param>
    public Contestant Contestant(string what, string function, Func<nint, Action> bind, params Agreement[] agreements)
    {
        string name = what + ", " + _name;
        return _absence is null
            ? new(name, bind(NativeLibrary.GetExport(_library, function))) { IsNative = true, Agreements = agreements }
            : Benchmarks.Contestant.Absent(name, _absence);
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
