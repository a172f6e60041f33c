using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tests.Shared;

namespace GeneratorTests.Fuzz;

/// <summary>Valid models to start from: those of the reviewed texts, and every annotated method of the numeric tests with the plain members beside it.</summary>
internal static class FuzzSeeds
{
    private static readonly string[] s_folders = ["Constructs", "Golden", "Library", "Batches", "Checkpoints", "Fields", "VectorResults"];

    public static ImmutableArray<CompilationUnitSyntax> All { get; } = [.. Valid([.. GeneratedTextModels.All.Values.Select(Parse), .. s_folders.SelectMany(Methods)])];

    private static CompilationUnitSyntax Parse(string source) => (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, Compile.Latest).GetRoot();

    private static IEnumerable<CompilationUnitSyntax> Methods(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "NumericTests", folder), "*.cs").Order()
            .Select(static file => Parse(File.ReadAllText(file)))
            .SelectMany(static root => root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(static t => t.Parent is BaseNamespaceDeclarationSyntax).SelectMany(type => Single(root, type)));

    /// <summary>One file a model: the other models of the type are left out.</summary>
    private static IEnumerable<CompilationUnitSyntax> Single(CompilationUnitSyntax root, TypeDeclarationSyntax type)
    {
        MemberDeclarationSyntax[] models = [.. type.Members.Where(IsModel)];
        return models.Select(model => root.WithMembers([type.RemoveNodes(models.Where(other => other != model), SyntaxRemoveOptions.KeepNoTrivia)!]));
    }

    private static bool IsModel(MemberDeclarationSyntax member) => member is MethodDeclarationSyntax { AttributeLists.Count: > 0 };

    /// <summary>What compiles by itself.</summary>
    private static IEnumerable<CompilationUnitSyntax> Valid(CompilationUnitSyntax[] seeds)
    {
        SyntaxTree[] trees = [.. seeds.Select(static (seed, i) => FuzzProject.Tree(seed, i))];
        HashSet<SyntaxTree> bad = FuzzProject.WithErrors(FuzzProject.Of(trees));
        return seeds.Where((_, i) => !bad.Contains(trees[i]));
    }
}
