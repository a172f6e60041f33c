using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Proxima;
using Tests.Shared;

namespace GeneratorTests.Bounds;

/// <summary>The generated models of the FPBench functions, compiled once.</summary>
internal static class FpBenchModels
{
    private static readonly Lazy<Dictionary<string, IEnclosure>> s_models = new(static () =>
    {
        CompiledModel compiled = Compile.Run(FpBenchText.Write(FpBenchFunction.All));
        Assert.Null(compiled.GeneratorFailure);
        Assembly assembly = compiled.Load();
        return FpBenchFunction.All.ToDictionary(
            static function => function.Method,
            function => (IEnclosure)Activator.CreateInstance(assembly.GetType("Suite+" + function.Method + "Model", throwOnError: true)!)!);
    });

    public static AnyEnclosure Of(FpBenchFunction function) => new(s_models.Value[function.Method]);
}
