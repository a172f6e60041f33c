using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Frontend;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Primitives;

namespace GeneratorTests;

/// <summary>What travels between the steps: values only. A symbol or a tree in a request would keep whole compilations alive and compare unequal after every edit.</summary>
public sealed class CachingModelTests
{
    private static readonly string[] WalkedSteps = [.. StepNames.AllRequests, .. StepNames.AllFiles];

    public static TheoryData<string> Steps => [.. WalkedSteps];

    public static TheoryData<string> Models => [.. GeneratedTextModels.All.Keys];

    [Fact]
    public void Every_step_name_has_its_laws() =>
        Assert.Equal(
            Annotation.Asking.SelectMany(static a => new[] { StepNames.Requests(a.Companion), StepNames.Files(a.Companion) }).Order(),
            WalkedSteps.Order());

    [Theory]
    [MemberData(nameof(Steps))]
    public void Steps_hold_no_symbols_syntax_locations_or_delegates(string step)
    {
        List<object> outputs = [];
        string attribute = step.Replace(nameof(StepNames.Requests), "").Replace(nameof(StepNames.Files), "");
        string asked = "[" + attribute switch { "Taylor" => "Taylor(3)", "Approximate" => "Approximate(0.5, 1.5, MaxError = 0.01)", "Tabulate" => "Tabulate(0.5, 1.5, MaxError = 0.01)", _ => attribute } + "]";
        foreach (string source in GeneratedTextModels.All.Values.Select(model => model.Replace("[Gradient, Batch]", asked).Replace("[Gradient]", asked).Replace("[Batch]", asked)))
        {
            CachingProject project = CachingProject.Open(("Model.cs", source));
            Assert.Null(project.Result.Exception);
            outputs.AddRange(project.Outputs(step).Select(static output => output.Value).Where(static value => value is not null));
        }
        Assert.True(outputs.Count >= 12, $"only {outputs.Count} outputs");
        foreach (object output in outputs)
        {
            WalkGraph(output);
        }
    }

    /// <summary>The walk finds what it is there to find.</summary>
    [Fact]
    public void The_graph_walk_finds_a_symbol()
    {
        ISymbol symbol = Tests.Shared.Compile.Source("class C;").GetTypeByMetadataName("C")!;
        Assert.ThrowsAny<Exception>(() => WalkGraph(new List<(string, object?[])> { ("deep", [null, symbol]) }));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Two_reads_of_the_same_source_are_equal(string model)
    {
        Request[] first = [.. Read(GeneratedTextModels.All[model])], second = [.. Read(GeneratedTextModels.All[model])];
        Assert.NotEmpty(first);
        Assert.Equal(first, second);
        Assert.Equal(first.Select(static request => request.GetHashCode()), second.Select(static request => request.GetHashCode()));
        Assert.All(first.Zip(second), static pair => Assert.NotSame(pair.First, pair.Second));
    }

    /// <summary>Equality that is always true would cache everything.</summary>
    [Fact]
    public void Requests_of_different_models_differ()
    {
        Request[] requests = [.. GeneratedTextModels.All.Values.SelectMany(Read)];
        Assert.Equal(requests.Length, requests.Distinct().Count());
        Assert.NotEqual(
            Read("using Proxima; static partial class A { [Gradient] public static double F(double x) => x * 2.0; }").Single(),
            Read("using Proxima; static partial class A { [Gradient] public static double F(double x) => x * 3.0; }").Single());
        Assert.NotEqual(
            Read("using Proxima; static partial class A { [Gradient] public static double F(double x) => x * 0.0; }").Single(),
            Read("using Proxima; static partial class A { [Gradient] public static double F(double x) => x * -0.0; }").Single());
    }

    private static IEnumerable<Request> Read(string source) => CachingProject.Open(("Model.cs", source)).Requests;

    /// <summary>Allowed are the compiler's own records and plain values. Rows of the table of primitives are statics that any request shares; they hold delegates.</summary>
    private static void WalkGraph(object root)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<(object Value, string Path)> open = new([(root, root.GetType().Name)]);
        while (open.TryPop(out (object Value, string Path) next))
        {
            Type type = next.Value.GetType();
            Assert.False(next.Value is Delegate or Type or MemberInfo, $"{type} at {next.Path}");
            Assert.False(type.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{type} at {next.Path}");
            if (type.IsPrimitive || type.IsEnum || next.Value is string or Primitive || !seen.Add(next.Value))
            {
                continue;
            }
            if (next.Value is Array array)
            {
                foreach ((object? item, int i) in array.Cast<object?>().Select(static (item, i) => (item, i)))
                {
                    Push(open, item, $"{next.Path}[{i}]");
                }
                continue;
            }
            Assert.True(type.Assembly == typeof(Request).Assembly || type.Assembly == typeof(object).Assembly, $"{type} at {next.Path}");
            for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
            {
                foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    Push(open, field.GetValue(next.Value), $"{next.Path}.{field.Name}");
                }
            }
        }
    }

    private static void Push(Stack<(object Value, string Path)> open, object? value, string path)
    {
        if (value is not null)
        {
            open.Push((value, path));
        }
    }
}
