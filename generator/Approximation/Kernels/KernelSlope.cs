using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>
/// A program's value and derivative in one pass: the forward mode over its steps. A slope is kept as a factor times an inner slope for as long as both operands have the
/// same, so that a polynomial in x² is differentiated in x² and multiplied by 2x once.
/// </summary>
internal sealed class KernelSlope
{
    private readonly Kernel _program;
    private readonly KernelBuilder _kernel = new();
    private readonly int[] _places;
    private readonly Slope?[] _slopes;

    private KernelSlope(Kernel program)
    {
        _program = program;
        _places = new int[program.Steps.Count];
        _slopes = new Slope?[program.Steps.Count];
    }

    /// <summary>The program whose result is the derivative, or null for steps that have none here.</summary>
    public static Kernel? Of(Kernel program) => new KernelSlope(program).Run();

    private Kernel? Run()
    {
        for (int i = 0; i <= _program.Result; i++)
        {
            Step step = _program.Steps[i];
            if (!Add(i, step))
            {
                return null;
            }
        }
        _kernel.Say("The derivative.");
        int slope = _slopes[_program.Result] is { } found ? Whole(found) : _kernel.Constant(0);
        return _kernel.Build(_program.IsSingle, slope, _places[_program.Result]);
    }

    /// <summary>A step and its slope; a slope that needs the operands alone comes first, so that both can take the next value of their names.</summary>
    private bool Add(int i, Step step)
    {
        Slope? a = step.A < 0 ? null : _slopes[step.A], b = step.B < 0 ? null : _slopes[step.B], c = step.C < 0 ? null : _slopes[step.C];
        int left = step.A < 0 ? -1 : _places[step.A], right = step.B < 0 ? -1 : _places[step.B];
        switch (step.Kind)
        {
            case StepKind.Input:
                _slopes[i] = new(null, null);
                break;
            case StepKind.Constant or StepKind.Truncate or StepKind.LookUp:
                break; // the same all over a piece
            case StepKind.Add:
                _slopes[i] = Sum(a, b);
                break;
            case StepKind.Subtract:
                _slopes[i] = Sum(a, Negative(b));
                break;
            case StepKind.Negate:
                _slopes[i] = Negative(a);
                break;
            case StepKind.Multiply:
                _slopes[i] = Product(a, left, b, right);
                break;
            case StepKind.MultiplyAdd:
                _slopes[i] = Sum(Product(a, left, b, right), c);
                break;
            case StepKind.Divide:
                Place(i, step);
                _slopes[i] = Quotient(a, b, _places[i], right);
                return true;
            case StepKind.SquareRoot:
                Place(i, step);
                _slopes[i] = a is { } inner ? new(null, _kernel.Over(_kernel.Times(Whole(inner), _kernel.Constant(0.5), "half"), _places[i], "slope")) : null;
                return true;
            default:
                return false;
        }
        Place(i, step);
        return true;
    }

    private void Place(int i, Step step)
    {
        if (_program.Comments.Count > i && _program.Comments[i].Length > 0)
        {
            _kernel.Say(_program.Comments[i]);
        }
        if (step.Kind == StepKind.LookUp)
        {
            _places[i] = _kernel.LookUp(_program.Tables[(int)step.Value], _places[step.A], _program.Names[i]);
            return;
        }
        step = step with { A = step.A < 0 ? -1 : _places[step.A], B = step.B < 0 ? -1 : _places[step.B], C = step.C < 0 ? -1 : _places[step.C] };
        _places[i] = _kernel.Add(step, _program.Names.Count > i ? _program.Names[i] : "");
    }

    private Slope? Sum(Slope? a, Slope? b)
    {
        if (a is not { } left || b is not { } right)
        {
            return a ?? b;
        }
        if (left.Inner == right.Inner)
        {
            return left with { Factor = _kernel.Plus(Factor(left), Factor(right), "slope") };
        }
        return new(null, _kernel.Plus(Whole(left), Whole(right), "slope"));
    }

    private Slope? Negative(Slope? a)
    {
        if (a is not { } slope)
        {
            return null;
        }
        int factor = Factor(slope);
        return slope with { Factor = _kernel.KnownConstant(factor) is { } known ? _kernel.Constant(-known) : _kernel.Add(new(StepKind.Negate, factor), "slope") };
    }

    /// <summary>a'·y + x·b'; of the square of a number whose slope is 1 the slope 2x, by which what is made of the square is multiplied last.</summary>
    private Slope? Product(Slope? a, int x, Slope? b, int y)
    {
        if (a is not { } left || b is not { } right)
        {
            return Scaled(a, y) ?? Scaled(b, x);
        }
        if (x == y)
        {
            int twice = _kernel.Plus(x, x, "twice");
            return left.Factor is null && left.Inner is null ? new(null, twice) : left with { Factor = Times(twice, left.Factor) };
        }
        if (left.Inner == right.Inner)
        {
            return left with { Factor = MultiplyAdd(left.Factor, y, Times(x, right.Factor)) };
        }
        int ofRight = Whole(right), part = _kernel.IsOne(ofRight) ? x : _kernel.Times(x, ofRight, "part"), ofLeft = Whole(left);
        return new(null, _kernel.IsOne(ofLeft) ? _kernel.Plus(y, part, "slope") : _kernel.MultiplyAdd(ofLeft, y, part, "slope"));
    }

    private Slope? Scaled(Slope? a, int by) => a is { } slope ? slope with { Factor = Times(by, slope.Factor) } : null;

    /// <summary>(a' − q·b')/b.</summary>
    private Slope? Quotient(Slope? a, Slope? b, int quotient, int divisor)
    {
        if (b is not { } below)
        {
            return a is { } alone ? alone with { Factor = _kernel.Over(Factor(alone), divisor, "slope") } : null;
        }
        int change = _kernel.Add(new(StepKind.Negate, quotient), "change");
        int numerator = a is { } above ? _kernel.MultiplyAdd(change, Whole(below), Whole(above), "slope") : _kernel.Times(change, Whole(below), "slope");
        return new(null, _kernel.Over(numerator, divisor, "slope"));
    }

    private int Factor(Slope slope) => slope.Factor ?? _kernel.Constant(1);

    private int Times(int a, int? factor) => factor is { } other ? _kernel.Times(a, other, "part") : a;

    private int MultiplyAdd(int? factor, int by, int other) => factor is { } a ? _kernel.MultiplyAdd(a, by, other, "slope") : _kernel.Plus(by, other, "slope");

    private int Whole(Slope slope)
    {
        if (slope.Inner is not { } inner)
        {
            return Factor(slope);
        }
        return slope.Factor is { } factor ? _kernel.Times(factor, inner, "slope") : inner;
    }

    /// <summary>Factor·Inner; nothing is 1.</summary>
    private readonly record struct Slope(int? Factor, int? Inner);
}
