using System;
using System.Linq;
using System.Reflection;
using Proxima;
using Proxima.Generator.Ir;

namespace CompilerTests.Bounds;

/// <summary>
/// The compiler computes bounds with the same source as the runtime, compiled for netstandard2.0 without fused multiply-add and directed rounding: the ends are the
/// same numbers.
/// </summary>
public sealed class SharedIntervalTests
{
    private static readonly Type Runtime = typeof(GradientAttribute).Assembly.GetType("Proxima.Interval", throwOnError: true)!;
    private static readonly Type Compiler = typeof(Function).Assembly.GetType("Proxima.Interval", throwOnError: true)!;

    public static TheoryData<string, int> Methods
    {
        get
        {
            TheoryData<string, int> methods = [];
            foreach (MethodInfo method in Runtime.GetMethods(BindingFlags.Public | BindingFlags.Static))
            {
                ParameterInfo[] parameters = method.GetParameters();
                if (method.ReturnType == Runtime && parameters.Length is (1 or 2) && parameters.All(static parameter => parameter.ParameterType == Runtime))
                {
                    methods.Add(method.Name, parameters.Length);
                }
            }
            return methods;
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Compiler_and_runtime_agree(string name, int arity)
    {
        MethodInfo atRunTime = Find(Runtime, name, arity), atBuildTime = Find(Compiler, name, arity);
        Random random = new(3);
        for (int i = 0; i < 2000; i++)
        {
            (double Lo, double Hi)[] arguments = [.. Enumerable.Range(0, arity).Select(_ => Box(random))];
            (double lo, double hi) = Ends(atRunTime.Invoke(null, [.. arguments.Select(static box => Create(Runtime, box))])!);
            (double Lo, double Hi) expected = Ends(atBuildTime.Invoke(null, [.. arguments.Select(static box => Create(Compiler, box))])!);
            Assert.True(lo.Equals(expected.Lo) && hi.Equals(expected.Hi), FormattableString.Invariant($"{name} at {arguments[0]}: ({lo:R}, {hi:R}), {expected}"));
        }
    }

    [Theory]
    [InlineData("PowN")]
    [InlineData("RootN")]
    [InlineData("ScaleB")]
    public void Compiler_and_runtime_agree_where_an_integer_is_given(string name)
    {
        MethodInfo atRunTime = Runtime.GetMethod(name, [Runtime, typeof(int)])!, atBuildTime = Compiler.GetMethod(name, BindingFlags.Public | BindingFlags.Static, [Compiler, typeof(int)])!;
        Random random = new(4);
        for (int i = 0; i < 2000; i++)
        {
            (double Lo, double Hi) box = Box(random);
            int n = random.Next(-20, 21);
            (double Lo, double Hi) actual = Ends(atRunTime.Invoke(null, [Create(Runtime, box), n])!), expected = Ends(atBuildTime.Invoke(null, [Create(Compiler, box), n])!);
            Assert.True(actual.Lo.Equals(expected.Lo) && actual.Hi.Equals(expected.Hi), FormattableString.Invariant($"{name} at {box}, {n}: {actual}, {expected}"));
        }
    }

    private static (double Lo, double Hi) Box(Random random)
    {
        double first = Number(random);
        double second = random.Next(3) switch
        {
            0 => first,
            1 => first * (1 + Math.Pow(10, -10 * random.NextDouble())),
            _ => Number(random),
        };
        return (Math.Min(first, second), Math.Max(first, second));
    }

    private static double Number(Random random) => random.Next(4) switch
    {
        0 => random.NextDouble(),
        1 => (random.NextDouble() - 0.5) * 40,
        2 => Math.Pow(10, (random.NextDouble() * 600) - 300),
        _ => -Math.Pow(10, (random.NextDouble() * 30) - 15),
    };

    private static MethodInfo Find(Type type, string name, int arity) => type.GetMethod(
        name, BindingFlags.Public | BindingFlags.Static, [.. Enumerable.Repeat(type, arity)])!;

    private static object Create(Type type, (double Lo, double Hi) box) => Activator.CreateInstance(type, box.Lo, box.Hi)!;

    private static (double Lo, double Hi) Ends(object interval) =>
        ((double)interval.GetType().GetProperty("Lo")!.GetValue(interval)! + 0.0, (double)interval.GetType().GetProperty("Hi")!.GetValue(interval)! + 0.0);
}
