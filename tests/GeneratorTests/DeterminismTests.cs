using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Proxima.Generator;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Same request, same bytes. Every run here has a generator of its own, which remembers nothing of the others.</summary>
public sealed class DeterminismTests
{
    private static readonly ImmutableArray<(string Path, string Source)> s_files =
        [.. GeneratedTextModels.All.Select(static model => (model.Key + ".cs", InNamespaceOfItsOwn(model.Key, model.Value)))];

    private static readonly Lazy<ImmutableSortedDictionary<string, string>> s_reference = new(static () => Generate([.. s_files]));

    [Fact]
    public void Every_model_of_the_project_is_there() => Assert.Equal(GeneratedTextModels.All.Count, s_reference.Value.Keys.Count(static hint => !hint.EndsWith(".Widths.g.cs", StringComparison.Ordinal)));

    [Fact]
    public void Two_runs_give_the_same_bytes() => AssertSame(Generate([.. s_files]));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("")]
    public void Every_culture_gives_the_same_bytes(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture, beforeInterface = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            AssertSame(Generate([.. s_files]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeInterface;
        }
    }

    [Fact]
    public void Files_in_another_order_give_the_same_bytes() => AssertSame(Generate([.. s_files.Reverse()]));

    [Fact]
    public void A_model_alone_gives_the_same_bytes_as_among_others()
    {
        foreach ((string Path, string Source) file in s_files.Take(6))
        {
            // One file, or two where spans of narrower vectors have one of their own.
            System.Collections.Generic.KeyValuePair<string, string>[] generated = [.. Generate(file)];
            Assert.InRange(generated.Length, 1, 2);
            Assert.All(generated, static g => Assert.Equal(s_reference.Value[g.Key], g.Value));
        }
    }

    [Fact]
    public void Models_of_one_type_in_another_order_give_the_same_bytes()
    {
        const string First = "[Gradient, Batch] public static double F(double x, int n) { double s = 0; for (int i = 0; i < n; i++) { s += x * s + 1; } return s; }";
        const string Second = "[Gradient, Batch] public static double G(double x) => H(x, 4); private static double H(double x, int n) => n == 0 ? 1.0 : x * H(x, n - 1);";
        string Type(string members) => "using Proxima; public static partial class T { " + members + " }";
        Assert.Equal(Generate(("T.cs", Type(First + " " + Second))), Generate(("T.cs", Type(Second + " " + First))));
    }

    [Theory]
    [MemberData(nameof(Placements))]
    public void Every_placed_model_has_a_file_of_its_own(string placement)
    {
        string source = DeterminismPlacements.All[placement];
        ImmutableSortedDictionary<string, string> files = Generate(("Place.cs", source));
        Assert.Equal(source.Split("[Gradient").Length - 1, files.Count);
        Assert.Equal(files.Count, files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    public static TheoryData<string> Placements => [.. DeterminismPlacements.All.Keys];

    /// <summary>Two models of the same name in one namespace are one method twice, for which nothing is generated.</summary>
    private static string InNamespaceOfItsOwn(string model, string source) => Regex.Replace(source, @"(?<=^namespace [\w.]+)(?=;)", ".Of" + model, RegexOptions.Multiline);

    private static void AssertSame(ImmutableSortedDictionary<string, string> files)
    {
        Assert.Equal(s_reference.Value.Keys, files.Keys);
        foreach ((string hint, string source) in files)
        {
            Assert.Equal(s_reference.Value[hint], source);
        }
    }

    private static ImmutableSortedDictionary<string, string> Generate(params (string Path, string Source)[] files)
    {
        AssemblyLoadContext context = new("Generator", isCollectible: true);
        try
        {
            Assembly own = context.LoadFromAssemblyPath(typeof(ProximaGenerator).Assembly.Location);
            Assert.NotSame(typeof(ProximaGenerator).Assembly, own);
            IIncrementalGenerator generator = (IIncrementalGenerator)Activator.CreateInstance(own.GetType(typeof(ProximaGenerator).FullName!, throwOnError: true)!)!;
            CSharpCompilation compilation = Compile.Source("").RemoveAllSyntaxTrees()
                .AddSyntaxTrees(files.Select(static file => CSharpSyntaxTree.ParseText(file.Source, Compile.Latest, file.Path)));
            GeneratorRunResult result = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Compile.Latest)
                .RunGenerators(compilation).GetRunResult().Results.Single();
            Assert.Null(result.Exception);
            return result.GeneratedSources.ToImmutableSortedDictionary(static file => file.HintName, static file => file.SourceText.ToString());
        }
        finally
        {
            context.Unload();
        }
    }
}
