using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Tests.Shared;

/// <summary>What <see cref="Compile.Run"/> gave. Disposing unloads the assembly.</summary>
internal sealed class CompiledModel(Compilation compilation, ImmutableSortedDictionary<string, string> sources, Exception? generatorFailure) : IDisposable
{
    private AssemblyLoadContext? _context;
    private Assembly? _assembly;

    public Compilation Compilation { get; } = compilation;

    /// <summary>Generated text by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; } = sources;

    /// <summary>What the generator threw, which must be nothing.</summary>
    public Exception? GeneratorFailure { get; } = generatorFailure;

    /// <summary>Warnings and errors of the compiler, generated code included.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
        [.. Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>The text of the only generated file; a second one with narrower vectors aside.</summary>
    public string Source => Sources.Single(static file => !file.Key.EndsWith(".Widths.g.cs", StringComparison.Ordinal)).Value;

    /// <summary>The compiled assembly, loaded in a context that can be unloaded.</summary>
    public Assembly Load()
    {
        if (_assembly is { } loaded)
        {
            return loaded;
        }
        using MemoryStream image = new();
        EmitResult result = Compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        _context = new AssemblyLoadContext("Model", isCollectible: true);
        return _assembly = _context.LoadFromStream(image);
    }

    /// <summary>A public static method of the compiled assembly as a delegate, so that it can take spans.</summary>
    public TDelegate Method<TDelegate>(string type, string method)
        where TDelegate : Delegate =>
        Load().GetType(type, throwOnError: true)!.GetMethod(method)!.CreateDelegate<TDelegate>();

    public void Dispose() => _context?.Unload();
}
