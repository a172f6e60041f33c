using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Primitives;

/// <summary>Exponentials and logarithms.</summary>
internal static partial class Elementary
{
    private static readonly double Ln2 = DoubleDoubleConstants.Ln2.Hi;
    private static readonly double Ln10 = DoubleDoubleConstants.Ln10.Hi;
    private static readonly double OverLn2 = DoubleDoubleConstants.OverLn2.Hi;
    private static readonly double OverLn10 = DoubleDoubleConstants.OverLn10.Hi;

    public static readonly Primitive Exp = new()
    {
        Name = "exp", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => r],
        DoubleText = "Math.Exp({0})", FloatText = "MathF.Exp({0})", LanesText = "VectorMath.Exp({0})",
        Evaluate = static a => Math.Exp(a[0]), Precise = static a => DoubleDoubleFunctions.Exp(a[0]),
    };

    public static readonly Primitive Exp2 = new()
    {
        Name = "exp2", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Multiply(Real(r.Type, Ln2), r)],
        DoubleText = "double.Exp2({0})", FloatText = "float.Exp2({0})", LanesText = "VectorMath.Exp2({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Exp2(a[0]), Precise = static a => DoubleDoubleFunctions.Exp2(a[0]),
    };

    public static readonly Primitive Exp10 = new()
    {
        Name = "exp10", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Multiply(Real(r.Type, Ln10), r)],
        DoubleText = "double.Exp10({0})", FloatText = "float.Exp10({0})", LanesText = "VectorMath.Exp10({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Exp10(a[0]), Precise = static a => DoubleDoubleFunctions.Exp10(a[0]),
    };

    /// <summary>The derivative is not r + 1, which loses every digit where eˣ is small.</summary>
    public static readonly Primitive ExpM1 = new()
    {
        Name = "expm1", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Call(Exp, a[0])],
        DoubleText = "double.ExpM1({0})", FloatText = "float.ExpM1({0})", LanesText = "VectorMath.ExpM1({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.ExpM1(a[0]), Precise = static a => DoubleDoubleFunctions.ExpM1(a[0]),
    };

    public static readonly Primitive Exp2M1 = new()
    {
        Name = "exp2m1", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Multiply(Real(r.Type, Ln2), Call(Exp2, a[0]))],
        DoubleText = "double.Exp2M1({0})", FloatText = "float.Exp2M1({0})", LanesText = "VectorMath.Exp2M1({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Exp2M1(a[0]), Precise = static a => DoubleDoubleFunctions.Exp2M1(a[0]),
    };

    public static readonly Primitive Exp10M1 = new()
    {
        Name = "exp10m1", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Multiply(Real(r.Type, Ln10), Call(Exp10, a[0]))],
        DoubleText = "double.Exp10M1({0})", FloatText = "float.Exp10M1({0})", LanesText = "VectorMath.Exp10M1({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Exp10M1(a[0]), Precise = static a => DoubleDoubleFunctions.Exp10M1(a[0]),
    };

    public static readonly Primitive Log = new()
    {
        Name = "log", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Divide(One(r.Type), a[0])],
        DoubleText = "Math.Log({0})", FloatText = "MathF.Log({0})", LanesText = "VectorMath.Log({0})",
        Evaluate = static a => Math.Log(a[0]), Precise = static a => DoubleDoubleFunctions.Log(a[0]),
    };

    public static readonly Primitive Log2 = new()
    {
        Name = "log2", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Divide(Real(r.Type, OverLn2), a[0])],
        DoubleText = "Math.Log2({0})", FloatText = "MathF.Log2({0})", LanesText = "{V}.Log2({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Log2(a[0]), Precise = static a => DoubleDoubleFunctions.Log2(a[0]),
    };

    public static readonly Primitive Log10 = new()
    {
        Name = "log10", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Divide(Real(r.Type, OverLn10), a[0])],
        DoubleText = "Math.Log10({0})", FloatText = "MathF.Log10({0})", LanesText = "VectorMath.Log10({0})",
        Evaluate = static a => Math.Log10(a[0]), Precise = static a => DoubleDoubleFunctions.Log10(a[0]),
    };

    public static readonly Primitive LogP1 = new()
    {
        Name = "logp1", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Divide(One(r.Type), Plus(One(r.Type), a[0]))],
        DoubleText = "double.LogP1({0})", FloatText = "float.LogP1({0})", LanesText = "VectorMath.LogP1({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.LogP1(a[0]), Precise = static a => DoubleDoubleFunctions.LogP1(a[0]),
    };

    public static readonly Primitive Log2P1 = new()
    {
        Name = "log2p1", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Divide(Real(r.Type, OverLn2), Plus(One(r.Type), a[0]))],
        DoubleText = "double.Log2P1({0})", FloatText = "float.Log2P1({0})", LanesText = "VectorMath.Log2P1({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Log2P1(a[0]), Precise = static a => DoubleDoubleFunctions.Log2P1(a[0]),
    };

    public static readonly Primitive Log10P1 = new()
    {
        Name = "log10p1", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Divide(Real(r.Type, OverLn10), Plus(One(r.Type), a[0]))],
        DoubleText = "double.Log10P1({0})", FloatText = "float.Log10P1({0})", LanesText = "VectorMath.Log10P1({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Log10P1(a[0]), Precise = static a => DoubleDoubleFunctions.Log10P1(a[0]),
    };

    /// <summary>ln x / ln b: ∂x = 1/(x·ln b), ∂b = −r/(b·ln b).</summary>
    public static readonly Primitive LogOfBase = new()
    {
        Name = "log", Arity = 2, Cost = Cost.Expensive,
        Partials =
        [
            static (a, r) => Divide(Divide(One(r.Type), Call(Log, a[1])), a[0]),
            static (a, r) => Negate(Divide(Divide(r, Call(Log, a[1])), a[1])),
        ],
        DoubleText = "Math.Log({0}, {1})", FloatText = "MathF.Log({0}, {1})", LanesText = "VectorMath.Log({0}, {1})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Log(a[0], a[1]), Precise = static a => DoubleDoubleFunctions.Log(a[0], a[1]),
    };

    /// <summary>The row of <see cref="ExpM1"/>, spelled by what keeps the digits near 0.</summary>
    public static readonly Primitive AccurateExpM1 = ExpM1.Spelled("expm1Accurate", "Special.ExpM1({0})");

    /// <summary>The row of <see cref="LogP1"/>, spelled by what keeps the digits near 0.</summary>
    public static readonly Primitive AccurateLogP1 = LogP1.Spelled("logp1Accurate", "Special.LogP1({0})");
}
