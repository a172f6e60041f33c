using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>Operations on intervals as operations on eight of them: the same method of <c>IntervalLanes</c>. None that ask, choose or join.</summary>
internal static class LaneRules
{
    private static readonly Primitive[] s_operations =
    [
        BoundOperations.Point, BoundOperations.Between, BoundOperations.Sqr, BoundOperations.PowN, BoundOperations.SigmoidSlope, BoundOperations.HypotSlope,
        BoundOperations.Inside, BoundOperations.InsideOpen, BoundOperations.InsideSlope, BoundOperations.NotZeroSlope, BoundOperations.PoleSlope,
        BoundOperations.StepSlope, BoundOperations.AngleJump,
    ];

    public static readonly IReadOnlyDictionary<Primitive, Primitive> All =
        s_operations.Concat(PrimitiveTable.All.Where(IntervalRules.Has).Select(IntervalRules.Find)).ToDictionary(static p => p, InLanes);

    /// <summary>
    /// True where lanes pay: eight operations at once cost about as much as one on its own, a function that is called lane by lane saves nothing and costs a few operations. At
    /// eight operations for a call eight boxes take two thirds of their time.
    /// </summary>
    public static bool Pays(IEnumerable<Function> functions)
    {
        int operations = 0, calls = 0;
        foreach (Apply apply in functions.SelectMany(static f => Walker.Expressions(f.Body).Concat(f.Results)).SelectMany(Walker.All).OfType<Apply>().Where(static a => a.Type == ScalarType.IntervalLanes))
        {
            bool isOperation = apply.Primitive.Operator.Length > 0 || s_vectors.Contains(apply.Primitive.Name);
            operations += isOperation ? 1 : 0;
            calls += isOperation ? 0 : 1;
        }
        return operations >= OperationsPerCall * calls;
    }

    private const int OperationsPerCall = 8;

    /// <summary>What <c>IntervalLanes</c> computes in vectors.</summary>
    private static readonly HashSet<string> s_vectors =
    [
        .. new[]
        {
            BoundOperations.Point, BoundOperations.Between, BoundOperations.Sqr, BoundOperations.Inside, BoundOperations.InsideSlope, BoundOperations.NotZeroSlope,
            Elementary.Sqrt, Elementary.Abs, Elementary.Max, Elementary.Min, Elementary.MaxNumber, Elementary.MinNumber,
            Elementary.Exp, Elementary.Sigmoid, BoundOperations.SigmoidSlope,
        }.Select(static p => p.Name),
    ];

    private static Primitive InLanes(Primitive p) => p == BoundOperations.Point ? p : new()
    {
        Name = p.Name, Arity = p.Arity, Cost = p.Cost, DoubleText = p.DoubleText.Replace("Interval", "IntervalLanes"),
    };
}
