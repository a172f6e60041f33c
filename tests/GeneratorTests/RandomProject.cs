using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Functions of the IR as a compiled project: each is a model <c>F</c> of a class of its own, beside the companions that the backend writes for it.</summary>
internal sealed class RandomProject
{
    private readonly List<SyntaxTree> _trees = [];
    private Assembly? _assembly;

    /// <summary>The parameters of <see cref="CompilerTests.RandomPrograms"/>.</summary>
    public static IReadOnlyList<ModelParameter> Parameters { get; } =
    [
        Scalar("x"),
        Scalar("y"),
        Scalar("z"),
        new("a", "ReadOnlySpan<double>", "ReadOnlySpan{double}", "", ParameterShape.Array, ScalarType.Double, [new("a", "a", ScalarType.Double, true)], ""),
        new("n", "int", "int", "", ParameterShape.Constant, ScalarType.Int, [new("n", "n", ScalarType.Int, false)], ""),
    ];

    public static ModelParameter Scalar(string name) => new(name, "double", "double", "", ParameterShape.Scalar, ScalarType.Double, [new(name, name, ScalarType.Double, false)], "");

    /// <summary>So many, or as many as asked for by <c>PROXIMA_PROGRAMS</c>; a third of them with calls of a function that calls itself.</summary>
    public static CompilerTests.RandomProgram[] Programs(int first, int count)
    {
        int programs = int.TryParse(System.Environment.GetEnvironmentVariable("PROXIMA_PROGRAMS"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int asked) ? asked : count;
        return
        [
            .. Enumerable.Range(first, programs).Select(static seed => CompilerTests.RandomPrograms.Generate(seed))
                .Select(static (program, i) => i % 3 == 2 ? CompilerTests.RandomCalls.In(program) : program),
        ];
    }

    public static string ClassOf(int index) => "Program" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Text that stands by itself.</summary>
    public void Add(string text) => _trees.Add(CSharpSyntaxTree.ParseText(text, Compile.Strict));

    /// <summary>A model and its companions; gives the text of these.</summary>
    public string Add(Request request)
    {
        Compiled compiled = RequestCompiler.Compile(request);
        Assert.True(compiled.Source.Length > 0, request.Identity + ": " + string.Join("; ", compiled.Notes.SelectMany(static n => n.Arguments)));
        Add(compiled.Source);
        if (compiled.Widths.Length > 0)
        {
            Add(compiled.Widths);
        }
        Add(ModelText(request));
        return compiled.Source;
    }

    /// <summary>The companion of that name; of a batch the overload for one thread.</summary>
    public MethodInfo Method(string type, string name) => Load().GetType(type, throwOnError: true)!.GetMethods().Where(m => m.Name == name).MinBy(static m => m.GetParameters().Length)!;

    /// <summary>The overload of a batch that shares the rows among threads.</summary>
    public MethodInfo Shared(string type, string name) => Load().GetType(type, throwOnError: true)!.GetMethods().Where(m => m.Name == name).MaxBy(static m => m.GetParameters().Length)!;

    public bool Has(string type, string name) => Load().GetType(type, throwOnError: true)!.GetMethods().Any(m => m.Name == name);

    /// <summary>A companion as a delegate; of several of the name the one of that signature.</summary>
    public TDelegate Method<TDelegate>(string type, string name)
        where TDelegate : System.Delegate
    {
        System.Type[] signature = [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(static p => p.ParameterType)];
        return Load().GetType(type, throwOnError: true)!.GetMethod(name, signature)!.CreateDelegate<TDelegate>();
    }

    private Assembly Load()
    {
        if (_assembly is { } loaded)
        {
            return loaded;
        }
        CSharpCompilation compilation = CSharpCompilation.Create(
            "RandomPrograms", _trees, [.. Net10.Framework, Net10.Runtime],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream stream = new();
        EmitResult emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(10)));
        stream.Position = 0;
        return _assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
    }

    /// <summary>The program itself as a C# method, which companions call where they need the value alone.</summary>
    private static string ModelText(Request request)
    {
        SourceWriter writer = new();
        writer.Line("using System;");
        writer.Line("using Proxima;");
        using (writer.Block("public static partial class " + request.ContainingTypes[0].Split(' ')[^1]))
        {
            string parameters = string.Join(", ", request.Parameters.Select(static p => p.TypeText + " " + p.Name));
            using (writer.Block("public static " + (request.Return is null ? "void" : "double") + " F(" + parameters + ")"))
            {
                Function normal = PassList.Tidy(PassList.Normalise(request.Module)).Main;
                Dictionary<string, string> callees = request.Module.Callees.ToDictionary(static c => c.Name, c => request.Prefix + c.Name); // stand beside the companions
                StatementWriter statements = new(writer, normal, Shape.Scalar, callees);
                statements.Write(normal.Body);
                if (request.Return is not null)
                {
                    writer.Line("return " + statements.Text(normal.Results[0]) + ";");
                }
            }
        }
        return writer.ToString();
    }
}
