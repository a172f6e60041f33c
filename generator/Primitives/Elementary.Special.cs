using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Primitives;

/// <summary>The functions of <c>Proxima.Special</c>.</summary>
internal static partial class Elementary
{
    private static readonly double TwoOverSqrtPi = DoubleDoubleConstants.TwoOverSqrtPi.Hi;

    public static readonly Primitive Erf = new()
    {
        Name = "erf", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Multiply(Real(r.Type, TwoOverSqrtPi), Bell(a[0]))],
        DoubleText = "Special.Erf({0})", FloatText = "Special.Erf({0})", LanesText = "VectorMath.Erf({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Erf(a[0]), Precise = static a => DoubleDoubleFunctions.Erf(a[0]),
    };

    public static readonly Primitive Erfc = new()
    {
        Name = "erfc", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Multiply(Real(r.Type, -TwoOverSqrtPi), Bell(a[0]))],
        DoubleText = "Special.Erfc({0})", FloatText = "Special.Erfc({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Erfc(a[0]), Precise = static a => DoubleDoubleFunctions.Erfc(a[0]),
    };

    public static readonly Primitive NormalCdf = new()
    {
        Name = "normalCdf", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Call(NormalPdf!, a[0])],
        DoubleText = "Special.NormalCdf({0})", FloatText = "Special.NormalCdf({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.NormalCdf(a[0]), Precise = static a => DoubleDoubleFunctions.NormalCdf(a[0]),
    };

    public static readonly Primitive NormalPdf = new()
    {
        Name = "normalPdf", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Negate(Multiply(a[0], r))],
        DoubleText = "Special.NormalPdf({0})", FloatText = "Special.NormalPdf({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.NormalPdf(a[0]), Precise = static a => DoubleDoubleFunctions.NormalPdf(a[0]),
    };

    /// <summary>ln |Γ(x)|, whose derivative is ψ for negative x too.</summary>
    public static readonly Primitive LogGamma = new()
    {
        Name = "logGamma", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Call(Digamma!, a[0])],
        DoubleText = "Special.LogGamma({0})", FloatText = "Special.LogGamma({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.LogGamma(a[0]), Precise = static a => DoubleDoubleFunctions.LogGamma(a[0]),
    };

    public static readonly Primitive Digamma = new()
    {
        Name = "digamma", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Call(Trigamma!, a[0])],
        DoubleText = "Special.Digamma({0})", FloatText = "Special.Digamma({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Digamma(a[0]), Precise = static a => DoubleDoubleFunctions.Digamma(a[0]),
    };

    public static readonly Primitive Trigamma = new()
    {
        Name = "trigamma", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => new Apply(r.Type, Polygamma!, [Int(2), a[0]])],
        DoubleText = "Special.Trigamma({0})", FloatText = "Special.Trigamma({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Polygamma(1, a[0]), Precise = static a => DoubleDoubleFunctions.Polygamma(1, a[0]),
    };

    /// <summary>The order is a whole number, in which there is no derivative.</summary>
    public static readonly Primitive Polygamma = new()
    {
        Name = "polygamma", Arity = 2, Cost = Cost.Expensive,
        Partials = [null, static (a, r) => new Apply(r.Type, Polygamma!, [Offset(a[0], 1), a[1]])],
        DoubleText = "Special.Polygamma({0}, {1})", FloatText = "Special.Polygamma({0}, {1})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Polygamma((int)a[0], a[1]),
        Precise = static a => DoubleDoubleFunctions.Polygamma((int)a[0].Hi, a[1]),
    };

    /// <summary>σ(x)·σ(−x), not r·(1 − r), which is zero from 37 on.</summary>
    public static readonly Primitive Sigmoid = new()
    {
        Name = "sigmoid", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Multiply(r, Call(Sigmoid!, Negate(a[0])))],
        DoubleText = "Special.Sigmoid({0})", FloatText = "Special.Sigmoid({0})", LanesText = "VectorMath.Sigmoid({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Sigmoid(a[0]), Precise = static a => DoubleDoubleFunctions.Sigmoid(a[0]),
    };

    public static readonly Primitive SoftPlus = new()
    {
        Name = "softPlus", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Call(Sigmoid, a[0])],
        DoubleText = "Special.SoftPlus({0})", FloatText = "Special.SoftPlus({0})", LanesText = "VectorMath.SoftPlus({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.SoftPlus(a[0]), Precise = static a => DoubleDoubleFunctions.SoftPlus(a[0]),
    };

    /// <summary>e^(−x²): its relative error is x² ulp.</summary>
    private static Expression Bell(Expression x) => Call(Exp, Negate(Square(x)));
}
