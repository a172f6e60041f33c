using System.Collections.Generic;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

// Operations that jump by themselves.
internal sealed partial class Jumps
{
    private static readonly HashSet<Primitive> s_steps =
    [
        Elementary.Floor, Elementary.Ceiling, Elementary.Truncate, Elementary.Round, Elementary.RoundToDigits, Elementary.RoundByMode, Elementary.RoundToDigitsByMode,
        Elementary.Sign,
    ];

    private static readonly HashSet<Primitive> s_magnitudes = [Elementary.MaxMagnitude, Elementary.MinMagnitude, Elementary.MaxMagnitudeNumber, Elementary.MinMagnitudeNumber];

    private void RewriteLet(Let let, List<Statement> output)
    {
        if (let.Value is not Apply apply || !_dependence.Has(apply))
        {
            output.Add(let);
            return;
        }
        Primitive p = apply.Primitive;
        EquatableArray<Expression> a = apply.Arguments;
        if (StepArgument(apply) is { } stepped)
        {
            // Constant but for jumps, which the value shows: it is not one number then.
            Read value = Before(let, output);
            LeapBy(let.Name, value, Slope(BoundOperations.StepSlope, let, output, value), [stepped], let, output);
            _found.Add(new(let, stepped));
        }
        else if (p == Arithmetic.Remainder)
        {
            // x - y·trunc(x / y): jumps where the whole quotient does.
            Read quotient = Define("quotient", Divide(a[0], a[1]), let, output);
            Read whole = Define("whole", Call(Elementary.Truncate, quotient), let, output);
            Read value = Before(let, output);
            LeapBy(let.Name, value, Slope(BoundOperations.StepSlope, let, output, whole), [quotient], let, output);
            _found.Add(new(let, quotient));
        }
        else if (p == Elementary.Atan2 || p == Elementary.Atan2Pi)
        {
            Read value = Before(let, output);
            LeapBy(let.Name, value, Slope(BoundOperations.AngleJump, let, output, a[0], a[1]), [a[0], a[1]], let, output);
        }
        else if (p == Elementary.CopySign && _dependence.Has(a[1]))
        {
            LeapOn(Compare(Arithmetic.Less, a[1], Zero(a[1].Type)), [a[1]]);
        }
        else if (s_magnitudes.Contains(p))
        {
            // Of two equal magnitudes with opposite signs only one is the value.
            Read left = Define("magnitude", Call(Elementary.Abs, a[0]), let, output), right = Define("magnitude", Call(Elementary.Abs, a[1]), let, output);
            LeapOn(Compare(Arithmetic.Less, left, right), [left, right]);
        }
        else if (p == Arithmetic.Select && _dependence.Has(a[0]))
        {
            List<Comparison> borders = [];
            Borders(a[0], borders);
            Comparison[] open = [.. borders.FindAll(b => !IsContinuous(b, a[1], a[2]))];
            if (open.Length == 0)
            {
                output.Add(let);
                return;
            }
            Read value = Before(let, output);
            Leap(let.Name, value, a[0], open, let, output);
        }
        else
        {
            output.Add(let);
        }

        void LeapOn(Expression condition, IReadOnlyList<Expression> carriers)
        {
            Read value = Before(let, output);
            LeapBy(let.Name, value, Slope(BoundOperations.Jump, let, output, condition), carriers, let, output);
            _found.Add(new(let, carriers[0]));
        }
    }

    /// <summary>The argument of a step function of a variable; a sign is an integer that is converted at once.</summary>
    private Expression? StepArgument(Apply apply) =>
        s_steps.Contains(apply.Primitive) ? apply.Arguments[0]
        : apply.Primitive != Arithmetic.Convert ? null
        : apply.Arguments[0] is Apply { Primitive: var sign, Arguments: [var signed] } && sign == Elementary.Sign && signed.Type.IsReal() ? signed
        : apply.Arguments[0] is Read read && _values.TryGetValue(read.Name, out Expression? defined) && defined is Apply { Primitive: var named, Arguments: [var argument] } && named == Elementary.Sign && argument.Type.IsReal() ? argument
        : null;

    /// <summary>The operation itself, under another name.</summary>
    private Read Before(Let let, List<Statement> output)
    {
        string before = _names.Fresh(let.Name + "Joined");
        output.Add(let with { Name = before, IsTemporary = true });
        return Name(before, let.Value.Type);
    }

    private Read Slope(Primitive primitive, Let let, List<Statement> output, params Expression[] arguments) =>
        Define("jump", new Apply(let.Value.Type, primitive, new(arguments)), let, output);

    private Read Define(string wanted, Expression value, Let source, List<Statement> output)
    {
        string name = _names.Fresh(wanted);
        output.Add(new Let(name, value) { IsTemporary = true, Source = source.Source, Origin = source.Origin });
        return Name(name, value.Type);
    }
}
