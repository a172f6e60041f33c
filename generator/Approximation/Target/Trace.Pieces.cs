using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Approximation;

/// <content>Rows with pieces become the piece that holds on the box; rows that are not defined everywhere must be on all of it.</content>
internal sealed partial class Trace
{
    private int OfReals(Primitive p, int[] a) => p switch
    {
        _ when p == Arithmetic.Over => Quotient(a[0], a[1]),
        _ when p == Arithmetic.Remainder => Minus(a[0], a[1], Step(Truncate, Quotient(a[0], a[1]))),
        _ when p == IEEERemainder => Minus(a[0], a[1], Step(Round, Quotient(a[0], a[1]))),
        _ when p == BoundOperations.NotZero => NotZero(a[0]),
        _ when p == BoundOperations.PoleSlope => Enclose(a[0]).IsBounded ? _graph.Constant(0) : throw new UndecidedException(isUndefined: true),
        _ when p == BoundOperations.Leap => a[0],
        _ when p == BoundOperations.Inside || p == BoundOperations.InsideOpen => Inside(a, p == BoundOperations.InsideOpen),
        _ when p == Abs => Absolute(a[0]),
        _ when p == Max || p == MaxNumber => Larger(a[0], a[1]),
        _ when p == Min || p == MinNumber => Smaller(a[0], a[1]),
        _ when p == MaxMagnitude || p == MaxMagnitudeNumber => Farther(a[0], a[1]),
        _ when p == MinMagnitude || p == MinMagnitudeNumber => Farther(a[0], a[1]) == a[0] ? a[1] : a[0],
        _ when p == Clamp => Smaller(Larger(a[0], a[1]), a[2]),
        _ when p == CopySign => IsPositiveAt(a[1]) ? Absolute(a[0]) : _graph.Negative(Absolute(a[0])),
        _ when p == Sign => _graph.Constant(IsPositiveAt(a[0]) ? 1 : -1),
        _ when p == Floor || p == Ceiling || p == Truncate || p == Round => Step(p, a[0]),
        _ when p == RoundToDigits || p == RoundByMode => Step(p, a),
        _ when p == Atan2 || p == Atan2Pi => Angle(p, a),
        _ when p == Pow && _graph[a[1]].Degree > 0 => Power(a[0], a[1]),
        _ when p.Kink.Length > 0 && !p.IsSingular && p != Pow && p != Hypot => throw Unknown(p),
        _ when p == RoundToDigitsByMode || p == BitIncrement || p == BitDecrement || p == ScaleB => throw Unknown(p),
        _ => _graph.Operation(p, a) ?? _graph.Function(p, a),
    };

    private int Quotient(int a, int b)
    {
        NotZero(b);
        return _graph.Over(a, b);
    }

    private int NotZero(int a)
    {
        Interval divisor = Enclose(a);
        return divisor.Lo > 0 || divisor.Hi < 0 ? a : throw new UndecidedException(isUndefined: true);
    }

    private int Minus(int a, int b, int count) => _graph.Minus(a, _graph.Times(b, count));

    private int Inside(int[] a, bool isOpen)
    {
        Interval x = Enclose(a[0]);
        double lo = _graph[a[1]].Value, hi = _graph[a[2]].Value;
        return (isOpen ? x.Lo > lo && x.Hi < hi : x.Lo >= lo && x.Hi <= hi) ? a[0] : throw new UndecidedException(isUndefined: true);
    }

    private int Absolute(int a)
    {
        Interval x = Enclose(a);
        if (x.Lo >= 0)
        {
            return a;
        }
        return x.Hi <= 0 ? _graph.Negative(a) : throw new UndecidedException();
    }

    private int Larger(int a, int b)
    {
        Interval x = Enclose(a), y = Enclose(b);
        if (x.Lo >= y.Hi)
        {
            return a;
        }
        return y.Lo >= x.Hi ? b : throw new UndecidedException();
    }

    private int Smaller(int a, int b) => Larger(a, b) == a ? b : a;

    private int Farther(int a, int b)
    {
        Interval x = Enclose(a), y = Enclose(b);
        if (x.Mignitude >= y.Magnitude)
        {
            return a;
        }
        return y.Mignitude >= x.Magnitude ? b : throw new UndecidedException();
    }

    private bool IsPositiveAt(int a)
    {
        Interval x = Enclose(a);
        return x.Lo > 0 || (x.Hi < 0 ? false : throw new UndecidedException());
    }

    /// <summary>A step that does not happen on the box.</summary>
    private int Step(Primitive p, params int[] a)
    {
        Interval[] arguments = new Interval[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            arguments[i] = Enclose(a[i]);
        }
        Interval value = default(IntervalField).Apply(p, arguments);
        return value.IsPoint ? _graph.Constant(value.Lo) : throw new UndecidedException();
    }

    /// <summary>x^y = e^(y·ln x) for x > 0, whose derivatives have no cases.</summary>
    private int Power(int x, int y) =>
        Enclose(x).Lo > 0 ? _graph.Function(Exp, _graph.Times(y, _graph.Function(Log, x))) : throw new UndecidedException(isUndefined: true);

    private int Angle(Primitive p, int[] a)
    {
        Interval y = Enclose(a[0]), x = Enclose(a[1]);
        return x.Lo > 0 || y.Lo > 0 || y.Hi < 0 ? _graph.Function(p, a) : throw new UndecidedException();
    }
}
