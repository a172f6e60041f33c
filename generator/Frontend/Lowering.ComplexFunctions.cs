using System;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Roots, powers and tangents of complex numbers, by their real and imaginary parts.</content>
internal sealed partial class Lowering
{
    /// <summary>
    /// √z, the real part not negative: u = √((|z| + |Re z|)/2) and Im z/(2u), which never cancel (Kahan 1987). On the negative axis the imaginary part is
    /// positive, as in the base library; at 0 the slopes are those of √ at 0.
    /// </summary>
    private Value ComplexRoot(IOperation operation, ITypeSymbol type, Expression re, Expression im)
    {
        Expression half = Build.Double(0.5), zero = Build.Double(0);
        Composite AtZero() => Pair(type, Build.Call(Elementary.Sqrt, re), Build.Call(Elementary.Sqrt, im));
        (Expression Root, Expression Other) Parts(Expression size)
        {
            Expression root = Let(Build.Call(Elementary.Sqrt, Build.Plus(Build.Multiply(half, Build.Call(Elementary.Hypot, re, im)), Build.Multiply(half, size))));
            return (root, Let(Build.Divide(Build.Multiply(half, im), root)));
        }
        Composite Right()
        {
            (Expression root, Expression other) = Parts(re);
            return Pair(type, root, other);
        }
        Composite Left()
        {
            (Expression root, Expression other) = Parts(Build.Negate(re));
            Expression isBelow = Compared(Arithmetic.Less, im, zero);
            return Pair(type, Build.Select(isBelow, Build.Negate(other), other), Build.Select(isBelow, Build.Negate(root), root));
        }
        return Chosen(
            operation, type, "root", Compared(Arithmetic.Less, re, zero), Left,
            () => Chosen(operation, type, "root", Build.And(Compared(Arithmetic.Equal, re, zero), Compared(Arithmetic.Equal, im, zero)), AtZero, Right));
    }

    /// <summary>
    /// z^w = |z|^c·e^(−d·θ)·(cos φ + i sin φ) with w = c + d·i, θ the phase of z and φ = c·θ + d·ln |z|. At z = 0 it is 0, or 1 for w = 0, as in the base
    /// library; the slopes there are those of real powers, 0 where the power has none.
    /// </summary>
    private Value ComplexPower(IOperation operation, ITypeSymbol type, Expression re, Expression im, Expression c, Expression? d)
    {
        Expression size = Let(Build.Call(Elementary.Hypot, re, im));
        Expression zero = Build.Double(0);
        Composite Apart()
        {
            Expression phase = Let(Build.Call(Elementary.Atan2, im, re));
            Expression angle = Build.Multiply(c, phase);
            Expression length = Build.Call(Elementary.Pow, size, c);
            if (d is not null)
            {
                angle = Build.Plus(angle, Build.Multiply(d, Build.Call(Elementary.Log, size)));
                length = Build.Multiply(length, Build.Call(Elementary.Exp, Build.Negate(Build.Multiply(d, phase))));
            }
            angle = Let(angle);
            length = Let(length);
            return Pair(type, Build.Multiply(length, Build.Call(Elementary.Cos, angle)), Build.Multiply(length, Build.Call(Elementary.Sin, angle)));
        }
        Composite AtZero() => Chosen(
            operation, type, "power", Compared(Arithmetic.Greater, c, zero),
            () => Pair(type, Build.Call(Elementary.Pow, re, c), Build.Call(Elementary.Pow, im, c)),
            () =>
            {
                Expression isOne = Compared(Arithmetic.Equal, c, zero);
                isOne = d is null ? isOne : Build.And(isOne, Compared(Arithmetic.Equal, d, zero));
                return Pair(type, Build.Select(isOne, Build.One(ScalarType.Double), zero), zero);
            });
        return Chosen(operation, type, "power", Compared(Arithmetic.Equal, size, zero), AtZero, Apart);
    }

    /// <summary>tan(a + b·i) = (sin 2a/cosh 2b + i·tanh 2b)/(1 + cos 2a/cosh 2b).</summary>
    private Composite ComplexTangent(ITypeSymbol type, Expression re, Expression im)
    {
        Expression a = Let(Build.Multiply(Build.Double(2), re)), b = Let(Build.Multiply(Build.Double(2), im));
        Expression scale = Let(Build.Call(Elementary.Cosh, b));
        Expression divisor = Let(Build.Plus(Build.Double(1), Build.Divide(Build.Call(Elementary.Cos, a), scale)));
        return Pair(
            type, Build.Divide(Build.Divide(Build.Call(Elementary.Sin, a), scale), divisor), Build.Divide(Build.Call(Elementary.Tanh, b), divisor));
    }

    /// <summary>One of two ways to compute a value.</summary>
    private Composite Chosen(IOperation operation, ITypeSymbol type, string name, Expression condition, Func<Composite> then, Func<Composite> @else)
    {
        Place place = Invent(operation, type, name, DefaultOf(type)!);
        Emit(new If(condition, Inside(() => Write(operation, place, then())), Inside(() => Write(operation, place, @else()))));
        return (Composite)Read(place);
    }
}
