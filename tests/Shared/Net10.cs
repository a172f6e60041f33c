using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Proxima;

namespace Tests.Shared;

/// <summary>What compilations in tests refer to: the reference pack of the SDK that built the tests, and the runtime library.</summary>
internal static class Net10
{
    public static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. Directory.EnumerateFiles(Pack, "*.dll").Order().Select(static file => MetadataReference.CreateFromFile(file)),
    ];

    public static MetadataReference Runtime { get; } = MetadataReference.CreateFromFile(typeof(GradientAttribute).Assembly.Location);

    /// <summary>The package that the runtime library brings along.</summary>
    public static MetadataReference Tensors { get; } = MetadataReference.CreateFromFile(typeof(System.Numerics.Tensors.TensorPrimitives).Assembly.Location);

    private static string Pack => typeof(Net10).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "ReferencePack").Value!;
}
