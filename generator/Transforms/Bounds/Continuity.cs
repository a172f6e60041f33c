using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// Proves that two values are the same number wherever a third one is zero: both are written as polynomials with exact coefficients, in which h = 0 has been
/// solved for one of its atoms. What is not proved may still be true; what is proved is true of real numbers.
/// </summary>
/// <remarks><code>h = x - 1, p = x * x, q = 2 * x - 1   →   with x = 1: p = 1, q = 1: equal</code></remarks>
internal sealed class Continuity
{
    /// <summary>How deep definitions are followed.</summary>
    private const int Deepest = 64;

    private readonly Dictionary<string, Expression> _values = [];
    private readonly Dictionary<string, (Expression Condition, Merge Merge)> _merges = [];
    private readonly Dictionary<string, string> _atoms = [];
    private readonly HashSet<string> _unwritten;

    private Dictionary<string, Polynomial> _known = [];
    private (string Atom, Polynomial Value)? _solved;
    private int _depth;

    private Continuity(HashSet<string> unwritten) => _unwritten = unwritten;

    public static Continuity Of(Function function)
    {
        HashSet<string> written = [.. function.Body.Statements.SelectMany(Walker.Written)];
        Continuity proofs = new([.. function.Parameters.Select(static p => p.Name).Concat(function.Tables.Select(static t => t.Name)).Where(a => !written.Contains(a))]);
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            if (statement is Let let)
            {
                proofs._values[let.Name] = let.Value;
            }
            else if (statement is If branch)
            {
                foreach (Merge merge in branch.Merges.Where(static m => !m.IsForArm))
                {
                    proofs._merges[merge.Name] = (branch.Condition, merge);
                }
            }
        }
        return proofs;
    }

    /// <summary>True when it is proved that left = right for all arguments with h = 0 (or that h is never 0).</summary>
    public bool AreEqualWhere(Expression h, Expression left, Expression right)
    {
        Polynomial zero;
        try
        {
            Start(null);
            zero = Of(h);
        }
        catch (UnprovedException)
        {
            return false;
        }
        // A selection that is open everywhere may be decided on the border: each way is tried by itself.
        return zero.Constant is { IsZero: false } || AreEqual(left, right, null) || zero.Solutions().Take(4).Any(solution => AreEqual(left, right, solution));
    }

    private bool AreEqual(Expression left, Expression right, (string Atom, Polynomial Value)? solved)
    {
        try
        {
            Start(solved);
            return (Of(left) - Of(right)).IsZero;
        }
        catch (UnprovedException)
        {
            return false;
        }
    }

    private void Start((string Atom, Polynomial Value)? solved)
    {
        _solved = solved;
        _known = [];
        _depth = 0;
    }

    private Polynomial Of(Expression expression)
    {
        switch (expression)
        {
            case Constant constant:
                return Polynomial.Of(BigRational.Of(constant.Real) ?? throw new UnprovedException());
            case Read read:
                return OfName(read.Name);
            case Element element:
                return _unwritten.Contains(element.Array) ? Atom(Printer.Print(element)) : throw new UnprovedException();
            case Apply apply:
                return Of(apply);
            default:
                throw new UnprovedException();
        }
    }

    private Polynomial OfName(string name)
    {
        if (_known.TryGetValue(name, out Polynomial? known))
        {
            return known;
        }
        if (++_depth > Deepest)
        {
            throw new UnprovedException();
        }
        Polynomial value = _merges.TryGetValue(name, out (Expression Condition, Merge Merge) branch) ? OfMerge(name, branch.Condition, branch.Merge)
            : _values.TryGetValue(name, out Expression? defined) && IsFollowed(defined) ? Of(defined)
            : Atom(name);
        _depth--;
        return _known[name] = value;
    }

    /// <summary>An array that is written may hold something else at another place: there the name stands for itself.</summary>
    private bool IsFollowed(Expression defined) => defined.Type.IsReal() && Walker.All(defined).All(e => e is not External && (e is not Element element || _unwritten.Contains(element.Array)));

    private Polynomial OfMerge(string name, Expression condition, Merge merge)
    {
        if (Decided(condition) is { } isTrue)
        {
            return Of(isTrue ? merge.Then : merge.Else);
        }
        Polynomial then = Of(merge.Then), @else = Of(merge.Else);
        return (then - @else).IsZero ? then : Atom(name);
    }

    private Polynomial Of(Apply apply)
    {
        Primitive p = apply.Primitive;
        EquatableArray<Expression> a = apply.Arguments;
        if (p == Arithmetic.Select)
        {
            Polynomial? chosen = Decided(a[0]) is { } isTrue ? Of(a[isTrue ? 1 : 2]) : null;
            Polynomial then = chosen ?? Of(a[1]), @else = chosen ?? Of(a[2]);
            return (then - @else).IsZero ? then : throw new UnprovedException();
        }
        if (p == Arithmetic.Convert && !a[0].Type.IsReal())
        {
            return a[0] is Constant constant ? Of(constant) : Atom(Printer.Print(a[0]));
        }
        if (p == Arithmetic.Convert || p == BoundOperations.Leap || p == BoundOperations.NotZero || p == BoundOperations.Inside || p == BoundOperations.InsideOpen)
        {
            return Of(a[0]);
        }
        if (p.Evaluate is null && p.Operator.Length == 0 && p != Arithmetic.Guarded)
        {
            throw new UnprovedException();
        }
        Polynomial[] arguments = [.. a.Select(e => e.Type.IsReal() ? Of(e) : e is Constant constant ? Of(constant) : Atom(Printer.Print(e)))];
        return Known(p, arguments) ?? Atom(p.Name + "(" + string.Join(";", arguments.Select(static x => x.Key)) + ")");
    }

    private Polynomial? Known(Primitive p, Polynomial[] a)
    {
        if (a.Length == 1)
        {
            return p == Arithmetic.Negative ? a[0].Times(-BigRational.One) : OfConstant(p, a[0]);
        }
        if (p == Arithmetic.Plus || p == Arithmetic.Minus)
        {
            return p == Arithmetic.Plus ? a[0] + a[1] : a[0] - a[1];
        }
        if (p == Arithmetic.Times || p == Arithmetic.Guarded)
        {
            return a[0] * a[1];
        }
        if (p == Arithmetic.Over)
        {
            return a[1].Constant is { IsZero: false } divisor ? a[0].Times(divisor.Inverse()) : a[1].IsZero ? throw new UnprovedException() : a[0] * Atom("1/(" + a[1].Key + ")");
        }
        if (p == Elementary.Pow && a[1].Constant is { } power && power.Denominator.IsOne && power.Numerator >= 0 && power.Numerator <= 8)
        {
            Polynomial product = Polynomial.Of(BigRational.One);
            for (int i = 0; i < (int)power.Numerator; i++)
            {
                product *= a[0];
            }
            return product;
        }
        if (p == Elementary.FusedMultiplyAdd || p == Elementary.MultiplyAddEstimate)
        {
            return (a[0] * a[1]) + a[2];
        }
        return (p == Elementary.Max || p == Elementary.Min) && (a[0] - a[1]).Constant is { } difference
            ? a[difference.Sign >= 0 == (p == Elementary.Max) ? 0 : 1]
            : null;
    }

    /// <summary>Functions at the few numbers where they are rational.</summary>
    private static Polynomial? OfConstant(Primitive p, Polynomial argument)
    {
        if (argument.Constant is not { } x)
        {
            return null;
        }
        if (p == Elementary.Abs)
        {
            return Polynomial.Of(x.Sign < 0 ? -x : x);
        }
        if (x.IsZero)
        {
            return p == Elementary.Exp || p == Elementary.Exp2 || p == Elementary.Exp10 || p == Elementary.Cos || p == Elementary.Cosh ? Polynomial.Of(BigRational.One)
                : s_zeroAtZero.Contains(p) ? Polynomial.Zero
                : null;
        }
        if (p == Elementary.Sqrt && x.Sign > 0)
        {
            return Root(x.Numerator) is { } numerator && Root(x.Denominator) is { } denominator ? Polynomial.Of(Whole(numerator) * Whole(denominator).Inverse()) : null;
        }
        return p == Elementary.Log && x == BigRational.One ? Polynomial.Zero : null;
    }

    private static readonly HashSet<Primitive> s_zeroAtZero =
    [
        Elementary.Sqrt, Elementary.Cbrt, Elementary.Sin, Elementary.Tan, Elementary.Asin, Elementary.Atan, Elementary.Sinh, Elementary.Tanh, Elementary.Asinh,
        Elementary.Atanh, Elementary.ExpM1, Elementary.LogP1, Elementary.Erf, Elementary.AccurateExpM1,
        Elementary.AccurateLogP1,
    ];

    private static BigRational Whole(BigInteger value) => BigRational.Of((double)value)!.Value;

    private static BigInteger? Root(BigInteger square)
    {
        if (square > new BigInteger(1L << 52) * (1L << 52))
        {
            return null;
        }
        BigInteger root = new(System.Math.Round(System.Math.Sqrt((double)square)));
        return root * root == square ? root : null;
    }

    /// <summary>The outcome of a comparison of numbers whose difference is a constant; null when it depends on something.</summary>
    private bool? Decided(Expression condition)
    {
        switch (condition)
        {
            case Constant constant:
                return constant.IsTrue;
            case Read read when _values.TryGetValue(read.Name, out Expression? defined):
                return Decided(defined);
            case Apply { Primitive: var not } negated when not == Arithmetic.Not:
                return !Decided(negated.Arguments[0]);
            case Apply { Primitive: var p, Arguments: [var left, var right] } when left.Type.IsReal() && p.Operator.Length > 0:
                if ((Of(left) - Of(right)).Constant is not { } difference)
                {
                    return null;
                }
                return p.Operator switch
                {
                    "<" => difference.Sign < 0,
                    "<=" => difference.Sign <= 0,
                    ">" => difference.Sign > 0,
                    ">=" => difference.Sign >= 0,
                    "==" => difference.IsZero,
                    _ => !difference.IsZero,
                };
            default:
                return null;
        }
    }

    private Polynomial Atom(string key)
    {
        if (!_atoms.TryGetValue(key, out string? atom))
        {
            _atoms[key] = atom = "#" + _atoms.Count.ToString(CultureInfo.InvariantCulture);
        }
        return _solved is { } solved && solved.Atom == atom ? solved.Value : Polynomial.Atom(atom);
    }
}
