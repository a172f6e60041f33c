using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// After this pass a function that is not defined everywhere takes its argument through <c>inside</c>, an identity whose slope is one: on a box that is not
/// wholly inside the domain the argument then counts as all reals, and no derivative can look bounded because it was only taken where there is one. What has poles
/// says so too: beside one, slopes are unbounded but may all have one sign, and the function still goes both ways.
/// </summary>
/// <remarks>
/// <code>
/// let r = pow(x, 1.5)   →   let inside = inside(x, 0, inf); let r = pow(inside, 1.5)
/// let q = x / y         →   let divisor = notZero(y); let q = x / divisor
/// let t = tan(x)        →   let t1 = tan(x); let pole = poleSlope(t1); let t = leap(t1, x, pole)
/// </code>
/// </remarks>
internal sealed class GuardDomains
{
    private readonly Names _names;
    private readonly Dependence _dependence;
    private readonly Signs _signs;

    private GuardDomains(Function function)
    {
        _names = Names.Of(function);
        _dependence = Dependence.Of(function);
        _signs = Signs.Of(function);
    }

    public static Function Run(Function function) => function with { Body = new GuardDomains(function).Rewrite(function.Body) };

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            output.Add(statement switch
            {
                Let let => let with { Value = Guarded(let, output) },
                _ => Rewriter.Inside(statement, Rewrite),
            });
        }
        return output.ToBlock();
    }

    private Expression Guarded(Let let, List<Statement> output)
    {
        if (let.Value is not Apply apply || !let.Value.Type.IsReal())
        {
            return let.Value;
        }
        Expression[] arguments = [.. apply.Arguments];
        for (int i = 0; i < arguments.Length; i++)
        {
            if (Domain(apply, i) is { } domain && _dependence.Has(arguments[i]) && !IsSurelyIn(domain, arguments[i]))
            {
                Expression inside = new Apply(apply.Type, domain.IsOpen ? BoundOperations.InsideOpen : BoundOperations.Inside, [arguments[i], Real(apply.Type, domain.Lo), Real(apply.Type, domain.Hi)]);
                arguments[i] = Define("inside", inside, let, output);
            }
            else if (IsDivisor(apply, i) && _dependence.Has(arguments[i]) && !_signs.IsPositive(arguments[i]))
            {
                arguments[i] = Define("divisor", new Apply(apply.Type, BoundOperations.NotZero, [arguments[i]]), let, output);
            }
        }
        apply = apply with { Arguments = new(arguments) };
        if (!HasPoles(apply) || !_dependence.Has(apply))
        {
            return apply;
        }
        Expression value = Define(let.Name, apply, let, output), slope = Define("pole", new Apply(apply.Type, BoundOperations.PoleSlope, [value]), let, output);
        foreach (Expression argument in arguments.Where(a => a.Type.IsReal() && _dependence.Has(a)))
        {
            value = Define(let.Name, new Apply(apply.Type, BoundOperations.Leap, [value, argument, slope]), let, output);
        }
        return value;
    }

    private Read Define(string stem, Expression value, Let at, List<Statement> output)
    {
        string name = _names.Fresh(stem);
        output.Add(new Let(name, value) { Source = at.Source, Origin = at.Origin, IsTemporary = true });
        return Name(name, value.Type);
    }

    /// <summary>True for a divisor, and for the base of a negative whole power.</summary>
    public static bool IsDivisor(Apply apply, int argument) =>
        (apply.Primitive == Arithmetic.Over && argument == 1) || (apply.Primitive == Elementary.Pow && argument == 0 && apply.Arguments[1] is Constant { Real: < 0 } power && IsWhole(power));

    public static bool HasPoles(Apply apply) => s_poled.Contains(apply.Primitive) || (apply.Primitive == Elementary.RootN && apply.Arguments[1] is not Constant { Bits: > 0 });

    /// <summary>Where a row of the table is defined in an argument; null where it is for all reals, or where its slope is unbounded on the whole edge anyway.</summary>
    public static DomainOfFunction? Domain(Apply apply, int argument)
    {
        Primitive p = apply.Primitive;
        if (argument == 0 && s_domains.TryGetValue(p, out DomainOfFunction? domain))
        {
            return domain;
        }
        if (p == Elementary.LogOfBase)
        {
            return s_positive;
        }
        if (argument != 0)
        {
            return null;
        }
        return p == Elementary.Pow ? IsWhole(apply.Arguments[1]) ? null : apply.Arguments[1] is Constant { Real: < 0 } ? s_positive : s_notNegative
            : p == Elementary.RootN && apply.Arguments[1] is not Constant { Bits: var n } ? s_notNegative
            : p == Elementary.RootN && ((Constant)apply.Arguments[1]).Bits % 2 == 0 ? s_notNegative
            : null;
    }

    private static bool IsWhole(Expression exponent) => exponent is Constant { Real: var power } && System.Math.Floor(power) == power;

    private bool IsSurelyIn(DomainOfFunction domain, Expression argument) =>
        double.IsPositiveInfinity(domain.Hi) && domain.Lo <= 0 && (domain.IsOpen && domain.Lo == 0 ? _signs.IsPositive(argument) : _signs.IsNotNegative(argument));

    private static readonly HashSet<Primitive> s_poled =
        [Elementary.Tan, Elementary.TanPi, Elementary.LogGamma, Elementary.Digamma, Elementary.Trigamma, Elementary.Polygamma, Elementary.LogOfBase];

    private static readonly DomainOfFunction s_notNegative = new(0, double.PositiveInfinity, false);
    private static readonly DomainOfFunction s_positive = new(0, double.PositiveInfinity, true);
    private static readonly DomainOfFunction s_aboveMinusOne = new(-1, double.PositiveInfinity, true);
    private static readonly DomainOfFunction s_unit = new(-1, 1, false);

    private static readonly Dictionary<Primitive, DomainOfFunction> s_domains = new()
    {
        [Elementary.Sqrt] = s_notNegative,
        [Elementary.Log] = s_positive,
        [Elementary.Log2] = s_positive,
        [Elementary.Log10] = s_positive,
        [Elementary.LogP1] = s_aboveMinusOne,
        [Elementary.AccurateLogP1] = s_aboveMinusOne,
        [Elementary.Log2P1] = s_aboveMinusOne,
        [Elementary.Log10P1] = s_aboveMinusOne,
        [Elementary.Asin] = s_unit,
        [Elementary.Acos] = s_unit,
        [Elementary.AsinPi] = s_unit,
        [Elementary.AcosPi] = s_unit,
        [Elementary.Acosh] = new(1, double.PositiveInfinity, false),
        [Elementary.Atanh] = new(-1, 1, true),
    };
}

/// <summary>Where a function is defined in one of its arguments; open where its finite ends are left out.</summary>
internal sealed record DomainOfFunction(double Lo, double Hi, bool IsOpen);
