using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Each fix turns the marked source into the fixed one; <c>{|id:…|}</c> is where the diagnostic stands.</summary>
internal static class Fixing
{
    public static Task Run<TAnalyzer, TFix>(string source, string fixedSource)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier> test = new()
        {
            TestCode = source,
            FixedCode = fixedSource,
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"), // none: those of Net10 need no download
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
        };
        test.TestState.AdditionalReferences.AddRange(Net10.Framework);
        test.TestState.AdditionalReferences.Add(Net10.Runtime);
        return test.RunAsync();
    }
}
