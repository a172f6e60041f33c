using System.IO;
using Tests.Shared;
namespace GeneratorTests;
public sealed class ScratchTests
{
    [Fact]
    public async System.Threading.Tasks.Task Dump()
    {
        using CompiledModel model = Compile.Run("""
        using System;
        using Proxima;
        public static partial class Calls
        {
            [Jacobian]
            private static double Even(double x, int n) => n == 0 ? 1 : (x * Odd(x, n - 1)) + 1;

            private static double Odd(double x, int n) => n == 0 ? x : Math.Sin(Even(x, n - 1));
        }
        """, Compile.Strict);
        File.WriteAllText("/tmp/scratch.txt", string.Join("\n=====\n", model.Sources.Values) + string.Join("\n", model.Diagnostics));
        using CompiledModel second = Compile.Run("""
        using System;
        using Proxima;
        public static partial class Calls
        {
            [Approximate(-1, 1, MaxError = 1e-6)]
            private static float Even(float x) => 0.5f;
        }
        """, Compile.Strict);
        File.AppendAllText("/tmp/scratch.txt", string.Join("\n=====\n", second.Sources.Values) + string.Join("\n", second.Diagnostics) + string.Join("\n", await Compile.Analyse("""
        using System;
        using Proxima;
        public static partial class Calls
        {
            [Approximate(-1, 1, MaxError = 1e-6)]
            private static float Even(float x) => 0.5f;
        }
        """)));
    }
}
