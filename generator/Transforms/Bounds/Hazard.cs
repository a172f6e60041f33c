using System;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// An operation that is undefined, or has no bounded slope, for some arguments: a divisor, the argument of a function that is not defined everywhere, of one with a
/// pole, or of one that stands upright somewhere.
/// </summary>
/// <param name="Name">The operation, as the table names it.</param>
/// <param name="Argument">Which of its arguments is meant.</param>
/// <param name="Domain">Where it is defined; null for all reals.</param>
/// <param name="Upright">Where it is defined but its slope is unbounded.</param>
/// <param name="Poled">The function itself, where only its enclosure tells whether there is a pole.</param>
internal sealed record Hazard(string Name, int Argument, DomainOfFunction? Domain, EquatableArray<double> Upright, Func<Interval, Interval>? Poled, int Origin, string Source)
{
    private static readonly Primitive[] s_poled = [Elementary.Tan, Elementary.TanPi, Elementary.LogGamma, Elementary.Digamma, Elementary.Trigamma];

    /// <summary>True for a divisor.</summary>
    public bool IsDivision => Name == Arithmetic.Over.Name;

    /// <summary>What is dangerous in an operation on intervals; null where nothing is.</summary>
    public static Hazard? Of(Apply apply, Statement? statement)
    {
        int origin = statement?.Origin ?? -1;
        string source = statement?.Source ?? "";
        EquatableArray<Expression> a = apply.Arguments;
        if (apply.Primitive == Arithmetic.Over)
        {
            return a[1] is Constant { Real: not 0 } ? null : new(apply.Primitive.Name, 1, null, [], null, origin, source);
        }
        if (!IntervalRules.IsRule(apply.Primitive))
        {
            return null;
        }
        Primitive row = IntervalRules.RowOf(apply.Primitive);
        if (row == Elementary.Pow && a[1] is Constant { Real: < 0 })
        {
            return new(Arithmetic.Over.Name, 0, null, [], null, origin, source); // x^−n is 1 / x^n
        }
        DomainOfFunction? domain = GuardDomains.Domain(apply with { Primitive = row }, 0);
        Hazard hazard = new(row.Name, 0, domain, UprightOf(row, a), s_poled.Contains(row) ? IntervalFunctions.Unary[row] : null, origin, source);
        return hazard is { Domain: null, Upright.Count: 0, Poled: null } ? null : hazard;
    }

    private static EquatableArray<double> UprightOf(Primitive row, EquatableArray<Expression> arguments)
    {
        bool atZero = row == Elementary.Sqrt || row == Elementary.Cbrt || row == Elementary.RootN || (row == Elementary.Pow && arguments[1] is not Constant { Real: >= 1 or 0 });
        bool atOnes = row == Elementary.Asin || row == Elementary.Acos || row == Elementary.AsinPi || row == Elementary.AcosPi;
        return atZero ? [0] : atOnes ? [-1, 1] : row == Elementary.Acosh ? [1] : [];
    }

    /// <summary>What an argument can meet.</summary>
    public Danger In(Interval argument)
    {
        if (argument.IsEmpty)
        {
            return Danger.None;
        }
        if (IsDivision)
        {
            return argument.Contains(0) ? Danger.Division : Danger.None;
        }
        if (Domain is { } domain && (argument.Lo < domain.Lo || argument.Hi > domain.Hi))
        {
            return Danger.Domain;
        }
        bool reaches = Domain is { IsOpen: true } open && ((argument.Lo <= open.Lo && !double.IsInfinity(open.Lo)) || (argument.Hi >= open.Hi && !double.IsInfinity(open.Hi)));
        return reaches || Upright.Any(argument.Contains) || (Poled is not null && argument.IsBounded && !Poled(argument).IsBounded) ? Danger.Slope : Danger.None;
    }
}

/// <summary>What the argument of an operation can meet.</summary>
internal enum Danger
{
    None,

    /// <summary>A divisor that is zero.</summary>
    Division,

    /// <summary>An argument for which the function is not defined.</summary>
    Domain,

    /// <summary>An argument at which the slope is unbounded.</summary>
    Slope,
}
